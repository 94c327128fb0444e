import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressHash } from '../../functions/edge/address-hash.ts';
import { ordinaryNotices, type Replica, startReplica } from '../../functions/local/replica.ts';
import { REGION } from '../../functions/local/emulated-table.ts';
import { setClock, startWorld, type World } from '../../functions/local/world.ts';
import { officialOverdueMinutes, unpolled, type Watch } from '../../functions/runs/watch-report.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import { newHealth, type SourceState } from '../../functions/sources/health.ts';
import type { Source } from '../../functions/sources/source.ts';
import { addMinutes, type BeijingDate, type Instant } from '../../functions/time.ts';

const START = '2026-02-24T03:00:00.000Z' as Instant;
const index = catalogue.find(({ id }) => id === 'mofcom-announcements') as Source;
const RING = 5; // minutes between two rings

let replica: Replica;
let world: World;
beforeAll(async () => {
  replica = await startReplica();
  world = await startWorld({ subscribers: [], languages: ['en'], sources: [], replica: replica.address });
});
afterAll(async () => {
  await world.close();
  await replica.close();
  Reflect.deleteProperty(process.env, 'WATCH_DEPLOYMENT');
});

/** What the stack writes beside the notifier's bundle. */
function deploy(
  sources: readonly Source[],
  expected = { subscribers: [] as string[], operators: [] as string[] },
): void {
  const file = join(mkdtempSync(join(tmpdir(), 'deployment-')), 'deployment.json');
  writeFileSync(file, JSON.stringify({ sources, expected }));
  process.env['WATCH_DEPLOYMENT'] = file;
}

/** Rings until the operator is told something that matches. @returns minutes since the start */
async function minutesUntil(words: RegExp, from: Instant, most: number): Promise<number> {
  for (let minute = 0; minute <= most; minute += RING) {
    setClock(addMinutes(from, minute));
    await world.notify();
    if (world.deliveries().some(({ to, subject }) => to === 'operator' && words.test(subject))) return minute;
  }
  return Infinity;
}

test('a schedule that is gone, and polls that are all killed, are told within two rhythms and a quarter of an hour', async () => {
  deploy([index]);
  setClock(START);
  replica.show({
    sources: [index],
    announced: { [index.id]: ordinaryNotices(5, '2026-02-23' as BeijingDate) },
    headlines: {},
  });
  await world.poll({ source: index });
  const heard = await minutesUntil(/OFFICIAL SOURCE mofcom-announcements is not being polled/, START, 120);
  expect(heard).toBeGreaterThan(2 * index.every);
  expect(heard).toBeLessThanOrEqual(2 * index.every + 15 + RING);
  const back = addMinutes(START, heard + RING);
  setClock(back);
  await world.poll({ source: index });
  expect(await minutesUntil(/mofcom-announcements is polled again/, back, 10)).toBe(0);
});

test('a source that was never polled at all is told as soon', async () => {
  deploy([{ ...index, id: 'never-polled' }]);
  const heard = await minutesUntil(/never-polled is not being polled/, START, 120);
  expect(heard).toBeGreaterThan(2 * index.every);
  expect(heard).toBeLessThanOrEqual(2 * index.every + 15 + RING);
});

test('somebody who left and an operator who never confirmed are counted, and no queue makes up for them', async () => {
  // The world's own queues are subscribed to both topics all the while.
  deploy([], {
    subscribers: ['ada@maker.example', 'bo@maker.example'].map(addressHash),
    operators: [addressHash('ops@x.example')],
  });
  setClock(addMinutes(START, 600));
  expect(await world.notify()).toMatchObject({ subscribersMissing: 2, operatorsMissing: 1 });
  const { SNSClient, SubscribeCommand, UnsubscribeCommand } = await import('@aws-sdk/client-sns');
  const client = new SNSClient({ region: REGION });
  const subscribe = (topic: string | undefined, Endpoint: string) =>
    client.send(new SubscribeCommand({ TopicArn: topic, Protocol: 'email', Endpoint, ReturnSubscriptionArn: true }));
  await subscribe(process.env['WATCH_OPERATOR_TOPIC'], 'ops@x.example');
  const ada = await subscribe(process.env['WATCH_TOPIC'], 'ada@maker.example');
  await subscribe(process.env['WATCH_TOPIC'], 'bo@maker.example');
  expect(await world.notify()).toMatchObject({ subscribersMissing: 0, operatorsMissing: 0 });
  await client.send(new UnsubscribeCommand({ SubscriptionArn: ada.SubscriptionArn }));
  expect(await world.notify()).toMatchObject({ subscribersMissing: 1, operatorsMissing: 0 });
});

const state = (id: string, more: Partial<SourceState>): SourceState => ({
  ...newHealth(START),
  id,
  publisher: id,
  authority: 'official',
  ...more,
});
const watch: Watch = {
  languages: ['en'],
  sources: [
    { id: 'fast', every: 5, authority: 'official' },
    { id: 'slow', every: 60, authority: 'official' },
    { id: 'press', every: 5, authority: 'press' },
  ],
};

test('one official source that is dark is overdue, however often the others answer', () => {
  const at = (minutes: number) => addMinutes(START, minutes);
  const states = (minutes: number) => [
    state('fast', { state: 'down', failures: 20, checkedAt: START }),
    state('slow', { state: 'ok', checkedAt: at(minutes) }),
    state('press', { state: 'down', authority: 'press', failures: 20, checkedAt: START }),
  ];
  expect(officialOverdueMinutes(watch, states(75), {}, at(75))).toBe(0);
  expect(officialOverdueMinutes(watch, states(76), {}, at(76))).toBe(1);
  // It is polled, and fails: that is another fault.
  expect(unpolled(watch, states(300), {}, at(300)).map(({ id }) => id)).toEqual([]);
});

test('a slow source has two of its own rhythms', () => {
  const states = [
    state('fast', { state: 'ok', checkedAt: addMinutes(START, 130) }),
    state('slow', { state: 'down', failures: 2, checkedAt: START }),
  ];
  expect(officialOverdueMinutes(watch, states, {}, addMinutes(START, 135))).toBe(0);
  expect(officialOverdueMinutes(watch, states, {}, addMinutes(START, 140))).toBe(5);
});

test('a source that asked us to stay away is not missed before it asked us back', () => {
  const away = state('fast', { state: 'ok', checkedAt: START, notBefore: addMinutes(START, 60) });
  const others = [
    state('slow', { state: 'ok', checkedAt: addMinutes(START, 80) }),
    state('press', { state: 'ok', checkedAt: addMinutes(START, 80) }),
  ];
  expect(unpolled(watch, [away, ...others], {}, addMinutes(START, 80))).toEqual([]);
  expect(unpolled(watch, [away, ...others], {}, addMinutes(START, 86)).map(({ id }) => id)).toEqual(['fast']);
});
