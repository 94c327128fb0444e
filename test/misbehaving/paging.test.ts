import { expect, test } from 'vitest';
import { type Instead, ordinaryNotices, pathOf } from '../../functions/local/replica.ts';
import { annualIndexPage, type Announced, jpaasUnit } from '../../functions/local/wire-pages.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import type { Source } from '../../functions/sources/source.ts';
import { addMinutes, type BeijingDate, type Instant } from '../../functions/time.ts';
import { announce, index, Telling } from '../stories/telling.ts';

// Promises of functions/documents/README.md on lists of several pages.

const unit = catalogue.find(({ id }) => id === 'mofcom-policy-releases') as Source;
const ROWS = 15;
const start = '2026-02-24T03:00:00.000Z' as Instant;

const list = (announced: readonly Announced[]): Instead => {
  const rows = announced.map((one) => [one, pathOf(unit, one)] as const);
  return (request, response) => {
    const asked = new URL(request.url ?? '', 'http://x').searchParams.get('paramJson');
    const page = asked === null ? 1 : (JSON.parse(asked) as { readonly pageNo: number }).pageNo;
    response.writeHead(200, { 'content-type': 'application/json' }).end(jpaasUnit(rows, page, ROWS));
  };
};
const notices = (count: number, day: string): readonly Announced[] =>
  Array.from({ length: count }, (_, i) =>
    announce(`商务部关于第${i}件事的通知 ${day}`, day, '通知的内容。'.repeat(20)),
  );
const { host, pathname } = new URL(unit.url);
const known = notices(20, '2026-02-20');

async function polls(announced: readonly Announced[], times: number) {
  const watch = await Telling.begin([unit.id]);
  const before = { [`${host}${pathname}`]: list(known) };
  await watch.learn('2026-02-23T00:00:00.000Z', { announced: known, on: [unit.id], instead: before });
  const moment = {
    announced: [...announced, ...known],
    on: [unit.id],
    instead: { [`${host}${pathname}`]: list([...announced, ...known]) },
  };
  const reports = [];
  for (let i = 0; i < times; i++) {
    watch.show({ at: addMinutes(start, i * 5), ...moment });
    reports.push(await watch.handlers.poll({ source: unit }));
  }
  await watch.handlers.notify();
  return { reports, heard: watch.world.deliveries().filter(({ to }) => to === 'operator') };
}

test('new rows over several pages are all read, though today’s, which are on top, are read first', async () => {
  const { reports } = await polls([...notices(14, '2026-02-24'), ...notices(24, '2026-02-22')], 4);
  expect(reports.map(({ read, unread }) => [read, unread])).toEqual([
    [20, 18],
    [18, 0],
    [0, 0],
    [0, 0],
  ]);
});

test('a list of more than five new pages is cut there, and the operator is told what was not read', async () => {
  const { reports, heard } = await polls(notices(100, '2026-02-24'), 1);
  expect(reports[0]?.listed).toBe(75);
  expect(heard[0]?.text).toMatch(
    /all of its first 5 pages are new, and what follows is left unread: look through page 6/,
  );
});

test('an index that lost half of its rows is told to the operator, and the shorter one is taken for the list from then on', async () => {
  const watch = await Telling.begin([index]);
  await watch.learn('2026-02-23T00:00:00.000Z');
  const source = catalogue.find(({ id }) => id === index) as Source;
  const rows = ordinaryNotices(16, '2026-02-23' as BeijingDate).map((one) => [one, pathOf(source, one)] as const);
  const body = annualIndexPage(rows.slice(9));
  const heard: string[] = [];
  for (const minutes of [0, 5, 10]) {
    const instead = { 'www.mofcom.gov.cn/zcfb/blgg/gg/2026/index.html': { body } };
    for (const { text } of await watch.tell({ at: addMinutes(start, minutes), instead })) heard.push(text);
  }
  expect(heard).toEqual([
    expect.stringContaining('it listed 16 rows before and lists 7 now'),
    expect.stringContaining('State: degraded -> ok'),
  ]);
});
