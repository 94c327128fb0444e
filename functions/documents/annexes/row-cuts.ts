import { columnAt } from './columns.ts';
import { fullCode, type Grid, inColumns, rowNumber } from './grid.ts';
import type { ColumnRole } from './header-row.ts';
import { closed, extentOf, type Line, linesOf, wordsOf } from './lines.ts';
import type { Glyph } from './marks.ts';

/** Whether lines stand at the top or the end of a page: what stands there may be a part of a row that the page cut. */
export interface Ends {
  readonly top: boolean;
  readonly end: boolean;
}

/** Rows among lines that no rule parts: by the numbers and codes that begin them. */
export function rowsIn(lines: readonly Line[], grid: Grid, isRuled: boolean, ends: Ends): readonly Line[][] {
  const starts = startsIn(lines, grid);
  if (starts.length === 0 || (isRuled && starts.length === 1)) return [[...lines]];
  const cuts = cutsIn(lines, starts, grid, ends);
  const rows: Line[][] = [];
  let slot = -1;
  for (const line of lines) {
    const next = cuts.filter((cut) => cut < line.y).length;
    if (rows.length === 0 || next !== slot) rows.push([]);
    slot = next;
    rows.at(-1)?.push(line);
  }
  return rows;
}

/**
 * The base lines that rows begin at: those of the numbers; of the codes, where the table does not number its rows, or where a
 * number stands for several codes, each in a row of its own.
 */
export function startsIn(lines: readonly Line[], { edges, roles }: Pick<Grid, 'edges' | 'roles'>): readonly number[] {
  const read = (role: ColumnRole): readonly (readonly [number, string])[] =>
    linesOf(lines.flatMap(({ glyphs }) => inColumns(glyphs, edges, roles, [role]))).map((line) => [
      line.y,
      closed(wordsOf(line)),
    ]);
  const numbers = read('number')
    .filter(([, words]) => rowNumber.test(words))
    .map(([y]) => y);
  const codes = read('code')
    .filter(([, words]) => fullCode.test(words))
    .map(([y]) => y);
  if (numbers.length === 0) return codes;
  // Codes of one cell follow line by line; those of rows of their own stand farther apart.
  const pitch = pitchOf(lines, edges);
  const apart = codes.filter((y, i) => i === 0 || y - (codes[i - 1] ?? y) > 1.25 * pitch);
  return apart.length === codes.length && apart.length > numbers.length ? apart : numbers;
}

/** How far one line of a cell stands from the next: the nearest that is usual. */
function pitchOf(lines: readonly Line[], edges: Grid['edges']): number {
  const columns: Glyph[][] = Array.from({ length: edges.length + 1 }, () => []);
  for (const { glyphs } of lines) for (const glyph of glyphs) columns[columnAt(edges, glyph)]?.push(glyph);
  const steps = columns
    .map((own) => linesOf(own))
    .flatMap((own) => own.slice(1).map(({ y }, i) => y - (own[i]?.y ?? y)))
    .sort((a, b) => a - b);
  return steps[Math.floor(0.1 * steps.length)] ?? 0;
}

/** Where rows end. Of cells at the top, over the next number; at the bottom, under a number; else in the widest white between. */
function cutsIn(lines: readonly Line[], starts: readonly number[], grid: Grid, { top, end }: Ends): readonly number[] {
  const { alignment, rowGap = Infinity } = grid;
  const half = 0.5 * (lines[0]?.size ?? 0);
  const [first] = starts;
  const last = starts.at(-1);
  if (alignment === 'top' || first === undefined || last === undefined) return starts.map((start) => start - half);
  const widest = widestGap(rowLinesIn(lines, grid));
  const inner = starts.slice(1).flatMap((start, i) => {
    const before = starts[i] ?? start;
    return alignment === 'bottom' ? [{ at: before + half, length: Infinity }] : (widest(before, start) ?? []);
  });
  // What stands over the first number or under the last may be another row's, cut off by the page; by nothing else.
  const over = top ? widest(-Infinity, first) : undefined;
  // Of cells at the bottom nothing stands under their number, but where the page cuts a row its cells begin at its top.
  const under = end ? widest(last, Infinity) : undefined;
  const outer = [over, under].flatMap((gap) => (gap && gap.length > 0.8 * rowGap ? [gap] : []));
  return [...inner, ...outer].map(({ at }) => at).sort((a, b) => a - b);
}

/** Without lines of a column that we do not know alone: a cell there may go down beside several rows. */
export const rowLinesIn = (lines: readonly Line[], { edges, roles }: Pick<Grid, 'edges' | 'roles'>): readonly Line[] =>
  roles.every((role) => role !== undefined)
    ? lines
    : lines.filter(({ glyphs }) => glyphs.some((glyph) => roles[columnAt(edges, glyph)] !== undefined));

interface Gap {
  readonly at: number;
  readonly length: number;
}

/** Looks for the widest white between two heights; the first of several. */
function widestGap(lines: readonly Line[]): (from: number, to: number) => Gap | undefined {
  const gaps: Gap[] = [];
  let end = Infinity;
  for (const [top, bottom] of lines.map(extentOf)) {
    if (top > end) gaps.push({ at: (top + end) / 2, length: top - end });
    end = end === Infinity ? bottom : Math.max(end, bottom);
  }
  return (from, to) =>
    gaps
      .filter(({ at }) => at > from && at < to)
      .reduce<Gap | undefined>((a, b) => (a && a.length >= b.length - 0.05 ? a : b), undefined);
}
