import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { journalIn } from '../../functions/edge/journal.ts';
import { ownListsIn as keptIn } from '../../functions/edge/own-lists.ts';
import { Table } from '../../functions/edge/table.ts';
import { ownListsIn } from '../../functions/local/own-list-file.ts';
import { TABLE } from '../../functions/local/world.ts';
import { announce, index, Telling } from './telling.ts';

const folder = mkdtempSync(join(tmpdir(), 'own-'));
const written = (text: string): string => {
  const file = join(folder, 'own.csv');
  writeFileSync(file, text);
  return file;
};

/** Everything that the functions log, as CloudWatch would keep it. */
const log: string[] = [];
beforeAll(() => {
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => log.push(String(chunk)) > 0);
});
afterAll(() => {
  vi.restoreAllMocks();
  delete process.env['POWERTOOLS_LOG_LEVEL'];
});

const listing = announce(
  '商务部公告2026年第90号 公布将2家日本实体列入出口管制管控名单',
  '2026-03-02',
  '决定将2家日本实体列入出口管制管控名单。本公告自公布之日起正式实施。\n附件\n1.甲山株式会社（Koyama Co., Ltd.）\n2.乙川株式会社（Otsukawa Co., Ltd.）',
);
const removal = announce(
  '商务部公告2026年第95号 公布将1家日本实体移出出口管制管控名单',
  '2026-03-09',
  '决定自即日起将甲山株式会社等1家日本实体移出出口管制管控名单。\n附件\n1.甲山株式会社（Koyama Co., Ltd.）',
);

const own = `kind,id,name
customer,K-7,㈱甲山
customer,K-8,Secret Buyer of Nagoya
supplier,L-1,Otsukawa
`;

test('an alert says in its second line which of our own it touches, and is urgent for them; nobody else learns of them', async () => {
  const watch = await Telling.begin([index], { ownLists: true });
  const kept = keptIn(new Table(TABLE));
  await watch.learn('2026-03-01T01:00:00.000Z');
  await kept.write(ownListsIn(written(own)).lists);

  const told = await watch.tell({ at: '2026-03-02T03:00:00.000Z', announced: [listing] });
  const second = (to: string): string | undefined => told.find((one) => one.to === to)?.text.split('\n')[1];
  expect(second('en@maker.example')).toBe('Yours: 1 customer (K-7), 1 supplier (L-1)');
  expect(second('ja@maker.example')).toBe('自社該当：取引先1件（K-7）、仕入先1件（L-1）');
  expect(JSON.parse(told[0]?.json ?? '{}')).toMatchObject({ ours: { customers: [{ id: 'K-7', certain: true }] } });

  // Whom a list lets go is told by e-mail; whose customer it is, by text message, too.
  const better = await watch.tell({ at: '2026-03-09T03:00:00.000Z', announced: [listing, removal] });
  expect(better.map(({ protocol, urgency }) => `${protocol} ${urgency}`)).toEqual([
    'email immediate',
    'email immediate',
    'sms immediate',
  ]);
  expect(better[0]?.text).toContain('\nYours: 1 customer (K-7)\n');

  expect(log.join('')).toContain('"published":[2]');
  const journal = JSON.stringify(await journalIn(new Table(TABLE)).changes());
  for (const word of ['K-7', 'K-8', 'L-1', 'Secret Buyer']) {
    expect(log.join('')).not.toContain(word);
    expect(journal).not.toContain(word);
    expect(told.map(({ text, json }) => text + json).join('')).not.toContain('Secret Buyer');
  }
});

test('without them a removal is routine; where they cannot be read, the alert goes out and says so, and the log does not hold them', async () => {
  const watch = await Telling.begin([index], { ownLists: true });
  const table = new Table(TABLE);
  await watch.learn('2026-03-01T01:00:00.000Z');
  await watch.tell({ at: '2026-03-02T03:00:00.000Z', announced: [listing] });
  // One row of an older file under the head of a newer one.
  await keptIn(table).write(ownListsIn(written(own)).lists);
  await table.put('own', 'part#0001', { body: new TextEncoder().encode('Secret Buyer'), parts: 1, hash: 'another' });
  watch.show({ at: '2026-03-09T03:00:00.000Z', announced: [listing, removal] });
  for (const source of watch.sources) await watch.handlers.poll({ source });
  const { faults } = await watch.handlers.notify();
  expect(faults).toEqual(['the lists of our own could not be read: Error']);
  const told = watch.world.deliveries();
  expect(told.map(({ protocol, urgency }) => `${protocol} ${urgency}`)).toEqual(['email routine', 'email routine']);
  expect(told[0]?.text).toMatch(/\nYours: your lists .* COULD NOT BE READ/);
  expect(log.join('')).toContain('the lists of our own could not be read');
  expect(log.join('')).not.toContain('Secret Buyer');
});

test('a row that cannot be used is named with what to do, and loses nothing else', () => {
  const { lists, faults } = ownListsIn(
    written(`種別,番号,社名\n得意先,1,甲山\nvendorr,2,乙川\n\n部品,,石墨\n部品,4,\n仕入先,5,丙田\n部品,6,8505111000\n`),
  );
  expect(faults).toEqual([
    'row 3: its kind is "vendorr"; write customer, supplier or part',
    'row 5: it has no id; give it one of yours, which alerts then name',
    'row 6: it has no name; write a name, a code or what the part is made of',
  ]);
  expect(lists).toEqual({
    customers: [{ id: '1', name: '甲山' }],
    suppliers: [{ id: '5', name: '丙田' }],
    parts: [{ id: '6', name: '8505111000' }],
  });
  expect(() => ownListsIn(written('id,name\n1,a\n'))).toThrow(/no column "kind" among id, name/);
  expect(() => ownListsIn(written('kind,id,name\nx,1,a\n'))).toThrow(
    /no row of it can be used\nrow 2: its kind is "x"/,
  );
});

test('lists of many rows are kept in parts, replaced whole by fewer, and taken away', async () => {
  await Telling.begin([index], { ownLists: true });
  const table = new Table(TABLE);
  const kept = keptIn(table);
  // What does not compress: three parts.
  const noise = Array.from({ length: 12_000 }, (_, i) => {
    const name = Array.from({ length: 40 }, (_, k) =>
      String.fromCharCode(0x4e00 + ((i * 7919 + k * k * 104_729) % 20_000)),
    );
    return { id: `C${i}`, name: name.join('') };
  });
  const many = { customers: noise, suppliers: [], parts: [] };
  await kept.write(many);
  expect((await table.query('own', { only: ['parts'] })).length).toBeGreaterThan(1);
  expect(await kept.read()).toEqual(many);
  const few = { customers: noise.slice(0, 3), suppliers: [], parts: [] };
  await kept.write(few);
  expect(await kept.read()).toEqual(few);
  const sizes = (await table.query('own')).map((row) => row['body']?.B?.length ?? 0);
  expect(sizes.slice(1).every((size) => size === 1)).toBe(true);
  await kept.write(undefined);
  expect(await kept.read()).toBeUndefined();
});
