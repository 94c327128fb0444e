import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { Misconfigured } from '../errors.ts';

/** A table as a file holds it: its column names, and its rows by their numbers in the file. */
export interface TableFile {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly number: number; readonly row: Readonly<Record<string, string>> }[];
}

/** Names that a column of ids bears at the head of customer and parts lists. */
export const idHeads =
  /^(?:id|no\.?|number|番号|コード|社番|取引先コード|编号|编码|代码|customer id|supplier id|part no\.?)$/i;

/**
 * Reads CSV or TSV: UTF-8 with or without its mark, UTF-16 with it, or Shift_JIS.
 * @throws Misconfigured naming what of the file cannot be used
 */
export function tableIn(file: string): TableFile {
  const { data, meta, errors } = Papa.parse<Record<string, string>>(decoded(readFileSync(file), file), {
    header: true,
    transformHeader: (head) => head.trim(),
  });
  const heads = (meta.fields ?? []).filter((head) => head !== '');
  if (heads.length === 0) throw new Misconfigured(`${file}: it has no row of column names`);
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) throw new Misconfigured(`${file}, row ${(broken.row ?? 0) + 2}: ${broken.message}`);
  // Blank lines count, so that a number is that of the file.
  const rows = data.map((row, i) => ({ row, number: i + 2 }));
  return { heads, rows: rows.filter(({ row }) => Object.values(row).some((cell) => cell.trim() !== '')) };
}

function decoded(bytes: Buffer, file: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  for (const charset of ['utf-8', 'shift_jis'] as const) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      // Not this one: bytes of Shift_JIS are hardly ever valid UTF-8.
    }
  }
  throw new Misconfigured(`${file}: neither UTF-8 nor Shift_JIS; save it as "CSV UTF-8"`);
}
