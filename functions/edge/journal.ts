import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { JournalMoved } from '../errors.ts';
import type { Change } from '../register/change.ts';
import { FORM, upcast } from '../register/form.ts';
import type { Journal } from './edge.ts';
import { absent, type Row, type Table } from './table.ts';

const PARTITION = 'journal';
// DynamoDB refuses items over 400 KB, names and keys included.
const ROW_BYTES = 350_000;
// Below this a row is readable JSON in the console; above, compressed: 500 parties shrink to a tenth.
const PLAIN_BYTES = 100_000;

const sortKey = (number: number): string => `change#${String(number).padStart(8, '0')}`;

/** The journal in the table. Rows never change, so that what was read once in this process is not read again. */
export function journalIn(table: Table): Journal {
  let known: readonly Change[] = [];
  return {
    async changes() {
      const from = sortKey(known.length + 1);
      const rows = await table.query(PARTITION, { after: from, before: 'change#~', consistent: true });
      const fresh = await Promise.all(rows.map((row) => changeIn(row, table)));
      known = [...known, ...fresh.filter(({ number }) => number > known.length)];
      const lacking = known.findIndex(({ number }, i) => number !== i + 1);
      if (lacking >= 0)
        throw new Error(`journal: change #${lacking + 1} is missing; restore the table from its backup`);
      return known;
    },
    async append(change) {
      const json = Buffer.from(JSON.stringify(change));
      const attributes = {
        form: FORM,
        kinds: [...new Set(change.effects.map(({ kind }) => kind))].join(' ') || 'none',
        at: change.observedAt,
      };
      const body = json.length <= PLAIN_BYTES ? { body: json.toString() } : await pack(json, table);
      if (await table.put(PARTITION, sortKey(change.number), { ...attributes, ...body }, absent)) return;
      throw new JournalMoved(`journal: change #${change.number} was appended by another run; read and compare again`);
    },
  };
}

/** Parts first and by content: a crash before the head leaves nothing that anybody reads. */
async function pack(json: Buffer, table: Table): Promise<Record<string, Uint8Array | string | number>> {
  const [packed = Buffer.alloc(0), ...overflow] = chunks(gzipSync(json));
  if (overflow.length === 0) return { packed };
  const hash = createHash('sha256').update(json).digest('base64url');
  for (const [i, part] of overflow.entries()) await table.put(PARTITION, partKey(hash, i), { packed: part }, absent);
  return { packed, hash, parts: overflow.length };
}

async function changeIn(row: Row, table: Table): Promise<Change> {
  if (row['body']?.S !== undefined) return upcast(JSON.parse(row['body'].S), formOf(row));
  const parts = Array.from({ length: Number(row['parts']?.N ?? 0) }, (_, i) =>
    table.get(PARTITION, partKey(row['hash']?.S ?? '', i)),
  );
  const packed = [row, ...(await Promise.all(parts))].map((part) => part?.['packed']?.B ?? new Uint8Array());
  return upcast(JSON.parse(gunzipSync(Buffer.concat(packed)).toString()), formOf(row));
}

const formOf = (row: Row): number => Number(row['form']?.N ?? 1);

const partKey = (hash: string, i: number): string => `part#${hash}#${String(i).padStart(4, '0')}`;

const chunks = (bytes: Buffer): readonly Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / ROW_BYTES) }, (_, i) =>
    bytes.subarray(i * ROW_BYTES, (i + 1) * ROW_BYTES),
  );
