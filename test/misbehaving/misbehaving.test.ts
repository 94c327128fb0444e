import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bookmarksIn } from '../../functions/edge/bookmarks.ts';
import { deliveriesIn } from '../../functions/edge/deliveries.ts';
import { Table } from '../../functions/edge/table.ts';
import {
  type Instead,
  ordinaryNotices,
  pathOf,
  type Replica,
  type Scene,
  startReplica,
} from '../../functions/local/replica.ts';
import { jpaasUnit } from '../../functions/local/wire-pages.ts';
import { setClock, startWorld, TABLE, type World } from '../../functions/local/world.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import { addressOf, type Source } from '../../functions/sources/source.ts';
import { addMinutes, type BeijingDate, type Instant } from '../../functions/time.ts';
import { headline } from '../stories/telling.ts';
import { elsewhere, notHere } from './elsewhere.ts';
import { falseLists } from './false-lists.ts';
import { oddLists } from './odd-lists.ts';
import { refusals } from './refusals.ts';
import { ok, type Row } from './row.ts';

const ids = {
  index: 'mofcom-announcements',
  unit: 'mofcom-policy-releases',
  network: 'export-control-notices',
  cabinet: 'govcn-latest-policy',
  feed: 'scmp-china',
};
const sources = Object.values(ids).map((id) => catalogue.find((one) => one.id === id) as Source);
const of = (row: Pick<Row, 'source'>): Source => sources.find(({ id }) => id === ids[row.source]) as Source;

let world: World;
let replica: Replica;
let now = '2026-02-24T00:00:00.000Z' as Instant;

const healthy: Scene = {
  sources,
  announced: Object.fromEntries(
    sources.map(({ id, atLeast }) => [id, ordinaryNotices(Math.max(16, atLeast), '2026-02-23' as BeijingDate)]),
  ),
  headlines: {
    [ids.feed]: [headline('Weather', '2026-02-23T00:00:00.000Z'), headline('Sport', '2026-02-23T06:00:00.000Z')],
  },
};

beforeAll(async () => {
  replica = await startReplica();
  world = await startWorld({
    subscribers: [{ email: 'en@maker.example', language: 'en' }],
    languages: ['en'],
    sources: sources.map(({ id }) => id),
    replica: replica.address,
  });
  replica.show(healthy);
  for (let i = 0; i < 2; i++) for (const source of sources) await poll(source);
});
// Each row finds everything well, and nobody with news to hear.
beforeEach(async () => {
  replica.show(healthy);
  now = addMinutes(now, 2);
  for (const source of sources) await poll(source);
  await heard();
  // Nor has the operator heard anything of late: what flaps is told every six hours.
  const deliveries = deliveriesIn(new Table(TABLE), { now: () => now });
  const mark = await deliveries.mark();
  const told = Object.fromEntries(Object.entries(mark.told).filter(([about]) => about.includes(' ')));
  await deliveries.move({ ...mark, told });
});
afterAll(async () => {
  await world.close();
  await replica.close();
});

function poll(source: Source): ReturnType<World['poll']> {
  now = addMinutes(now, 1);
  setClock(now);
  return world.poll({ source });
}

const kept = async (source: Source) => (await bookmarksIn(new Table(TABLE)).of(source.id)).bookmark;

/** What the operator, and subscribers, have heard since. */
async function heard(): Promise<{ readonly operator: readonly string[]; readonly others: number }> {
  await world.notify();
  const deliveries = world.deliveries();
  return {
    operator: deliveries.filter(({ to }) => to === 'operator').map(({ subject }) => subject),
    others: deliveries.filter(({ to }) => to !== 'operator').length,
  };
}

