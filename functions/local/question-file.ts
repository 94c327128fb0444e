import { Misconfigured } from '../errors.ts';
import { idHeads, tableIn } from './table-file.ts';

/** One row of a file: what is asked, the asker's own mark, and the row as it came. */
export interface Asked {
  readonly text: string;
  readonly id?: string;
  readonly row: Readonly<Record<string, string>>;
}

export interface QuestionFile {
  readonly questions: readonly Asked[];
  /** Rows without a question, by their numbers in the file. */
  readonly empty: readonly number[];
  /** The column that is asked. */
  readonly column: string;
}

/** Names of columns, as they are found at the head of customer and parts lists. */
const asked =
  /^(?:question|query|name|company|partner|customer|supplier|party|entity|品名|品目|材料|material|part|item|goods|hs|hs code|code|社名|会社名|取引先名?|名称|企業名|仕入先名?|得意先名?|公司名?称?|企业名?称?|客户名?称?|供应商名?称?|物项|商品名?称?)$/i;

/**
 * Reads a table of questions, one a row: CSV or TSV, UTF-8 with or without its mark, UTF-16 with it, or Shift_JIS.
 * @param column the column to ask; else the first whose head is one of those known, else the first that is no id
 * @throws Misconfigured naming what of the file cannot be used
 */
export function questionsIn(file: string, column?: string): QuestionFile {
  const { heads, rows: data } = tableIn(file);
  if (column !== undefined && !heads.includes(column))
    throw new Misconfigured(`--column: "${column}" is no column of ${file}; there are ${heads.join(', ')}`);
  const chosen =
    column ?? heads.find((head) => asked.test(head)) ?? heads.find((head) => !idHeads.test(head)) ?? heads[0] ?? '';
  const id = heads.find((head) => idHeads.test(head) && head !== chosen);
  const rows = data.map(({ row, number }) => ({ row, number, text: (row[chosen] ?? '').trim() }));
  return {
    column: chosen,
    empty: rows.filter(({ text }) => text === '').map(({ number }) => number),
    questions: rows
      .filter(({ text }) => text !== '')
      .map(({ row, text }) => ({ text, row, ...(id !== undefined && { id: row[id] ?? '' }) })),
  };
}
