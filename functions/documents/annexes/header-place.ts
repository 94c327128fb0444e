import { isHeaderRow, mayBeHeader, roleOf, sectionWords } from './header-row.ts';
import { closed, type Line, wordsOf } from './lines.ts';
import type { Glyph, Rule } from './marks.ts';

/** A header row where it stands on a page. */
export interface Header {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeaderColumn[];
  /** The index of its first line, and of the first behind it. */
  readonly first: number;
  readonly after: number;
}

export interface HeaderColumn {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

// Lines that one header row may take: the names of narrow columns break.
const MOST_LINES = 7;

// One column may have a name that we do not know.
const KNOWN_LETTERS = 0.5;

/** The header rows of a page, from the top. */
export function headersOf(lines: readonly Line[], vertical: readonly Rule[]): readonly Header[] {
  const found: Header[] = [];
  for (let first = 0; first < lines.length; first++) {
    const header = headerAt(lines, first, vertical);
    if (!header) continue;
    found.push(header);
    first = header.after - 1;
  }
  return found;
}

/** The longest run of lines from `first` on that makes a header row. */
function headerAt(lines: readonly Line[], first: number, vertical: readonly Rule[]): Header | undefined {
  let best: Header | undefined;
  const glyphs: Glyph[] = [];
  for (let after = first + 1; after <= Math.min(lines.length, first + MOST_LINES); after++) {
    const line = lines[after - 1];
    const before = lines[after - 2];
    const words = line ? closed(wordsOf(line)) : '';
    if (!line || !mayBeHeader(words, KNOWN_LETTERS) || sectionWords.test(words)) break;
    if (after > first + 1 && before && line.y - before.y > 2.2 * line.size) break;
    glyphs.push(...line.glyphs);
    const columns = columnsIn(glyphs, line.size, vertical);
    const top = lines[first] ?? line;
    if (columns && isHeaderRow(columns.map(({ name }) => name)) && knownIn(columns) >= knownIn(best?.columns ?? []))
      best = { top: top.y - top.size, bottom: line.y + 0.3 * line.size, columns, first, after };
  }
  return best;
}

const knownIn = (columns: readonly HeaderColumn[]): number =>
  columns.filter(({ name }) => roleOf(name) !== undefined).length;

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly glyphs: readonly Glyph[];
}

/** Names side by side: the fewest neighbouring pieces that each make a known name; the most names known. */
function columnsIn(
  glyphs: readonly Glyph[],
  size: number,
  vertical: readonly Rule[],
): readonly HeaderColumn[] | undefined {
  const pieces = piecesOf(glyphs, size, vertical);
  if (pieces.length > 60) return undefined;
  interface Way {
    readonly known: number;
    readonly unknown: number;
    readonly columns: readonly HeaderColumn[];
  }
  const ways: (Way | undefined)[] = [{ known: 0, unknown: 0, columns: [] }];
  for (let end = 1; end <= pieces.length; end++) {
    for (let start = Math.max(0, end - 14); start < end; start++) {
      const before = ways[start];
      if (!before) continue;
      const name = nameOf(pieces.slice(start, end));
      const role = roleOf(name);
      // A name that nobody knows stands by itself, so that a column more does not hide the others.
      if (role === undefined && end - start > 1 && !standsAlone(pieces, start, end, size)) continue;
      const column = { name, from: pieces[start]?.from ?? 0, to: pieces[end - 1]?.to ?? 0 };
      const way: Way = {
        known: before.known + (role ? name.length : 0),
        unknown: before.unknown + (role ? 0 : 1),
        columns: [...before.columns, column],
      };
      const best = ways[end];
      if (
        !best ||
        way.unknown < best.unknown ||
        (way.unknown === best.unknown && way.columns.length < best.columns.length)
      )
        ways[end] = way;
    }
  }
  const way = ways[pieces.length];
  return way && way.unknown <= 1 ? way.columns : undefined;
}

/** Pieces close together, with white on either side. */
function standsAlone(pieces: readonly Piece[], start: number, end: number, size: number): boolean {
  const gap = (i: number): number => {
    const [before, piece] = [pieces[i - 1], pieces[i]];
    return before && piece ? piece.from - before.to : Infinity;
  };
  if (gap(start) < 0.6 * size || gap(end) < 0.6 * size) return false;
  return Array.from({ length: end - start - 1 }, (_, i) => gap(start + 1 + i)).every((white) => white < 0.5 * size);
}

/** Characters that stand over each other, or touch, are one piece; a vertical rule parts pieces. */
function piecesOf(glyphs: readonly Glyph[], size: number, vertical: readonly Rule[]): readonly Piece[] {
  const pieces: { from: number; to: number; glyphs: Glyph[] }[] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.from - b.from)) {
    const last = pieces.at(-1);
    const middle = (glyph.from + glyph.to) / 2;
    const parted =
      last !== undefined &&
      vertical.some(
        ({ at, from, to }) =>
          at > (last.from + last.to) / 2 &&
          at < middle &&
          at > last.to - 0.5 * size &&
          from < glyph.y &&
          to > glyph.y - size,
      );
    if (last && !parted && glyph.from < last.to - 0.1 * size) {
      last.to = Math.max(last.to, glyph.to);
      last.glyphs.push(glyph);
    } else pieces.push({ from: glyph.from, to: glyph.to, glyphs: [glyph] });
  }
  return pieces;
}

/** The letters of some pieces, line by line. */
function nameOf(pieces: readonly Piece[]): string {
  return pieces
    .flatMap(({ glyphs }) => glyphs)
    .sort((a, b) => (Math.abs(a.y - b.y) > 0.45 * a.size ? a.y - b.y : a.from - b.from))
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, '');
}
