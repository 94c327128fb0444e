import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentId } from '../../functions/documents/document.ts';
import { journalIn } from '../../functions/edge/journal.ts';
import { Table } from '../../functions/edge/table.ts';
import type { MeasureId } from '../../functions/findings/finding.ts';
import { createTable } from '../../functions/local/emulated-table.ts';
import { type Emulators, startEmulators } from '../../functions/local/emulators.ts';
import type { Change } from '../../functions/register/change.ts';
import type { BeijingDate, Instant } from '../../functions/time.ts';

let emulators: Emulators;
beforeAll(async () => {
  emulators = await startEmulators('journal');
});
afterAll(() => emulators.close());

const day = '2026-02-24' as BeijingDate;

/** A list of so many parties; `noise` makes names that do not compress. */
function listOf(count: number, number: number, noise = false): Change {
  const document = {
    id: `page-${count}` as DocumentId,
    fingerprint: `v-${count}`,
    source: 'mofcom-announcements',
    publisher: '商务部',
    authority: 'official',
    language: 'zh',
    url: 'https://www.mofcom.gov.cn/1.html',
    title: '公布将日本实体列入出口管制管控名单',
    publishedOn: day,
  } as const;
  const random = (): string =>
    Array.from(crypto.getRandomValues(new Uint8Array(60)), (byte) => byte.toString(36)).join('');
  const parties = Array.from({ length: count }, (_, i) => ({
    zh: `日本电气航空宇宙系统株式会社第${i + 1}事业所${noise ? random() : ''}`,
    en: `NEC Aerospace Systems, Ltd., Works No. ${i + 1}`,
  }));
  const measure = {
    id: `mofcom/2026/${number}` as MeasureId,
    title: document.title,
    instrument: 'control-list',
    reach: 'japan',
    items: [],
    goods: [],
    endUses: [],
    extraterritorial: true,
    legalBasis: [],
  } as const;
  const restriction = {
    ...measure,
    version: 1,
    document,
    effectiveOn: day,
    listings: parties.map((party) => ({ party, from: day })),
    suspensions: [],
  };
  return {
    number,
    observedAt: '2026-02-24T03:00:00.000Z' as Instant,
    cause: { document },
    provisions: [{ action: 'impose', measure: { ...measure, parties }, quote: 'q' }],
    effects: [{ kind: 'imposed', restriction, quote: 'q' }],
  };
}

test('a row holds any list: as it is, compressed, or in parts, none above what DynamoDB takes', async () => {
  await createTable('lists');
  const changes = [listOf(20, 1), listOf(500, 2), listOf(6_000, 3, true)];
  const writer = journalIn(new Table('lists'));
  for (const change of changes) await writer.append(change);
  expect(await journalIn(new Table('lists')).changes()).toEqual(changes);
  const rows = await new Table('lists').query('journal');
  const parts = rows.filter(({ sk }) => sk?.S?.startsWith('part#'));
  expect(parts.length).toBeGreaterThan(0);
  for (const row of rows) {
    const bytes = Object.values(row).reduce(
      (sum, value) => sum + (value.B?.length ?? Buffer.byteLength(value.S ?? '')),
      0,
    );
    expect(bytes).toBeLessThan(400_000);
  }
});

test('a number is given once; who comes second is told to read again', async () => {
  await createTable('numbers');
  const journal = journalIn(new Table('numbers'));
  await journal.append(listOf(1, 1));
  await expect(journal.append(listOf(2, 1))).rejects.toThrow(/change #1 was appended by another run/);
});

test('a journal with a hole says so, and where its backup is', async () => {
  await createTable('holed');
  const journal = journalIn(new Table('holed'));
  await journal.append(listOf(1, 1));
  await journal.append(listOf(1, 3));
  await expect(journal.changes()).rejects.toThrow(/change #2 is missing; restore the table from its backup/);
});
