import { setClock } from '../../functions/local/world.ts';
import { makeBundles } from './bundles.ts';
import { runMeasured, type Used } from './child.ts';
import { feedPages, NOW } from './feeds.ts';
import type { Figure } from './figure.ts';
import { median, ROUNDS } from './measure.ts';
import { openOutside } from './outside.ts';

const ITEMS = 50;

// Bundled, as the functions are: the stripping of types would weigh more than the feeds.
const pollMany = `import { handler } from '../../functions/poll.ts';
import { pollAll } from '../../functions/local/poll-all.ts';
import { feedSources } from './feeds.ts';
const [, , count, round] = process.argv;
const sources = feedSources(Number(count)).map((source) => ({ ...source, id: source.id + '-' + count + '-' + round }));
const reports = await pollAll(sources, { poll: handler }, () => undefined);
if (reports.some(({ outcome }) => outcome !== 'read')) throw new Error(JSON.stringify(reports[0]));
globalThis.gc();
console.log(process.memoryUsage().heapUsed / 1_048_576);
process.exit();`;

/** Ten times the feeds: as much memory, and no more at once. */
export async function figures(): Promise<readonly Figure[]> {
  const bundles = makeBundles();
  const outside = await openOutside();
  setClock(NOW);
  await outside.show(feedPages(300, ITEMS));
  const module = bundles.bundle('many', pollMany);
  const polled = (count: number, round: number): Promise<Used> =>
    runMeasured(['--expose-gc', module, String(count), String(round)], bundles.environment('Poller'));
  const bare: number[] = [];
  const few: Used[] = [];
  const many: Used[] = [];
  let connections = 0;
  for (let round = 0; round < ROUNDS; round++) {
    bare.push((await runMeasured(['--eval', ''])).peak);
    few.push(await polled(30, round));
    await outside.counted();
    many.push(await polled(300, round));
    connections = Math.max(connections, (await outside.counted()).origin.connections);
  }
  outside.close();
  bundles.remove();
  const peakOf = (runs: readonly Used[]): number => median(runs.map(({ peak }) => peak)) - median(bare);
  const livingIn = (runs: readonly Used[]): number => median(runs.map(({ out }) => Number(out)));
  return [
    {
      what: 'First poll of 300 feeds: peak memory above bare Node',
      value: peakOf(many),
      unit: 'MB',
      floor: { what: 'of 30 feeds', value: peakOf(few) },
      target: { most: 100 },
    },
    {
      what: '… what lives when it ends',
      value: livingIn(many),
      unit: 'MB',
      floor: { what: 'of 30 feeds', value: livingIn(few) },
      target: { timesFloor: 1.2 },
    },
    { what: '… connections', value: connections, unit: 'at once', target: { most: 8 } },
  ];
}
