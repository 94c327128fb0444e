import Papa from 'papaparse';
import writeExcelFile from 'write-excel-file/browser';
import type { Answer } from '../../screening/answer.ts';
import { answerRows } from './answers.ts';

// Files are made in the page from what it shows, and handed to the browser: nothing is sent anywhere.

/** Comma-separated values with the mark by which Excel knows UTF-8; a cell that begins a formula is disarmed. */
export function saveCsv(answers: readonly Answer[], name: string): void {
  const text = `\uFEFF${Papa.unparse([...answerRows(answers)], { escapeFormulae: true })}`;
  handOver(new Blob([text], { type: 'text/csv' }), `${name}.csv`);
}

/** A workbook of one sheet. Its cells are texts, so that customs codes keep their zeros and nothing is a formula. */
export async function saveXlsx(answers: readonly Answer[], name: string): Promise<void> {
  const rows = answerRows(answers);
  const columns = Object.keys(rows[0] ?? {});
  const head = columns.map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map((row) => columns.map((column) => ({ value: row[column] ?? '', type: String })));
  const widths = columns.map((column) => ({ width: /question|measure|link/.test(column) ? 36 : 14 }));
  const made = writeExcelFile([head, ...body], { sheet: name, columns: widths, stickyRowsCount: 1 });
  handOver(await made.toBlob(), `${name}.xlsx`);
}

function handOver(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
