import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';
import writeExcelFile from 'write-excel-file/node';

/** Cells of a table, by column. */
export type Cells = Readonly<Record<string, string | number | undefined>>;

/**
 * Comma-separated values as Excel opens them: UTF-8 with its mark, CRLF. A cell that a spreadsheet would take for a formula
 * is written with an apostrophe before it.
 */
export const csvOf = (rows: readonly Cells[], columns: readonly string[]): string =>
  `\ufeff${Papa.unparse({ fields: [...columns], data: rows.map((row) => columns.map((column) => row[column] ?? '')) }, { escapeFormulae: true })}\r\n`;

/** A workbook of one sheet. Equal rows give equal bytes. */
export async function xlsxOf(rows: readonly Cells[], columns: readonly string[], sheet: string): Promise<Uint8Array> {
  const head = columns.map((column) => ({ value: column, fontWeight: 'bold' as const }));
  const body = rows.map((row) => columns.map((column) => row[column] ?? null));
  const widths = columns.map((column) => ({
    width: Math.min(
      60,
      Math.max(column.length + 2, ...rows.slice(0, 50).map((row) => String(row[column] ?? '').length)),
    ),
  }));
  const made = await writeExcelFile([head, ...body], { sheet, columns: widths, stickyRowsCount: 1 }).toBuffer();
  return timeless(new Uint8Array(made));
}

/** Office files carry the minute in which they were made; the earliest that a zip can say stands for it here. */
const EARLIEST = new Date(1980, 0, 1);

function timeless(bytes: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).map(([name, content]) => {
    if (!name.startsWith('docProps/')) return [name, content] as const;
    const text = strFromU8(content).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '1980-01-01T00:00:00Z');
    return [name, strToU8(text)] as const;
  });
  return zipSync(Object.fromEntries(files), { mtime: EARLIEST });
}
