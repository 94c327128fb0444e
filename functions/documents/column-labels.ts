/**
 * The heads of a table's columns, said again before each cell under them: of three days in a row only the head tells which is the
 * day of publication. Tables inside tables have none.
 */
export function columnLabels() {
  let labels: readonly string[] = [];
  let cells: string[] = [];
  return {
    /** @returns words to say before what follows */
    enter(name: string): string {
      if (name === 'table') labels = [];
      if (name === 'tr') cells = [];
      if (name !== 'td' && name !== 'th') return '';
      cells.push('');
      const label = labels[cells.length - 1];
      return label ? ` ${label} ` : '';
    },
    text(words: string): void {
      const last = cells.length - 1;
      if (last >= 0) cells[last] = `${cells[last] ?? ''}${words}`.slice(0, 40);
    },
    /** @param isHead it held neither a link nor a day */
    rowEnds(isHead: boolean): void {
      if (isHead && cells.length > 1) labels = cells.map((cell) => cell.trim());
      cells = [];
    },
  };
}
