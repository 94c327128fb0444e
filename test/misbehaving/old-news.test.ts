import { expect, test } from 'vitest';
import { bookmarksIn } from '../../functions/edge/bookmarks.ts';
import { Table } from '../../functions/edge/table.ts';
import { transitionsOf } from '../../functions/alerts/transitions.ts';
import { type Instead, pathOf } from '../../functions/local/replica.ts';
import { type Announced, articlePage } from '../../functions/local/wire-pages.ts';
import { type Delivery, TABLE } from '../../functions/local/world.ts';
import { hushOf } from '../../functions/runs/hush.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import type { SourceState } from '../../functions/sources/health.ts';
import type { Authority, Source } from '../../functions/sources/source.ts';
import { addMinutes, type BeijingDate, type Instant } from '../../functions/time.ts';
import { announce, index, press, Telling } from '../stories/telling.ts';

// Each test bears a promise of functions/documents/README.md.

const lastYear = 'mofcom-announcements-last-year';
const to = (deliveries: readonly Delivery[], who: string): readonly string[] =>
  deliveries.filter((one) => one.to === who).map(({ subject }) => subject);
const reader = 'en@maker.example';
const listing = (number: number, day: string): Announced =>
  announce(
    `商务部公告${day.slice(0, 4)}年第${number}号 公布将1家日本实体列入出口管制管控名单`,
    day,
    '决定将1家日本实体列入出口管制管控名单。本公告自公布之日起正式实施。\n附件\n1.甲山株式会社（Koyama Co., Ltd.）',
  );

test.each<readonly [Authority, string, string | undefined, boolean]>([
  ['press', '2026-02-17', undefined, false],
  ['press', '2026-02-16', undefined, true],
  ['press', '2026-02-16', '2026-02-17', false],
  ['official', '2025-12-26', undefined, false],
  ['official', '2025-12-25', undefined, true],
  ['official', '2020-01-01', '2026-01-10', false],
])(
  'old is the press after seven days, the ministry after sixty, by every date that the text bears: %s, %s, %s',
  (authority, page, row, isOld) => {
    const publishedOn = page as BeijingDate;
    const entry = row === undefined ? {} : { publishedOn: row as BeijingDate };
    const hush = hushOf({ authority, publishedOn }, entry, '2026-02-24T03:00:00.000Z' as Instant, undefined);
    expect(hush?.why).toBe(isOld ? 'held' : undefined);
  },
);

test('the first list of a source tells subscribers nothing, except a ministry’s text of yesterday or later', async () => {
  const watch = await Telling.begin([index]);
  const announced = [listing(13, '2026-02-24'), listing(12, '2026-02-23'), listing(11, '2026-02-22')];
  const told = await watch.tell({ at: '2026-02-24T03:00:00.000Z', announced });
  expect(to(told, reader)).toEqual([expect.stringContaining('23 Feb 2026'), expect.stringContaining('24 Feb 2026')]);
});

test('the list of last year, which begins anew each January, is learned as a first list is', async () => {
  const ids = [index, lastYear];
  const watch = await Telling.begin(ids);
  const announced = [listing(40, '2026-12-20'), listing(39, '2026-12-10')];
  for (const at of ['2026-12-30T00:00:00.000Z', '2026-12-30T01:00:00.000Z'])
    await watch.tell({ at, announced, on: ids });
  const told: Delivery[] = [];
  for (const at of ['2026-12-31T16:30:00.000Z', '2026-12-31T17:30:00.000Z', '2027-01-02T05:00:00.000Z']) {
    told.push(...(await watch.tell({ at, announced, on: ids })));
  }
  expect(to(told, reader)).toEqual([]);
});

test('a fall that lasts half an hour is told in any case, whatever was told of the source before', () => {
  const at = '2026-02-24T03:00:00.000Z' as Instant;
  const fallen = (minutes: number): SourceState => ({
    id: press,
    publisher: 'X',
    authority: 'press',
    state: 'down',
    failures: 3,
    turns: 9,
    since: addMinutes(at, -minutes),
    tally: { since: at, polls: 9, failed: 9 },
  });
  const told = { [press]: `ok|${addMinutes(at, -60)}|2|8` };
  expect(transitionsOf([fallen(29)], told, at)).toEqual([]);
  expect(transitionsOf([fallen(30)], told, at).map(({ transition }) => transition.kind)).toEqual(['down']);
});

test('other sources are left alone for as long as they ask, at most a day', async () => {
  const watch = await Telling.begin([press]);
  await watch.learn('2026-02-23T00:00:00.000Z');
  const source = catalogue.find(({ id }) => id === press) as Source;
  const week = { status: 503, headers: { 'retry-after': '604800' }, body: '' };
  await watch.tell({ at: '2026-02-23T01:00:00.000Z', instead: { 'www.scmp.com/rss/4/feed': week } });
  const outcomes: string[] = [];
  for (const at of ['2026-02-23T12:00:00.000Z', '2026-02-24T00:59:00.000Z', '2026-02-24T01:00:00.000Z']) {
    watch.show({ at });
    outcomes.push((await watch.handlers.poll({ source })).outcome);
  }
  expect(outcomes).toEqual(['waiting', 'waiting', 'read']);
});

test('the bookmark is written as it goes: of a poll that is killed, what was read is not read again', async () => {
  const watch = await Telling.begin([index]);
  await watch.learn('2026-02-23T00:00:00.000Z');
  const source = catalogue.find(({ id }) => id === index) as Source;
  const announced = Array.from({ length: 6 }, (_, i) =>
    announce(`商务部公告2026年第${50 + i}号 关于通知的公告`, '2026-02-24', '通知的内容。'.repeat(20)),
  );
  let asked = 0;
  const counted =
    (one: Announced): Instead =>
    (_, response) => {
      asked++;
      response.writeHead(200, { 'content-type': 'text/html' }).end(articlePage(one));
    };
  const instead = Object.fromEntries(announced.map((one) => [`www.mofcom.gov.cn${pathOf(source, one)}`, counted(one)]));
  watch.show({ at: '2026-02-24T03:00:00.000Z', announced, instead });
  const { revision: before } = await bookmarksIn(new Table(TABLE)).of(index);
  // A clock on which each look at the time left costs eight seconds.
  let left = 300_000;
  await watch.handlers.poll({ source }, { getRemainingTimeInMillis: () => (left -= 8_000) });
  const { revision: after } = await bookmarksIn(new Table(TABLE)).of(index);
  expect(after - before).toBeGreaterThan(2);
  expect(asked).toBe(6);
  watch.show({ at: '2026-02-24T03:05:00.000Z', announced, instead });
  await watch.handlers.poll({ source });
  expect(asked).toBe(6);
});
