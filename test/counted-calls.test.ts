import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CallCounter, countCalls } from './bench/call-counter.ts';
import { fiveActs } from './bench/headlines.ts';
import { ordinaryNotices, type Replica, startReplica } from '../functions/local/replica.ts';
import type { Announced, Headline } from '../functions/local/wire-pages.ts';
import { setClock, startWorld, type World } from '../functions/local/world.ts';
import type { PollReport } from '../functions/runs/poll-source.ts';
import { catalogue } from '../functions/sources/catalogue.ts';
import type { Source } from '../functions/sources/source.ts';
import { addMinutes, beijingDay, type Instant } from '../functions/time.ts';
import { announce, headline } from './stories/telling.ts';

// What a call costs is money and time, whatever the machine: these numbers may fall, and must not grow.
const START = '2026-02-24T03:00:00.000Z' as Instant;
const sourceOf = (id: string): Source => catalogue.find((one) => one.id === id) as Source;
const press = sourceOf('scmp-china');
const index = sourceOf('mofcom-announcements');

let replica: Replica;
let world: World;
let counters: readonly CallCounter[];

beforeAll(async () => {
  replica = await startReplica();
  world = await startWorld({
    subscribers: [],
    languages: ['en', 'ja', 'zh'],
    sources: [press.id, index.id],
    replica: replica.address,
  });
  // As a deployment: somebody is expected to be subscribed, and SNS is asked who is.
  const deployed = join(mkdtempSync(join(tmpdir(), 'deployment-')), 'deployment.json');
  const expected = { subscribers: [], operators: [] };
  writeFileSync(deployed, JSON.stringify({ sources: [press, index].map(({ id }) => ({ id })), expected }));
  process.env['WATCH_DEPLOYMENT'] = deployed;
  counters = await Promise.all(['DYNAMODB', 'SNS'].map(inFrontOf));
  show(0);
  // The announcements' first list is longer than one poll reads.
  for (const source of [press, index, index, index]) await world.poll({ source });
  await world.notify();
});
beforeEach(counted);
afterAll(async () => {
  for (const one of [...counters, world, replica]) await one.close();
});

/** The handlers find the counter in the place of the emulator. */
async function inFrontOf(service: string): Promise<CallCounter> {
  const name = `AWS_ENDPOINT_URL_${service}`;
  const counter = await countCalls(process.env[name] ?? '');
  process.env[name] = counter.address;
  return counter;
}

/** What the sources hold so many minutes after the start. */
function show(minutes: number, news: { announced?: readonly Announced[]; headlines?: readonly Headline[] } = {}): void {
  setClock(addMinutes(START, minutes));
  const ordinary = Array.from({ length: 20 }, (_, i) => headline(`Weather report ${i}`, addMinutes(START, -60 * i)));
  replica.show({
    sources: [press, index],
    announced: { [index.id]: [...(news.announced ?? []), ...ordinaryNotices(30, beijingDay(START))] },
    headlines: { [press.id]: [...(news.headlines ?? []), ...ordinary] },
  });
}

/** Calls to AWS by operation, and requests to the sources, since the last look. */
function counted(): Readonly<Record<string, number>> {
  const operations = counters.map((counter) => counter.take().operations);
  const http = [...replica.served.values()].reduce((sum, count) => sum + count, 0);
  replica.served.clear();
  return Object.assign(http > 0 ? { http } : {}, ...operations) as Record<string, number>;
}

describe.each([press, index])('$id', (source) => {
  test('an unchanged poll is one request and one read', async () => {
    show(10);
    expect(await world.poll({ source })).toMatchObject({ outcome: 'unchanged', listed: 0, read: 0 });
    expect(counted()).toEqual({ http: 1, GetItem: 1 });
  });

  test('an unchanged poll is, after a while, is written down', async () => {
    show(70);
    await world.poll({ source });
    expect(counted()).toEqual({ http: 1, GetItem: 1, PutItem: 1 });
    await world.poll({ source });
    expect(counted()).toEqual({ http: 1, GetItem: 1 });
  });
});

test('five new items are read once each, and told once each', async () => {
  const headlines = fiveActs.map((title, i) => headline(title, addMinutes(START, 80 + i)));
  show(90, { headlines });
  const report: PollReport = await world.poll({ source: press });
  expect(report).toMatchObject({ read: 5, changes: [1, 2, 3, 4, 5] });
  // Each: the journal before it is compared, its Change, and the outlet that carried it; one bookmark. The first asks for packs.
  expect(counted()).toEqual({ http: 1, GetItem: 1, Query: 6, PutItem: 11 });
  await world.notify();
  // Each in three languages, with the outlets that carried it, and a note for audits; the mark behind each, and the claim
  // taken and released.
  expect(counted()).toEqual({
    ...{ Query: 10, GetItem: 4, PutItem: 5, UpdateItem: 7, Publish: 15, ListSubscriptionsByTopic: 2 },
  });
  expect(await world.poll({ source: press })).toMatchObject({ outcome: 'unchanged', read: 0 });
  expect(counted()).toEqual({ http: 1, GetItem: 1 });
});

test('a new announcement is two requests and three messages', async () => {
  const list = announce(
    '商务部公告2026年第90号 公布将1家日本实体列入出口管制管控名单',
    beijingDay(START),
    '决定将1家日本实体列入出口管制管控名单。本公告自公布之日起正式实施。\n附件\n1.甲山株式会社（Koyama Co., Ltd.）',
  );
  show(100, { announced: [list] });
  expect(await world.poll({ source: index })).toMatchObject({ read: 1, changes: [6] });
  // The archive, the Change, the bookmark.
  expect(counted()).toEqual({ http: 2, GetItem: 1, Query: 1, PutItem: 3 });
  await world.notify();
  expect(counted()).toEqual({
    ...{ Query: 6, GetItem: 4, PutItem: 1, UpdateItem: 3, Publish: 3, ListSubscriptionsByTopic: 2 },
  });
});

test('a ring with nothing to tell reads, and writes nothing', async () => {
  await world.notify();
  expect(counted()).toEqual({ Query: 3, GetItem: 2, ListSubscriptionsByTopic: 2 });
});
