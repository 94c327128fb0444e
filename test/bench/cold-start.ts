import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setClock } from '../../functions/local/world.ts';
import { type Bundles, makeBundles } from './bundles.ts';
import { runMeasured } from './child.ts';
import { feedOf, feedSources, headlinesOf, NOW, placeOf } from './feeds.ts';
import type { Figure } from './figure.ts';
import { median, ROUNDS } from './measure.ts';
import { openOutside } from './outside.ts';

const names = ['poll', 'notify', 'calendar', 'site'] as const;
const targets = { poll: 1_250, notify: 620, calendar: 620, site: 1_030 };
const timesFloor = { poll: 1.3, notify: 1.2, calendar: 1.2, site: undefined };
const BIG = 5_000_000;

// As Lambda starts a function: the module is loaded, then the handler is called.
const load = `const before = process.cpuUsage();
const { handler } = await import(process.argv[1]);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1_000);`;
const loadAndPoll = `${load}
const report = await handler({ source: JSON.parse(process.argv[2]) });
if (report.outcome !== 'read') throw new Error(JSON.stringify(report));
process.exit();`;
const asModule = (text: string, ...args: readonly string[]): readonly string[] => [
  '--input-type=module',
  '--eval',
  text,
  ...args,
];

/** What the functions weigh, how long they take to load, and the most memory that one poll takes. */
export async function figures(): Promise<readonly Figure[]> {
  const bundles = makeBundles();
  const table =
    "export { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';";
  const bucket = "export { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';";
  const client = bundles.bundle('client', table);
  const clients = bundles.bundle('clients', `${table}\n${bucket}`);
  const paths = { client, clients, ...bundles.functions };
  const loads = await loadsOf(paths, bundles);
  const memory = await peaks(bundles);
  const sizes = names.map((name): Figure => ({
    what: `Bundle of ${name}, all its parts`,
    value: kB(carried(paths[name])),
    unit: 'kB',
    floor: { what: 'the DynamoDB client', value: kB(statSync(client).size) },
    target: { most: targets[name] },
  }));
  const times = names.map((name): Figure => {
    const most = timesFloor[name];
    return {
      what: `Loading ${name}: CPU`,
      value: loads[name],
      unit: 'ms',
      floor:
        name === 'site'
          ? { what: 'loading the clients of DynamoDB and S3', value: loads.clients }
          : { what: 'loading the DynamoDB client', value: loads.client },
      ...(most !== undefined && { target: { timesFloor: most } }),
    };
  });
  bundles.remove();
  return [...sizes, ...times, ...memory];
}

/** Bytes of all modules that lie beside one. */
const carried = (path: string): number =>
  readdirSync(dirname(path))
    .filter((file) => file.endsWith('.mjs'))
    .reduce((sum, file) => sum + statSync(join(dirname(path), file)).size, 0);

const kB = (bytes: number): number => Math.round(bytes / 1_000);

/** Medians of the CPU time that loading a module takes in a process that has just started. */
async function loadsOf<Name extends string>(
  paths: Readonly<Record<Name, string>>,
  bundles: Bundles,
): Promise<Record<Name, number>> {
  const all = Object.entries<string>(paths).map(([name, path]) => ({ name, path, times: [] as number[] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { path, times } of all)
      times.push(Number((await runMeasured(asModule(load, path), bundles.environment('Poller'))).out));
  }
  return Object.fromEntries(all.map(({ name, times }) => [name, median(times)])) as Record<Name, number>;
}

async function peaks(bundles: Bundles): Promise<readonly Figure[]> {
  const { functions } = bundles;
  const environment = bundles.environment('Poller');
  const outside = await openOutside();
  setClock(NOW);
  const [source] = feedSources(1);
  if (source === undefined) return [];
  const items = 1_000;
  // An item’s other elements take 0.8 kB, and its English summary twice the characters asked for.
  const summary = Math.trunc((BIG / items - 800) / 1.96);
  const body = feedOf(0, headlinesOf(0, items, summary));
  await outside.show({ [placeOf(source.url)]: { type: 'application/xml', body } });
  const seen = { bare: [] as number[], loaded: [] as number[], polled: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const one = JSON.stringify({ ...source, id: `big-${round}` });
    seen.bare.push((await runMeasured(asModule(''), environment)).peak);
    seen.loaded.push((await runMeasured(asModule(load, functions.poll), environment)).peak);
    seen.polled.push((await runMeasured(asModule(loadAndPoll, functions.poll, one), environment)).peak);
  }
  outside.close();
  const size = (Buffer.byteLength(body) / 1e6).toFixed(1);
  return [
    {
      what: `Poll of a ${size} MB feed of ${items.toLocaleString('en')} items: peak memory`,
      value: median(seen.polled),
      unit: 'MB',
      floor: { what: 'bare Node', value: median(seen.bare) },
      target: { most: 128 },
    },
    { what: '… of it the function, loaded', value: median(seen.loaded), unit: 'MB' },
  ];
}
