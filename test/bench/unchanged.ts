import { createHash } from 'node:crypto';
import http from 'node:http';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import Parser from 'rss-parser';
import { tableKeys } from '../../functions/edge/table-keys.ts';
import type { Source } from '../../functions/sources/source.ts';
import { addMinutes } from '../../functions/time.ts';
import { pollAll } from '../../functions/local/poll-all.ts';
import { freshHandlers, setClock, TABLE } from '../../functions/local/world.ts';
import { feedPages, feedSources, NOW } from './feeds.ts';
import type { Figure } from './figure.ts';
import { costsOf } from './measure.ts';
import { openOutside } from './outside.ts';

const FEEDS = 30;
const ITEMS = 50;
// One round is many polls, so that a garbage collection weighs the same on all.
const REPEATS = 10;
const ONE_BY_ONE = FEEDS * REPEATS;

/** What it costs to find that nothing is new. */
export async function figures(): Promise<readonly Figure[]> {
  const outside = await openOutside();
  setClock(NOW);
  const sources = feedSources(FEEDS);
  const forgetful = feedSources(2 * FEEDS).slice(FEEDS);
  const pages = feedPages(FEEDS, ITEMS);
  await outside.show({ ...feedPages(2 * FEEDS, ITEMS, true), ...pages });
  const { poll } = await freshHandlers();
  const pollEach = (all: readonly Source[]) => pollAll(all, { poll }, () => undefined);
  await pollEach(sources);
  await pollEach(forgetful);
  await outside.counted();
  await pollEach(sources);
  const calm = await outside.counted();
  const bare = bareClients();
  const parser = new Parser();
  const first = sources.slice(0, 1);
  const [one] = first;
  const repeat = async (act: () => unknown, times = REPEATS): Promise<void> => {
    for (let i = 0; i < times; i++) await act();
  };
  const acts = {
    floor: () => repeat(() => eight(sources, (source) => bare.get(source, true))),
    table: () => repeat(() => eight(sources, bare.getItem)),
    polls: () => repeat(() => pollEach(sources)),
    whole: () => repeat(() => eight(forgetful, (source) => bare.get(source, false))),
    forgetful: () => repeat(() => pollEach(forgetful)),
    parse: async () => {
      for (const { body } of Object.values(pages)) await parser.parseString(body);
    },
    oneFloor: () => repeat(() => one && bare.get(one, true).then(() => bare.getItem(one)), ONE_BY_ONE),
    onePoll: () => repeat(() => pollEach(first), ONE_BY_ONE),
  };
  const costs = await costsOf(acts, { warmups: 8 });
  setClock(addMinutes(NOW, 61));
  await outside.counted();
  await pollEach(sources);
  const beat = await outside.counted();
  outside.close();
  bare.close();
  const each = (name: keyof typeof acts): number => costs[name].cpu / REPEATS;
  const asked = { what: '304 by node:http, keep-alive', value: each('floor') };
  return [
    {
      what: `${FEEDS} unchanged, warm: CPU`,
      value: each('polls'),
      unit: 'ms',
      floor: { what: `${asked.what}, and GetItem by the SDK`, value: asked.value + each('table') },
      target: { most: 20, timesFloor: 2 },
    },
    { what: '… over HTTP alone', value: each('polls'), unit: 'ms', floor: asked },
    { what: '… of it the SDK’s GetItem alone', value: each('table'), unit: 'ms' },
    {
      what: '1 unchanged, warm: CPU',
      value: costs.onePoll.cpu / ONE_BY_ONE,
      unit: 'ms',
      floor: { what: '304 and GetItem', value: costs.oneFloor.cpu / ONE_BY_ONE },
      target: { timesFloor: 2 },
    },
    {
      what: `${FEEDS} unchanged where validators are ignored: CPU`,
      value: each('forgetful'),
      unit: 'ms',
      floor: { what: '200, SHA-256, and GetItem', value: each('whole') + each('table') },
    },
    {
      what: '… over parsing them',
      value: each('forgetful'),
      unit: 'ms',
      floor: { what: 'rss-parser alone', value: costs.parse.cpu },
      target: { timesFloor: 1 },
    },
    {
      what: 'Reads, an unchanged poll',
      value: (calm.table.operations['GetItem'] ?? 0) / FEEDS,
      unit: 'calls',
      target: { most: 1 },
    },
    {
      what: 'Other calls, an unchanged poll',
      value: others(calm.table.operations, ['GetItem']) / FEEDS,
      unit: 'calls',
      target: { most: 0 },
    },
    {
      what: 'Writes, an hourly heartbeat',
      value: others(beat.table.operations, ['GetItem']) / FEEDS,
      unit: 'calls',
      target: { most: 1 },
    },
    {
      what: 'HTTP requests, an unchanged poll',
      value: calm.origin.requests / FEEDS,
      unit: 'requests',
      target: { most: 1 },
    },
  ];
}

const others = (operations: Readonly<Record<string, number>>, known: readonly string[]): number =>
  Object.entries(operations).reduce((sum, [name, count]) => (known.includes(name) ? sum : sum + count), 0);

/** Eight at once, as the polls are. */
async function eight(sources: readonly Source[], act: (source: Source) => Promise<unknown>): Promise<void> {
  const waiting = [...sources];
  const worker = async (): Promise<void> => {
    for (let source = waiting.shift(); source; source = waiting.shift()) await act(source);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

/** The least that anybody must do who asks by the same means. */
function bareClients() {
  const agent = new http.Agent({ keepAlive: true });
  const tags = new Map<string, string>();
  const client = new DynamoDBClient({
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000 },
  });
  const get = ({ url }: Source, conditional: boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const { host, pathname } = new URL(url);
      const tag = conditional ? tags.get(url) : undefined;
      const request = http.get(new URL(pathname, process.env['WATCH_REPLICA']), {
        agent,
        headers: { host, ...(tag && { 'if-none-match': tag }) },
      });
      request.on('error', reject).on('response', (response) => {
        if (response.headers.etag) tags.set(url, response.headers.etag);
        const hash = createHash('sha256');
        response
          .on('data', (chunk: Buffer) => hash.update(chunk))
          .on('end', () => {
            hash.digest();
            resolve();
          });
      });
    });
  const getItem = ({ id }: Source): Promise<unknown> =>
    client.send(
      new GetItemCommand({
        TableName: TABLE,
        Key: { [tableKeys.partition]: { S: 'source' }, [tableKeys.sort]: { S: id } },
        ConsistentRead: true,
      }),
    );
  const close = (): void => {
    agent.destroy();
    client.destroy();
  };
  return { get, getItem, close };
}
