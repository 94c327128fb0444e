import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addMinutes } from '../../time.ts';
import { runMeasured, type Used } from './child.ts';
import { feedOf, feedPages, feedSources, headlinesOf, NOW, placeOf } from './feeds.ts';
import type { Figure } from './figure.ts';
import { fiveActs } from './headlines.ts';
import { median } from './measure.ts';
import { openOutside } from './outside.ts';

const FEEDS = 30;
const ITEMS = 50;
const ROUNDS = 7;
const command = new URL('../poll-once.ts', import.meta.url).pathname;

// What any program must do that asks thirty servers and keeps nothing but hashes.
const floor = `import http from 'node:http';
import { createHash } from 'node:crypto';
const agent = new http.Agent({ keepAlive: true });
for (const host of process.argv.slice(1)) await new Promise((done) =>
  http.get(process.env.WATCH_REPLICA + '/news', { agent, headers: { host } }, (response) => {
    const hash = createHash('sha256');
    response.on('data', (chunk) => hash.update(chunk)).on('end', () => done(hash.digest()));
  }));
agent.destroy();`;

/** A whole process that polls thirty feeds once, as a program of the desktop would. */
export async function figures(): Promise<readonly Figure[]> {
  const outside = await openOutside();
  const folder = mkdtempSync(join(tmpdir(), 'one-shot-'));
  const sources = feedSources(FEEDS);
  const catalogue = join(folder, 'catalogue.json');
  writeFileSync(catalogue, JSON.stringify(sources));
  const hosts = sources.map(({ url }) => new URL(url).host);
  const pages = feedPages(FEEDS, ITEMS);
  const used: Record<'floor' | 'first' | 'unchanged' | 'five', Used[]> = {
    floor: [],
    first: [],
    unchanged: [],
    five: [],
  };
  for (let round = 0; round < ROUNDS; round++) {
    const state = join(folder, `state-${round}`);
    const pollOnce = (minutes: number): Promise<Used> =>
      runMeasured([command, '--catalogue', catalogue, '--state', state], { WATCH_CLOCK: addMinutes(NOW, minutes) });
    await outside.show(pages);
    used.floor.push(await runMeasured(['--input-type=module', '--eval', floor, ...hosts]));
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
  const rows = (name: string, runs: readonly Used[]): readonly Figure[] => [
    {
      what: `poll-once, ${FEEDS} feeds, ${name}: CPU of the process`,
      value: of(runs, 'cpu') / 1_000,
      unit: 's',
      floor: { what: 'a Node that fetches and hashes them', value: of(used.floor, 'cpu') / 1_000 },
    },
    {
      what: '… on the clock',
      value: of(runs, 'wall') / 1_000,
      unit: 's',
      floor: { what: 'the same', value: of(used.floor, 'wall') / 1_000 },
    },
  ];
  return [
    ...rows('first', used.first),
    ...rows('unchanged', used.unchanged),
    ...rows('five new items, five alerts', used.five),
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
