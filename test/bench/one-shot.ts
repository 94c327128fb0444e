import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMinutes } from '../../functions/time.ts';
import { runMeasured, type Used } from './child.ts';
import { feedOf, feedPages, feedSources, headlinesOf, NOW, placeOf } from './feeds.ts';
import type { Figure } from './figure.ts';
import { fiveActs } from './headlines.ts';
import { median } from './measure.ts';
import { openOutside } from './outside.ts';

const FEEDS = 30;
const ITEMS = 50;
const ROUNDS = 7;
const command = new URL('../../functions/local/poll-once.ts', import.meta.url).pathname;

const fetching = `import http from 'node:http';
const agent = new http.Agent({ keepAlive: true });
const page = (host) => new Promise((done) =>
  http.get(process.env.WATCH_REPLICA + '/news', { agent, headers: { host } }, async (response) =>
    done(Buffer.concat(await response.toArray()).toString())));`;
const hashing = `import { createHash } from 'node:crypto';
for (const host of process.argv.slice(1)) createHash('sha256').update(await page(host)).digest();`;
// The same with what most such programs are made of.
const parsing = `import Parser from ${JSON.stringify(import.meta.resolve('rss-parser'))};
const parser = new Parser();
for (const host of process.argv.slice(1)) {
  const { items } = await parser.parseString(await page(host));
  if (items.length === 0) throw new Error(host);
}`;

/** A whole process that polls thirty feeds once, as a program of the desktop would. */
export async function figures(): Promise<readonly Figure[]> {
  const outside = await openOutside();
  const folder = mkdtempSync(join(tmpdir(), 'one-shot-'));
  const sources = feedSources(FEEDS);
  const catalogue = join(folder, 'catalogue.json');
  writeFileSync(catalogue, JSON.stringify(sources));
  const hosts = sources.map(({ url }) => new URL(url).host);
  const pages = feedPages(FEEDS, ITEMS);
  const used: Record<'hashing' | 'parsing' | 'first' | 'unchanged' | 'five', Used[]> = {
    hashing: [],
    parsing: [],
    first: [],
    unchanged: [],
    five: [],
  };
  for (let round = 0; round < ROUNDS; round++) {
    const state = join(folder, `state-${round}`);
    const pollOnce = (minutes: number): Promise<Used> =>
      runMeasured([command, '--catalogue', catalogue, '--state', state], { WATCH_CLOCK: addMinutes(NOW, minutes) });
    await outside.show(pages);
    for (const kind of ['hashing', 'parsing'] as const) {
      const text = `${fetching}\n${kind === 'hashing' ? hashing : parsing}\nagent.destroy();`;
      used[kind].push(await runMeasured(['--input-type=module', '--eval', text, ...hosts]));
    }
    used.first.push(await pollOnce(0));
    used.unchanged.push(await pollOnce(30));
    await outside.show(withFiveNew());
    const five = await pollOnce(59);
    const alerts = five.out.trim().split('\n').length;
    if (alerts !== fiveActs.length) throw new Error(`bench: five new items made ${alerts} alerts:\n${five.out}`);
    used.five.push(five);
  }
  rmSync(folder, { recursive: true });
  outside.close();
  const of = (runs: readonly Used[], what: 'cpu' | 'wall' | 'peak'): number => median(runs.map((run) => run[what]));
  const rows = (name: string, runs: readonly Used[], kind: 'hashing' | 'parsing'): readonly Figure[] => {
    const floor = kind === 'hashing' ? 'a Node that fetches and hashes them' : 'a Node that fetches and parses them';
    const figure = (what: string, key: 'cpu' | 'wall', by: string): Figure => ({
      what,
      value: of(runs, key) / 1_000,
      unit: 's',
      floor: { what: by, value: of(used[kind], key) / 1_000 },
    });
    return [
      figure(`poll-once, ${FEEDS} feeds, ${name}: CPU of the process`, 'cpu', floor),
      figure('… on the clock', 'wall', 'the same'),
    ];
  };
  return [
    ...rows('first', used.first, 'parsing'),
    ...rows('unchanged', used.unchanged, 'hashing'),
    ...rows('five new items, five alerts', used.five, 'hashing'),
    { what: '… peak memory', value: of(used.five, 'peak'), unit: 'MB' },
  ];
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
