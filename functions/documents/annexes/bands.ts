import { acrossIn } from './across.ts';
import { columnAt, type Region } from './columns.ts';
import { fullCode, type Grid, rowNumber } from './grid.ts';
import { type ColumnRole, sectionWords } from './header-row.ts';
import { closed, type Line, linesOf, wordsOf } from './lines.ts';
import type { Glyph } from './marks.ts';
import { type Ends, rowsIn, startsIn } from './row-cuts.ts';

/** What stands between two row borders of a region: a row, a part of one, or words over the whole width. */
export interface Band {
  readonly page: number;
  /** One for each column, or undefined for words over the whole width. */
  readonly cells: readonly string[] | undefined;
  readonly words: string;
  /** It begins with a number or a code: a row of its own. */
  readonly begins: boolean;
  /** It is the first or the last of its region: a row may go on beyond the page. */
  readonly first: boolean;
  readonly last: boolean;
}

/** A region's glyphs and its row borders. */
export function bandsOf(region: Region, grid: Grid): readonly Band[] {
  const { lines, page } = region;
  const borders = bordersOf(region, grid);
  const pieces: Piece[] = [];
  // Where rules part the rows, no white does.
  const isRuled = borders.length > 0.7 * startsIn(lines, grid).length;
  const slices = slicesOf(lines, borders);
  slices.forEach((slice, i) => {
    pieces.push(...piecesIn(slice, region, grid, isRuled, { top: i === 0, end: i === slices.length - 1 }));
  });
  return pieces.map(({ words, lines: own }, i) => {
    const cells = words === undefined ? cellsOf(own, grid) : undefined;
    return {
      page,
      cells,
      words: words ?? '',
      begins: cells !== undefined && beginsRow(cells, grid.roles),
      first: i === 0,
      last: i === pieces.length - 1,
    };
  });
}

/** Horizontal rules that cross the column of codes, or the first: where rows end. A number may stand for several codes. */
function bordersOf({ horizontal, top, bottom, header }: Region, { edges, roles }: Grid): readonly number[] {
  const key = Math.max(0, roles.indexOf('code'));
  const left = edges[key - 1] ?? header.columns[0]?.from ?? 0;
  const right = edges[key] ?? header.columns.at(-1)?.to ?? 0;
  const heights: { at: number; covered: number }[] = [];
  for (const { at, from, to } of [...horizontal].sort((a, b) => a.at - b.at)) {
    if (at < top - 2 || at > bottom + 2) continue;
    const covered = Math.min(to, right) - Math.max(from, left);
    if (covered <= 0) continue;
    const last = heights.at(-1);
    if (last && at - last.at < 1.6) last.covered += covered;
    else heights.push({ at, covered });
  }
  return heights.filter(({ covered }) => covered > 0.6 * (right - left)).map(({ at }) => at);
}

function slicesOf(lines: readonly Line[], borders: readonly number[]): readonly (readonly Line[])[] {
  const slices: Line[][] = [];
  let i = -1;
  for (const line of lines) {
    const middle = line.y - 0.35 * line.size;
    const slot = borders.filter((border) => border < middle).length;
    if (slices.length === 0 || slot !== i) slices.push([]);
    i = slot;
    slices.at(-1)?.push(line);
  }
  return slices;
}

type Piece = { words?: string; lines: Line[] };

/** Parts a slice into words over the whole width and rows. */
function piecesIn(slice: readonly Line[], region: Region, grid: Grid, isRuled: boolean, ends: Ends): readonly Piece[] {
  const pieces: Piece[] = [];
  let table: Line[] = [];
  const endTable = (isLast: boolean): void => {
    const own = { top: ends.top && pieces.length === 0, end: ends.end && isLast };
    if (table.length > 0) pieces.push(...rowsIn(table, grid, isRuled, own).map((lines) => ({ lines })));
    table = [];
  };
  const across = acrossIn(slice, region, grid);
  slice.forEach((line, i) => {
    if (!across[i]) {
      table.push(line);
      return;
    }
    endTable(false);
    const last = pieces.at(-1);
    const text = wordsOf(line);
    // A section is a line of its own; a note's lines are one text.
    if (
      last?.words !== undefined &&
      across[i - 1] &&
      !sectionWords.test(closed(text)) &&
      !sectionWords.test(closed(last.words))
    )
      last.words += `\n${text}`;
    else pieces.push({ words: text, lines: [] });
  });
  endTable(true);
  return pieces;
}

const mark = /^[、，,;；/。．.:：）)]$/;

function cellsOf(lines: readonly Line[], { edges, roles }: Grid): readonly string[] {
  const cells: Glyph[][] = Array.from({ length: edges.length + 1 }, () => []);
  for (const { glyphs, size } of lines) {
    let [column, end] = [0, -Infinity];
    glyphs.forEach((glyph, i) => {
      // A mark that hangs over the edge belongs to the words before it.
      const isAlone = (glyphs[i + 1]?.from ?? Infinity) - glyph.to > 0.3 * size;
      const hangs =
        mark.test(glyph.text) && (glyph.from - end < 0.3 * size || (isAlone && roles[column] === 'customs-code'));
      if (!hangs) column = columnAt(edges, glyph);
      cells[column]?.push(glyph);
      end = glyph.to;
    });
  }
  return cells.map((glyphs) => linesOf(glyphs).map(wordsOf).join('\n'));
}

function beginsRow(cells: readonly string[], roles: Grid['roles']): boolean {
  const cell = (role: ColumnRole): string => closed(cells[roles.indexOf(role)] ?? '');
  return rowNumber.test(cell('number')) || fullCode.test(cell('code'));
}
