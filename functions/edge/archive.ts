import { gzipSync } from 'node:zlib';
import type { PollEdge } from './edge.ts';
import { archiveOf } from './archive-read.ts';
import { boundedKey, cutAtBytes, SORT_BYTES } from './bounds.ts';
import { absent, type Table } from './table.ts';

// A page of 1 MB of Chinese compresses to about 300 KB; what would not fit a row is cut, and says so.
const ROW_BYTES = 380_000;
const CUT = 120_000;
// An address or a title is somebody else's, and as long as they please.
const FIELD_BYTES = 4_000;

/** Every version of every official page, as it was read. */
export const archiveIn = (table: Table): PollEdge['archive'] => ({
  async keep({ id, fingerprint, url, title, text }, at) {
    const row = { url: cutAtBytes(url, FIELD_BYTES), title: cutAtBytes(title || id, FIELD_BYTES), at };
    await table.put(archiveOf(id), fingerprint, { ...row, ...inRow(text) }, absent);
  },
  async keepTable({ id, fingerprint }, name, csv, at) {
    await table.put(archiveOf(id), `${fingerprint}#${name}`, { title: name, at, ...inRow(csv) }, absent);
  },
});

function inRow(text: string): Record<string, Uint8Array | number> {
  const whole = gzipSync(text);
  return whole.length <= ROW_BYTES ? { packed: whole } : { packed: gzipSync(text.slice(0, CUT)), cutAtCharacter: CUT };
}

/** The outlets that carried a reported story. */
export const storiesIn = (table: Table) => ({
  async carriedBy(change: number, outlet: string): Promise<void> {
    await table.put(`story#${change}`, boundedKey(outlet || '?', SORT_BYTES), {}, absent);
  },
  async outlets(change: number): Promise<readonly string[]> {
    return (await table.query(`story#${change}`)).map((row) => row['sk']?.S ?? '');
  },
});
