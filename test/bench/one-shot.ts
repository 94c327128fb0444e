import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packed from '../../package.json' with { type: 'json' };
import { addMinutes } from '../../functions/time.ts';
import { runMeasured } from './child.ts';
import { feedOf, feedPages, feedSources, headlinesOf, NOW, placeOf } from './feeds.ts';
import type { Figure } from './figure.ts';
import { fiveActs } from './headlines.ts';
import { median } from './measure.ts';
import { openOutside } from './outside.ts';
import { type Peer, peersHere, type PeerUsed } from './peers.ts';

const FEEDS = 30;
const ITEMS = 50;
const ROUNDS = 7;
/** What `npm run poll-once` has Node run, from the project's folder. */
const command = packed.scripts['poll-once']
  .split(' ')
  .slice(1)
  .map((word) => (word.startsWith('functions/') ? new URL(`../../${word}`, import.meta.url).pathname : word));

const fetching = `import http from 'node:http';
const agent = new http.Agent({ keepAlive: true });
const page = (url) => new Promise((done) => http.get(url, { agent }, async (response) =>
  done(Buffer.concat(await response.toArray()).toString())));`;
/** The least that a process can do with thirty feeds, and what most programs of Node's are made of. */
const floors = {
  hashing: `import { createHash } from 'node:crypto';
${fetching}
for (const url of process.argv.slice(1)) createHash('sha256').update(await page(url)).digest();
agent.destroy();`,
  parsing: `import Parser from ${JSON.stringify(import.meta.resolve('rss-parser'))};
${fetching}
const parser = new Parser();
for (const url of process.argv.slice(1)) {
  const { items } = await parser.parseString(await page(url));
  if (items.length === 0) throw new Error(url);
}
agent.destroy();`,
};

const kinds = ['first', 'unchanged', 'five'] as const;
type Kind = (typeof kinds)[number];
const names: Readonly<Record<Kind, string>> = {
  first: 'first',
  unchanged: 'unchanged',
  five: 'five new items, five alerts',
};
const floorOf = { first: 'parsing', unchanged: 'hashing', five: 'hashing' } as const;
const most: Readonly<Record<Kind, number | undefined>> = { first: 0.9, unchanged: 0.3, five: undefined };

/** A whole process that polls thirty feeds once, as a program of the desktop would, and others that do the like. */
export async function figures(): Promise<readonly Figure[]> {
  const outside = await openOutside();
  const folder = mkdtempSync(join(tmpdir(), 'one-shot-'));
  const sources = feedSources(FEEDS);
  const catalogue = join(folder, 'catalogue.json');
  writeFileSync(catalogue, JSON.stringify(sources));
  const addresses = sources.map(({ url }) => `${process.env['WATCH_REPLICA'] ?? ''}/${placeOf(url)}`);
  const pages = feedPages(FEEDS, ITEMS);
  const peers = peersHere();
  const used = new Map<string, PeerUsed[]>();
  const note = (name: string, one: PeerUsed): void => void used.set(name, [...(used.get(name) ?? []), one]);
  const pollOnce = async (round: number, kind: Kind): Promise<void> => {
    const minutes = { first: 0, unchanged: 30, five: 59 }[kind];
    const run = await runMeasured([...command, '--catalogue', catalogue, '--state', join(folder, `state-${round}`)], {
      WATCH_CLOCK: addMinutes(NOW, minutes),
    });
    const alerts = run.out.trim().split('\n').length;
    if (kind === 'five' && alerts !== fiveActs.length)
      throw new Error(`bench: five new items made ${alerts} alerts:\n${run.out}`);
    note(`ours ${kind}`, run);
  };
  const peerRuns = async ({ name, poll }: Peer, round: number, kind = 'again'): Promise<void> => {
    const own = join(folder, `${name}-${round}`);
    mkdirSync(own, { recursive: true });
    note(`${name} ${kind}`, await poll(addresses, own));
  };
  // The first run of all makes what later ones use, and counts for nobody.
  await outside.show(pages);
  await pollOnce(-1, 'first');
  used.clear();
  for (let round = 0; round < ROUNDS; round++) {
    await outside.show(pages);
    for (const kind of kinds) {
      if (kind === 'five') await outside.show(withFiveNew());
      for (const floor of ['hashing', 'parsing'] as const)
        note(floor, await runMeasured(['--input-type=module', '--eval', floors[floor], ...addresses]));
      await pollOnce(round, kind);
      for (const peer of peers) await peerRuns(peer, round, kind);
      // newsboat remembers validators from its second look on.
      if (kind === 'first') for (const peer of peers) await peerRuns(peer, round);
    }
  }
  rmSync(folder, { recursive: true });
  outside.close();
  const of = (name: string, what: keyof PeerUsed): number => median((used.get(name) ?? []).map((run) => run[what]));
  const floorNames = { hashing: 'a Node that fetches and hashes them', parsing: 'a Node that fetches and parses them' };
  return kinds.flatMap((kind): readonly Figure[] => {
    const floor = { what: floorNames[floorOf[kind]], value: of(floorOf[kind], 'cpu') / 1_000 };
    const figure = (what: string, name: string): Figure => ({
      what,
      value: of(`${name} ${kind}`, 'cpu') / 1_000,
      unit: 's',
      floor,
    });
    const target = most[kind];
    return [
      {
        ...figure(`poll-once, ${FEEDS} feeds, ${names[kind]}: CPU of the process`, 'ours'),
        ...(target !== undefined && { target: { most: target } }),
      },
      { what: '… peak memory', value: of(`ours ${kind}`, 'peak'), unit: 'MB', target: { most: 100 } },
      ...peers.map(({ name }) => figure(`… the same by ${name}`, name)),
    ];
  });
}

/** The first feed with five new items on top, each news of its own. */
function withFiveNew(): ReturnType<typeof feedPages> {
  const [source] = feedSources(1);
  if (source === undefined) return {};
  const fresh = fiveActs.map((title, i) => ({
    title,
    url: `https://feed-0.example/new-${i}`,
    at: addMinutes(NOW, 31 + i),
  }));
  const items = [...fresh.toReversed(), ...headlinesOf(0, ITEMS)].slice(0, ITEMS);
  return { [placeOf(source.url)]: { type: 'application/xml; charset=utf-8', body: feedOf(0, items) } };
}
