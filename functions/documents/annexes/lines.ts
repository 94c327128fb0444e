import type { Glyph } from './marks.ts';

/** Characters on one base line, from left to right. */
export interface Line {
  readonly y: number;
  readonly size: number;
  readonly glyphs: readonly Glyph[];
}

// In letters: characters set higher or lower by less stand on the same line, such as an exponent.
const LEVEL = 0.45;

/** The lines of some characters, from the top. */
export function linesOf(glyphs: readonly Glyph[], level = LEVEL): readonly Line[] {
  const shown = glyphs.filter(({ text }) => text !== ' ');
  // The large ones make the lines; exponents and indices join the nearest.
  const sorted = [...shown].sort((a, b) => a.y - b.y);
  const sizes = [...shown].map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const rows: { y: number; size: number; glyphs: Glyph[] }[] = [];
  const small: Glyph[] = [];
  for (const glyph of sorted) {
    if (glyph.size < 0.75 * usual) {
      small.push(glyph);
      continue;
    }
    const last = rows.at(-1);
    if (last && glyph.y - last.y <= level * Math.min(last.size, glyph.size)) last.glyphs.push(glyph);
    else rows.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
  }
  for (const glyph of small) {
    const near = nearest(rows, glyph.y);
    if (near && Math.abs(near.y - glyph.y) <= 0.6 * near.size) near.glyphs.push(glyph);
    else {
      const own = { y: glyph.y, size: glyph.size, glyphs: [glyph] };
      rows.splice(rows.findIndex(({ y }) => y > glyph.y) >>> 0, 0, own);
    }
  }
  return rows.map((row) => ({ ...row, glyphs: row.glyphs.sort((a, b) => a.from - b.from) }));
}

function nearest<T extends { readonly y: number }>(rows: readonly T[], y: number): T | undefined {
  // The rows are in order: the two about the place are enough.
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.y ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  const [above, below] = [rows[low - 1], rows[low]];
  if (!above || !below) return above ?? below;
  return y - above.y < below.y - y ? above : below;
}

/** A line's characters, with a space where a gap is wider than a third of a letter between Latin ones. */
export function wordsOf({ glyphs, size }: Line): string {
  let words = '';
  let end: number | undefined;
  for (const { text, from, to } of glyphs) {
    const gap = end === undefined ? 0 : from - end;
    if (gap > 0.2 * size && (gap > 1.2 * size || (isLatin(words.at(-1)) && isLatin(text[0])))) words += ' ';
    words += text;
    end = Math.max(end ?? to, to);
  }
  return words;
}

const isLatin = (character = ''): boolean => /[\p{Script=Latin}\d.,;:%)(/-]/u.test(character);

// Of a letter's size: how far it rises over its base line, and falls under it.
const RISE = 0.86;
const FALL = 0.14;

/** Where a line begins and ends down the page. */
export const extentOf = ({ y, size }: Line): readonly [top: number, bottom: number] => [
  y - RISE * size,
  y + FALL * size,
];

/** The white between a line and the next. */
export const whiteBetween = (line: Line, next: Line): number => extentOf(next)[0] - extentOf(line)[1];

/** Without any white space: what is compared is never how it was set. */
export const closed = (text: string): string => text.replace(/\s+/g, '');
