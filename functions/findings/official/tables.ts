import { type Folded, folded } from '../../lexicon/fold.ts';

/** One cell, as published and folded. */
export interface Cell {
  readonly words: string;
  readonly folded: string;
}

/** A table whose cells are parted by tabs or bars, or by the wide blanks of Chinese typesetting. */
export interface Table {
  /** The cells of its first row, folded. */
  readonly heading: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly quote: string;
}

interface Lines {
  readonly bar: RegExp;
  readonly heading: readonly string[];
  readonly quote: string;
  readonly rows: string[];
}

/**
 * The tables of a text. A row goes on over lines while it has fewer cells than the heading, or where the next line has none
 * of its own: cells of several lines are copied so.
 */
export function tablesIn(text: Folded): readonly Table[] {
  const tables: Lines[] = [];
  let open: Lines | undefined;
  let at = 0;
  for (const line of text.text.split('\n')) {
    // Folding drops the tabs between cells; the words as published have them.
    const words = text.quote(at, at + line.length).replace(/^[|｜]|[|｜]$/g, '');
    at += line.length + 1;
    const last = open?.rows.at(-1);
    if (open && last !== undefined && line !== '' && goesOn(open, last, words, line)) {
      open.rows[open.rows.length - 1] = `${last}\n${words}`;
    } else if (open?.bar.test(words)) open.rows.push(words);
    else if (line !== '') {
      const bar = barOf(words);
      open = bar && { bar, heading: words.split(bar).map((cell) => folded(cell).trim()), quote: words, rows: [] };
      if (open) tables.push(open);
    }
  }
  return tables.map(({ heading, quote, rows, bar }) => ({
    heading,
    quote,
    rows: rows.map((row) => cellsOf(row, bar)),
  }));
}

const marks = /[\t|｜]/;
const wide = /[　 ]*　[　 ]*/;
const columnName = /^(?:序号|编号|文号|公告|[一-鿿]{0,6}(?:名称|编码|编号|公告|名单|方式|附件序号))$/;

/** What parts the cells of a line; wide blanks only where it is a row of names of columns. */
function barOf(words: string): RegExp | undefined {
  if (marks.test(words)) return marks;
  const cells = words.split(wide).map((cell) => folded(cell).trim());
  return cells.length > 2 && cells.every((cell) => columnName.test(cell)) ? wide : undefined;
}

const goesOn = ({ bar, heading }: Lines, last: string, words: string, line: string): boolean =>
  (bar === marks && bar.test(last) && last.split(bar).length < heading.length) ||
  (!bar.test(words) && /^[\d. 、,;]{4,40}$/.test(line));

const cellsOf = (row: string, bar: RegExp): readonly Cell[] =>
  row.split(bar).map((words) => ({ words: words.trim(), folded: folded(words) }));
