import type { Block } from './annex.ts';
import { isHeaderRow, roleOf } from './header-row.ts';

/** A cell of a table as Word, Excel and HTML keep it. */
export interface FlowCell {
  readonly text: string;
  /** How many columns it takes. */
  readonly span: number;
  /** It goes on from the row above. */
  readonly continues?: boolean;
}

/**
 * Writes the rows of a table as blocks: a header row names the columns of what follows, a cell over the whole width is
 * text, and a row that only goes on from the one above is joined to it.
 */
export function flowRows(
  rows: readonly { readonly page: number; readonly cells: readonly FlowCell[] }[],
  known: readonly string[] = [],
): { readonly blocks: readonly Block[]; readonly columns: readonly string[] } {
  const blocks: Block[] = [];
  let columns = known;
  for (const { page, cells } of rows) {
    const filled = cells.filter(({ text }) => text !== '');
    if (filled.length === 0) continue;
    const names = cells.map(({ text }) => text.replace(/\s+/g, ''));
    while (names.at(-1) === '') names.pop();
    if (isHeaderRow(names)) {
      columns = names;
      continue;
    }
    const width = cells.reduce((sum, { span }) => sum + span, 0);
    const [only] = filled;
    if (
      only &&
      filled.length === 1 &&
      !cells.some(({ continues }) => continues) &&
      (only.span > 1 || cells[0] === only) &&
      (only.span >= width / 2 || (width === cells.length && !/^\d{1,4}$/.test(only.text)))
    ) {
      blocks.push({ kind: 'text', page, text: only.text });
      continue;
    }
    const spread = cells.flatMap(({ text, span }) => [text, ...Array.from({ length: span - 1 }, () => '')]);
    const last = blocks.at(-1);
    const goesOn = last?.kind === 'row' && last.columns === columns && lacksKeys(spread, columns);
    if (goesOn) {
      const joined = last.cells.map((cell, i) => [cell, spread[i] ?? ''].filter((part) => part !== '').join('\n'));
      blocks[blocks.length - 1] = { ...last, cells: joined };
    } else
      blocks.push({
        kind: 'row',
        page,
        columns,
        cells: columns.length > 0 ? columns.map((_, i) => spread[i] ?? '') : spread,
      });
  }
  return { blocks, columns };
}

/** Neither a number nor a code: such a row goes on from the one above. */
function lacksKeys(cells: readonly string[], columns: readonly string[]): boolean {
  const keys = columns.flatMap((name, i) => (['number', 'code'].includes(roleOf(name) ?? '') ? [i] : []));
  return keys.length > 0 && keys.every((i) => (cells[i] ?? '') === '');
}
