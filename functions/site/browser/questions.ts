import Papa from 'papaparse';

/** One question, with the asker's own mark where the table has a column `id`. */
export interface Asked {
  readonly text: string;
  readonly id?: string;
}

/** Lines, or a table as CSV or TSV: the first column that is not `id` holds the question; a head is known by its `id`. */
export function questionsIn(text: string): readonly Asked[] {
  const { data } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy', delimitersToGuess: [',', '\t', ';'] });
  const [head = []] = data;
  const ids = head.findIndex((cell) => cell.trim().toLowerCase() === 'id');
  const rows = ids < 0 ? data : data.slice(1);
  const column = ids === 0 ? 1 : 0;
  return rows.flatMap((row) => {
    const question = (row[column] ?? '').trim();
    const id = ids < 0 ? undefined : row[ids];
    return question === '' ? [] : [{ text: question, ...(id !== undefined && { id }) }];
  });
}
