import { type Folded, folded } from '../../lexicon/fold.ts';

/** One cell, as published and folded. */
export interface Cell {
  readonly words: string;
  readonly folded: string;
}

/** A table whose cells are parted by tabs or bars. */
export interface Table {
  /** The cells of its first row, folded. */
  readonly heading: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly quote: string;
}

const bar = /[\t|｜]/;

/**
 * The tables of a text. A row goes on over lines while it has fewer cells than the heading, or where the next line has none
 * of its own: cells of several lines are copied so.
 */
export function tablesIn(text: Folded): readonly Table[] {
  const tables: { heading: readonly string[]; quote: string; rows: string[] }[] = [];
  let open = false;
  let at = 0;
  for (const line of text.text.split('\n')) {
    // Folding drops the tabs between cells; the words as published have them.
    const words = text.quote(at, at + line.length).replace(/^[|｜]|[|｜]$/g, '');
    at += line.length + 1;
    const table = tables.at(-1);
    const last = table?.rows.at(-1);
    if (open && table && last !== undefined && bar.test(last) && widthOf(last) < table.heading.length && line !== '')
      table.rows[table.rows.length - 1] = `${last}\n${words}`;
    else if (bar.test(words)) {
      if (open && table) table.rows.push(words);
      else tables.push({ heading: words.split(bar).map((cell) => folded(cell).trim()), quote: words, rows: [] });
      open = true;
    } else if (open && table && last !== undefined && /^[\d. 、,;]{4,40}$/.test(line))
      table.rows[table.rows.length - 1] = `${last}\n${words}`;
    else if (line !== '') open = false;
  }
  return tables.map(({ heading, quote, rows }) => ({ heading, quote, rows: rows.map(cellsOf) }));
}

const widthOf = (row: string): number => row.split(bar).length;
const cellsOf = (row: string): readonly Cell[] =>
  row.split(bar).map((words) => ({ words: words.trim(), folded: folded(words) }));
