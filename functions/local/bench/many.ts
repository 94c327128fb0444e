import { setClock } from '../world.ts';
import { makeBundles } from './bundles.ts';
import { runMeasured } from './child.ts';
import { feedPages, feedSources, NOW } from './feeds.ts';
import type { Figure } from './figure.ts';
import { median, ROUNDS } from './measure.ts';
import { openOutside } from './outside.ts';

const ITEMS = 50;

// Bundled, as the functions are: the stripping of types would weigh more than the feeds.
const pollMany = `import { handler } from '../../poll.ts';
import { pollAll } from '../poll-all.ts';
import { feedSources } from './feeds.ts';
const [, , count, round] = process.argv;
const sources = feedSources(Number(count)).map((source) => ({ ...source, id: source.id + '-' + count + '-' + round }));
const reports = await pollAll(sources, { poll: handler }, () => undefined);
if (reports.some(({ outcome }) => outcome !== 'read')) throw new Error(JSON.stringify(reports[0]));
process.exit();`;

/** Ten times the feeds: as much memory, and no more at once. */
export async function figures(): Promise<readonly Figure[]> {
  const bundles = makeBundles();
  const outside = await openOutside();
  setClock(NOW);
  await outside.show(feedPages(300, ITEMS));
  const module = bundles.bundle('many', pollMany);
  const peaks = { bare: [] as number[], few: [] as number[], many: [] as number[] };
  let connections = 0;
  for (let round = 0; round < ROUNDS; round++) {
    peaks.bare.push((await runMeasured(['--eval', ''])).peak);
    peaks.few.push((await runMeasured([module, '30', String(round)])).peak);
    await outside.counted();
    peaks.many.push((await runMeasured([module, '300', String(round)])).peak);
    connections = Math.max(connections, (await outside.counted()).origin.connections);
  }
  outside.close();
  bundles.remove();
  const bare = median(peaks.bare);
  return [
    {
      what: `First poll of ${feedSources(300).length} feeds: peak memory above bare Node`,
      value: median(peaks.many) - bare,
      unit: 'MB',
      floor: { what: 'of 30 feeds', value: median(peaks.few) - bare },
      target: { most: 100 },
    },
    { what: '… connections', value: connections, unit: 'at once', target: { most: 8 } },
  ];
}
