import { columnAt, type Region, runsAcross } from './columns.ts';
import { fullCode, type Grid, inColumns, rowNumber } from './grid.ts';
import { type ColumnRole, noteWords, sectionWords } from './header-row.ts';
import { closed, type Line, wordsOf } from './lines.ts';
import type { Rule } from './marks.ts';

/** Which lines are words over the whole width. */
export function acrossIn(
  slice: readonly Line[],
  { vertical, lines }: Region,
  { edges, roles, sides }: Pick<Grid, 'edges' | 'roles' | 'sides'>,
): readonly boolean[] {
  const found: boolean[] = [];
  const [left, right] = sides;
  const isRuled = 2 * edges.filter((edge) => isRuledAt(edge, lines, vertical)).length > edges.length;
  for (const line of slice) {
    const [start] = line.glyphs;
    if (!start) {
      found.push(false);
      continue;
    }
    const crossing = vertical.filter(({ from, to }) => from < line.y && to > line.y - 0.7 * line.size);
    const parted = edges.filter((edge) => crossing.some(({ at }) => Math.abs(at - edge) < 2.5)).length;
    // Where rules part the columns, they tell: a cell over the whole width has none inside.
    if (parted > edges.length / 2) {
      found.push(false);
      continue;
    }
    const words = closed(wordsOf(line));
    const cell = (role: ColumnRole): string =>
      closed(wordsOf({ ...line, glyphs: inColumns(line.glyphs, edges, roles, [role]) }));
    const number = inColumns(line.glyphs, edges, roles, ['number']).at(-1);
    const behind = number && line.glyphs[line.glyphs.indexOf(number) + 1];
    const gap = number && behind ? behind.from - number.to : Infinity;
    const isNumbered = rowNumber.test(cell('number')) && gap > 0.2 * line.size;
    // A note names codes, and is no entry of them.
    const isNote = noteWords.test(words) && columnAt(edges, start) === 0 && isOneRun(line);
    // A code that goes on from the words before it is a reference, not an entry.
    const code = inColumns(line.glyphs, edges, roles, ['code'])[0];
    const led = code && line.glyphs[line.glyphs.indexOf(code) - 1];
    const isCoded = fullCode.test(cell('code')) && !(code && led && code.from - led.to < 0.3 * line.size);
    if ((isNumbered || isCoded) && !isNote && !(parted === 0 && isRuled)) {
      found.push(false);
      continue;
    }
    const column = columnAt(edges, start);
    const end = line.glyphs.at(-1) ?? start;
    // Over the whole width words begin at its left, or stand in its middle: further right they are a cell's.
    const off = Math.abs(start.from + end.to - left - right) / 2;
    const isCentred = off < Math.max(2 * line.size, 0.05 * (right - left));
    const isFree = column === 0 || isCentred || (column < descriptionAt(roles) && !sectionWords.test(words));
    // What a cell begins with stands at its left: elsewhere only what is in the very middle of the table.
    const isOut = column !== descriptionAt(roles) || start.from - (edges[column - 1] ?? left) > 2.5 * line.size;
    const isInMiddle = off < 0.3 * line.size;
    // The first column may hold the name of a section in a cell that goes down beside its rows.
    const isWithin = column === 0 && roles[0] === undefined && end.to <= (edges[0] ?? right);
    const isSection = sectionWords.test(words) && isFree && (isOut || isInMiddle) && !isWithin && isOneRun(line);
    // The last words of a note that runs over the whole width.
    const before = slice[found.length - 1]?.glyphs.at(-1);
    const goesOn = found.at(-1) === true && column === 0 && (before?.to ?? left) > left + 0.8 * (right - left);
    found.push(
      isSection ||
        goesOn ||
        isNote ||
        (isFree && isOneRun(line) && hasWords.test(words) && runsAcross(line, edges)) ||
        (parted === 0 && isRuled),
    );
  }
  return found;
}

// Customs codes that fill their column are no words.
const hasWords = /[\p{Script=Han}]|[\p{L}]{3}/u;

// Of the lines: fewer than these beside a rule, and it is the header row's own.
const BESIDE = 0.2;

/** Whether a vertical rule goes down between the rows: one about the header row alone parts no rows. */
function isRuledAt(edge: number, lines: readonly Line[], vertical: readonly Rule[]): boolean {
  const own = vertical.filter(({ at }) => Math.abs(at - edge) < 2.5);
  if (own.length === 0) return false;
  const beside = lines.filter(({ y, size }) => own.some(({ from, to }) => from < y && to > y - 0.7 * size));
  return beside.length > BESIDE * lines.length;
}

/** Where the words and rules of regions under one kind of header begin and end: one page alone may show too few of them. */
export function sidesOf(regions: readonly Region[]): readonly [left: number, right: number] {
  const all = regions.map(sidesOfOne);
  return [Math.min(...all.map(([left]) => left)), Math.max(...all.map(([, right]) => right))];
}

function sidesOfOne({ lines, header: { columns }, horizontal }: Region): readonly [left: number, right: number] {
  let [left, right] = [columns[0]?.from ?? 0, columns.at(-1)?.to ?? 0];
  for (const { glyphs } of lines) {
    left = Math.min(left, glyphs[0]?.from ?? left);
    right = Math.max(right, glyphs.at(-1)?.to ?? right);
  }
  // A rule over the width may be drawn cell by cell.
  for (const rules of Map.groupBy(horizontal, ({ at }) => Math.round(at)).values()) {
    const [from, to] = [Math.min(...rules.map((rule) => rule.from)), Math.max(...rules.map((rule) => rule.to))];
    const drawn = rules.reduce((sum, rule) => sum + rule.to - rule.from, 0);
    if (drawn > 0.5 * (right - left)) [left, right] = [Math.min(left, from), Math.max(right, to)];
  }
  return [left, right];
}

/** Without a gap such as parts two columns. */
export const isOneRun = ({ glyphs, size }: Line): boolean =>
  glyphs.every(({ from }, i) => i === 0 || from - (glyphs[i - 1]?.to ?? from) < 1.5 * size);

const descriptionAt = (roles: Grid['roles']): number => {
  const at = roles.findIndex((role) => role === 'description' || role === 'name');
  return at < 0 ? 1 : at;
};
