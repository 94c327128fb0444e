import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { OurLists } from '../screening/own.ts';
import { inParts } from './packed-rows.ts';
import type { Table } from './table.ts';

const PARTS = 8;
/** A part that is not in use any more; its bytes are not kept. */
const BLANK = new Uint8Array([0]);

/**
 * The deployment's own customers, suppliers and parts, in the partition `own`, which the notifier alone may read. They are
 * replaced whole. Whoever is asked for them gets no word of them in an error.
 */
export const ownListsIn = (table: Table) => ({
  /** @returns undefined where there are none. @throws Error for rows that do not belong together, or cannot be read */
  async read(): Promise<OurLists | undefined> {
    const rows = await table.query('own', { consistent: true });
    const count = Number(rows[0]?.['parts']?.N ?? 0);
    if (count === 0) return undefined;
    const bytes = Buffer.concat(rows.slice(0, count).map((row) => row['body']?.B ?? BLANK));
    if (hashOf(bytes) !== rows[0]?.['hash']?.S) throw new Error('own lists: their rows do not belong together');
    return unpacked(bytes);
  },
  /** Replaces them; undefined takes them away. @throws RangeError for more than the table is meant to hold */
  async write(lists: OurLists | undefined): Promise<void> {
    const bytes = lists ? gzipSync(JSON.stringify(lists)) : Buffer.alloc(0);
    const parts = inParts(bytes);
    const count = parts.length;
    if (count > PARTS) throw new RangeError(`own lists: ${count} rows, compressed; ${PARTS} fit`);
    const before = (await table.query('own', { consistent: true, only: ['parts'] })).length;
    // The first row says how many belong to it, and is written last.
    for (let i = Math.max(before, count, 1) - 1; i >= 0; i--) {
      const body = parts[i] ?? BLANK;
      const name = `part#${String(i + 1).padStart(4, '0')}`;
      await table.put('own', name, i === 0 ? { body, parts: count, hash: hashOf(bytes) } : { body });
    }
  },
});

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A parser's message would quote what it could not parse. */
function unpacked(bytes: Uint8Array): OurLists {
  try {
    return JSON.parse(gunzipSync(bytes).toString()) as OurLists;
  } catch {
    throw new Error('own lists: what is kept of them cannot be read; put the file again');
  }
}
