import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { absent, type Row, type Table } from './table.ts';

// DynamoDB refuses items over 400 KB, names and keys included.
const PART_BYTES = 350_000;

/** Bytes cut into parts that fit a row each. */
export const inParts = (bytes: Buffer): readonly Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, i) =>
    bytes.subarray(i * PART_BYTES, (i + 1) * PART_BYTES),
  );

/**
 * The attributes of a row that holds bytes, compressed; what one row cannot hold is put into rows of its own first, by
 * content: a crash before the head leaves nothing that anybody reads.
 */
export async function packed(
  partition: string,
  bytes: Buffer,
  table: Table,
): Promise<Record<string, Uint8Array | string | number>> {
  const [first = Buffer.alloc(0), ...overflow] = inParts(gzipSync(bytes));
  if (overflow.length === 0) return { packed: first };
  const hash = createHash('sha256').update(bytes).digest('base64url');
  for (const [i, part] of overflow.entries()) await table.put(partition, partKey(hash, i), { packed: part }, absent);
  return { packed: first, hash, parts: overflow.length };
}

/** The text of such a row. @throws Error of zlib for what is not whole */
export const unpacked = async (partition: string, row: Row, table: Table): Promise<string> =>
  gunzipSync(await compressed(partition, row, table)).toString();

/** The bytes of such a row, those of its further rows behind them, as they are kept. */
export async function compressed(partition: string, row: Row, table: Table): Promise<Buffer> {
  const parts = Array.from({ length: Number(row['parts']?.N ?? 0) }, (_, i) =>
    table.get(partition, partKey(row['hash']?.S ?? '', i)),
  );
  return Buffer.concat([row, ...(await Promise.all(parts))].map((part) => part?.['packed']?.B ?? new Uint8Array()));
}

const partKey = (hash: string, i: number): string => `part#${hash}#${String(i).padStart(4, '0')}`;
