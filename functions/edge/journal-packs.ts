import { deserialize, serialize } from 'node:v8';
import { gunzipSync } from 'node:zlib';
import type { Change } from '../register/change.ts';
import { FORM, upcast } from '../register/form.ts';
import { compressed, packed } from './packed-rows.ts';
import { shared } from './shared.ts';
import { absent, type Table } from './table.ts';

const [AFTER, BEFORE] = ['packed#', 'packed#~'];

/**
 * Packs of Changes, a row each, which a process that has just started reads in the place of the rows. They hold the Changes
 * as they stand, and nothing derived. What stands in many places (a list in each Change that moves it, a document in all that
 * it says) is written once, and read as one object: V8's own form can say so, and JSON cannot.
 */
export const journalPacksIn = (table: Table, partition: string) => ({
  /** What packs hold without a gap; what cannot be read of them is read from the rows. */
  async read(): Promise<readonly Change[]> {
    const rows = await table.query(partition, { after: AFTER, before: BEFORE, consistent: true });
    const changes: Change[] = [];
    for (const row of rows) {
      const more = changesIn(await compressed(partition, row, table), Number(row['form']?.N));
      if (more.length === 0 || more.some(({ number }, i) => number !== changes.length + i + 1)) break;
      changes.push(...more);
    }
    return changes;
  },

  /** Another process may have written them before: it wrote the same. @param upTo the number of the last of them */
  async write(changes: readonly Change[], upTo: number): Promise<void> {
    const body = await packed(partition, serialize(shared(changes)), table);
    await table.put(partition, `${AFTER}${String(upTo).padStart(8, '0')}`, { form: FORM, ...body }, absent);
  },
});

/** None, where they are broken, of a later form, or written by a later V8. */
function changesIn(bytes: Uint8Array, form: number): readonly Change[] {
  if (form > FORM) return [];
  try {
    return (deserialize(gunzipSync(bytes)) as readonly unknown[]).map((change) => upcast(change, form));
  } catch {
    return [];
  }
}
