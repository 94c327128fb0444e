import { JournalMoved } from '../errors.ts';
import type { Change } from '../register/change.ts';
import { FORM, upcast } from '../register/form.ts';
import type { Journal, JournalPacks } from './edge.ts';
import { packed, unpacked } from './packed-rows.ts';
import { absent, type Row, type Table } from './table.ts';

const PARTITION = 'journal';
// Below this a row is readable JSON in the console; above, compressed: 500 parties shrink to a tenth.
const PLAIN_BYTES = 100_000;
/** A process that has just started reads full packs of this many Changes, a row each, and the rest one by one. */
const A_PACK = 500;

const sortKey = (number: number): string => `change#${padded(number)}`;
const packKey = (upTo: number): string => `pack#${padded(upTo)}`;
const padded = (number: number): string => String(number).padStart(8, '0');

/**
 * The journal in the table. Rows never change, so that what was read once in this process is not read again, and packs of them
 * say what they say.
 * @param aPack how many Changes a pack holds
 */
export function journalIn(table: Table, aPack: number = A_PACK): Journal & JournalPacks {
  let known: readonly Change[] = [];
  let inPacks: number | undefined;
  return { changes, append, pack };

  async function changes(): Promise<readonly Change[]> {
    if (inPacks === undefined) {
      const found = await changesInPacks(table);
      inPacks = found.length;
      if (known.length === 0) known = found;
    }
    const from = sortKey(known.length + 1);
    const rows = await table.query(PARTITION, { after: from, before: 'change#~', consistent: true });
    const fresh = await Promise.all(rows.map((row) => changeIn(row, table)));
    known = [...known, ...fresh.filter(({ number }) => number > known.length)];
    const lacking = known.findIndex(({ number }, i) => number !== i + 1);
    if (lacking >= 0) throw new Error(`journal: change #${lacking + 1} is missing; restore the table from its backup`);
    return known;
  }

  async function append(change: Change): Promise<void> {
    const json = Buffer.from(JSON.stringify(change));
    const attributes = {
      form: FORM,
      kinds: [...new Set(change.effects.map(({ kind }) => kind))].join(' ') || 'none',
      at: change.observedAt,
    };
    const body = json.length <= PLAIN_BYTES ? { body: json.toString() } : await packed(PARTITION, json, table);
    if (await table.put(PARTITION, sortKey(change.number), { ...attributes, ...body }, absent)) return;
    throw new JournalMoved(`journal: change #${change.number} was appended by another run; read and compare again`);
  }

  async function pack(): Promise<number> {
    const all = await changes();
    let count = 0;
    for (let from = inPacks ?? 0; from + aPack <= all.length; from += aPack) {
      const body = await packed(PARTITION, Buffer.from(JSON.stringify(all.slice(from, from + aPack))), table);
      await table.put(PARTITION, packKey(from + aPack), { form: FORM, ...body }, absent);
      inPacks = from + aPack;
      count++;
    }
    return count;
  }
}

/** What packs hold without a gap; what cannot be read of them is read from the rows. */
async function changesInPacks(table: Table): Promise<readonly Change[]> {
  const rows = await table.query(PARTITION, { after: 'pack#', before: 'pack#~', consistent: true });
  const changes: Change[] = [];
  for (const row of rows) {
    const more = await changesInPack(row, table);
    if (more.some(({ number }, i) => number !== changes.length + i + 1)) break;
    changes.push(...more);
  }
  return changes;
}

async function changesInPack(row: Row, table: Table): Promise<readonly Change[]> {
  const form = formOf(row);
  if (form > FORM) return [];
  const text = await unpacked(PARTITION, row, table).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return '[]';
    throw error;
  });
  return (JSON.parse(text) as readonly unknown[]).map((change) => upcast(change, form));
}

const changeIn = async (row: Row, table: Table): Promise<Change> =>
  upcast(JSON.parse(row['body']?.S ?? (await unpacked(PARTITION, row, table))), formOf(row));

const formOf = (row: Row): number => Number(row['form']?.N ?? 1);
