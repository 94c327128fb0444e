import { JournalMoved } from '../errors.ts';
import type { Change } from '../register/change.ts';
import { FORM, upcast } from '../register/form.ts';
import type { Journal, JournalPacks } from './edge.ts';
import { journalPacksIn } from './journal-packs.ts';
import { packed, unpacked } from './packed-rows.ts';
import { absent, type Row, type Table } from './table.ts';

const PARTITION = 'journal';
// Below this a row is readable JSON in the console; above, compressed: 500 parties shrink to a tenth.
const PLAIN_BYTES = 100_000;
/** A process that has just started reads full packs of this many Changes, a row each, and the rest one by one. */
const A_PACK = 500;

const sortKey = (number: number): string => `change#${String(number).padStart(8, '0')}`;

/**
 * The journal in the table. Rows never change, so that what was read once in this process is not read again, and packs of them
 * say what they say.
 * @param aPack how many Changes a pack holds
 */
export function journalIn(table: Table, aPack: number = A_PACK): Journal & JournalPacks {
  let known: readonly Change[] = [];
  let inPacks: number | undefined;
  const packs = journalPacksIn(table, PARTITION);
  return { changes, append, pack };

  async function changes(): Promise<readonly Change[]> {
    if (inPacks === undefined) {
      const found = await packs.read();
      inPacks = found.length;
      if (known.length === 0) known = found;
    }
    const from = sortKey(known.length + 1);
    const rows = await table.query(PARTITION, { after: from, before: 'change#~', consistent: true });
    if (rows.length === 0) return known;
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
      await packs.write(all.slice(from, from + aPack), from + aPack);
      inPacks = from + aPack;
      count++;
    }
    return count;
  }
}

const changeIn = async (row: Row, table: Table): Promise<Change> =>
  upcast(JSON.parse(row['body']?.S ?? (await unpacked(PARTITION, row, table))), formOf(row));

const formOf = (row: Row): number => Number(row['form']?.N ?? 1);
