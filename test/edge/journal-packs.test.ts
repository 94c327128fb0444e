import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journalIn } from '../../functions/edge/journal.ts';
import { shared } from '../../functions/edge/shared.ts';
import { Table } from '../../functions/edge/table.ts';
import { createTable, type EmulatedTable, startTable } from '../../functions/local/emulated-table.ts';
import type { Change } from '../../functions/register/change.ts';
import { emptyRegister, replay } from '../../functions/register/replay.ts';
import { histories } from '../register/history.ts';
import { live } from '../register/lived.ts';
import { readsOf } from '../register/written.ts';

let emulated: EmulatedTable;
beforeAll(async () => {
  emulated = await startTable('journal-packs');
});
afterAll(() => emulated.close());

let tables = 0;
async function freshTable(): Promise<Table> {
  const name = `packs-${tables++}`;
  await createTable(name);
  return new Table(name);
}

const journals = histories.map((events) => live(readsOf(events)).flatMap(({ change }) => change ?? []));

test('a journal read from packs and the rows behind them is the journal, and so is its register', async () => {
  await fc.assert(
    fc.asyncProperty(
      journals,
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.nat(40)),
      async (changes, aPack, packing) => {
        const table = await freshTable();
        const writer = journalIn(table, aPack);
        for (const change of changes) {
          await writer.append(change);
          if (packing.includes(change.number)) await journalIn(table, aPack).pack();
        }
        await writer.pack();
        const reader = journalIn(table, aPack);
        expect(await reader.changes()).toEqual(JSON.parse(JSON.stringify(changes)));
        const packs = await table.query('journal', { after: 'packed#', before: 'packed#~' });
        expect(packs).toHaveLength(Math.floor(changes.length / aPack));
        expect(replay(await reader.changes())).toEqual(replay(await journalIn(table, 500).changes()));
        await writer.append({ ...(changes[0] as Change), number: changes.length + 1 });
        expect(await reader.changes()).toHaveLength(changes.length + 1);
      },
    ),
    { numRuns: 20, seed: 20_261_125 },
  );
});

test('a register that goes on from an earlier one is that of the whole journal', () => {
  fc.assert(
    fc.property(journals, fc.nat(40), (changes, at) => {
      const earlier = replay(changes.slice(0, at));
      const before = structuredClone(earlier);
      expect(replay(changes.slice(at), earlier)).toEqual(replay(changes));
      expect(earlier).toEqual(before);
      expect(replay([], emptyRegister)).toEqual(emptyRegister);
    }),
    { numRuns: 100, seed: 20_261_125 },
  );
});

test('a pack that is broken, or of a later form, is passed over', async () => {
  const table = await freshTable();
  const changes = fc.sample(journals, { numRuns: 1, seed: 7 })[0] as readonly Change[];
  for (const change of changes) await journalIn(table).append(change);
  for (const broken of [
    { form: 2, packed: new Uint8Array([1, 2, 3]) },
    { form: 99, packed: new Uint8Array([0]) },
  ]) {
    await table.put('journal', 'packed#00000002', broken);
    expect(await journalIn(table).changes()).toHaveLength(changes.length);
  }
});

test('what is written alike is one object in a pack, and says what it said', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify([value, { again: value }])) as [unknown, { again: unknown }];
      const [one, { again }] = shared(json);
      expect(one).toBe(again);
      expect([one, { again }]).toEqual(json);
    }),
  );
});

test('the Changes of a pack hold what they have in common once', async () => {
  const table = await freshTable();
  const changes = fc.sample(journals, { numRuns: 20, seed: 7 }).find(({ length }) => length > 3) as readonly Change[];
  for (const change of changes) await journalIn(table, changes.length).append(change);
  await journalIn(table, changes.length).pack();
  const [first] = await journalIn(table, changes.length).changes();
  const [effect] = first?.effects ?? [];
  if (!first || !('document' in first.cause) || !effect || !('restriction' in effect))
    throw new Error('another sample');
  expect(effect.restriction.document).toBe(first.cause.document);
});