test.each([...refusals, ...falseLists, ...oddLists].map((row) => [row.name, row] as const))('%s', async (_, row) => {
  const source = of(row);
  const url = new URL(addressOf(source, 2026));
  const show = (answer: Instead | undefined): void => {
    replica.show({ ...healthy, ...(answer && { instead: { [`${url.host}${url.pathname}`]: answer } }) });
  };
  let before = await kept(source);
  show(row.serves[0]);
  let report = await poll(source);
  let read = report.read;
  for (const answer of row.serves.slice(1)) {
    before = await kept(source);
    show(answer);
    report = await poll(source);
    read += report.read;
  }
  const after = await kept(source);
  expect(after?.health.state, after?.health.cause).toBe(row.state);
  if (row.cause) expect(after?.health.cause).toMatch(row.cause);
  if (row.read !== undefined) expect(read).toBe(row.read);
  if (report.outcome === 'failed') {
    expect({ ...after, health: 0 }).toEqual({ ...before, health: 0 });
    expect(Date.parse(after?.health.checkedAt ?? '')).toBeLessThan(Date.parse(now));
  }
  // The same answer again is not told again, nor read again, and the next source is read as ever.
  expect((await poll(source)).read).toBe(0);
  const next = sources[(sources.indexOf(source) + 1) % sources.length] as Source;
  expect((await poll(next)).faults).toEqual([]);
  const lossy = row.state === 'degraded' && report.outcome === 'read';
  const told = row.state === 'down' || lossy ? [expect.stringContaining(source.id)] : [];
  expect(await heard()).toEqual({ operator: told, others: 0 });
  show(undefined);
  expect((await poll(source)).outcome).not.toBe('failed');
  expect((await kept(source))?.health.state).toBe('ok');
  expect((await heard()).operator).toEqual(
    told.map(() => expect.stringMatching(new RegExp(`${source.id}.*recovered`)) as string),
  );
});

test.each(elsewhere)('%s: shown in %s', async (_, file, title) => {
  expect(await readFile(new URL(`../${file}`, import.meta.url), 'utf8')).toContain(`'${title}'`);
});

test.each(notHere)('%s: not here, for %s', (_, __, addresses) => {
  expect(catalogue.filter(({ url }) => addresses.test(url))).toEqual([]);
});

test('Retry-After is kept to', async () => {
  const source = of({ source: 'feed' });
  const url = new URL(source.url);
  replica.show({
    ...healthy,
    instead: { [`${url.host}${url.pathname}`]: { status: 429, headers: { 'retry-after': '600' }, body: '' } },
  });
  expect((await poll(source)).outcome).toBe('failed');
  replica.show(healthy);
  expect((await poll(source)).outcome).toBe('waiting');
  now = addMinutes(now, 10);
  expect((await poll(source)).outcome).not.toBe('waiting');
});

test('a flood is recorded and told to nobody but the operator', async () => {
  const source = of({ source: 'feed' });
  const flood = Array.from({ length: 200 }, (_, i) =>
    headline(`China bans exports of dual-use items to Japan, part ${i}`, '2026-02-23T01:00:00.000Z'),
  );
  replica.show({ ...healthy, headlines: { [ids.feed]: [...flood, ...(healthy.headlines[ids.feed] ?? [])] } });
  const report = await poll(source);
  expect(report.quiet).toBe('held');
  expect(await heard()).toEqual({
    operator: ['[dual-use-watch] scmp-china listed a flood, which is held back'],
    others: 0,
  });
});

test('a list that shares nothing with the one before has a gap, and the operator hears of it once', async () => {
  const source = of({ source: 'feed' });
  replica.show({ ...healthy, headlines: { [ids.feed]: [headline('A week later', '2026-02-24T00:30:00.000Z')] } });
  await poll(source);
  expect((await heard()).operator).toEqual([expect.stringMatching(/missed/)]);
  expect((await heard()).operator).toEqual([]);
});

test('a rebuilt unit is found again by its column’s queryData', async () => {
  const source = of({ source: 'unit' });
  if (source.format !== 'jpaas-list') throw new Error('the unit is a unit');
  const old = { ...source, unit: { ...source.unit, pageId: 'an-id-of-last-year' } };
  const [list, column] = [new URL(source.url), new URL(source.column)];
  const query = JSON.stringify(source.unit).replaceAll('"', "'");
  const today = jpaasUnit(
    ordinaryNotices(16, '2026-02-24' as BeijingDate).map((one) => [one, pathOf(source, one)]),
    1,
    source.pageSize,
  );
  replica.show({
    ...healthy,
    instead: {
      [`${list.host}${list.pathname}`]: (request, response) =>
        void response.end(request.url?.includes('an-id-of-last-year') ? '{"success":false,"data":{}}' : today),
      [`${column.host}${column.pathname}`]: ok(`<html><body><script queryData="${query}"></script></body></html>`),
    },
  });
  const report = await poll(old);
  expect([report.outcome, report.listed, report.read]).toEqual(['read', 15, 0]);
  expect((await kept(source))?.health.cause).toMatch(/the site was rebuilt; put .* into the catalogue/);
});
