import { catalogue } from '../../functions/sources/catalogue.ts';
import { addressOf, type Source } from '../../functions/sources/source.ts';
import { addDays, beijingDay } from '../../functions/time.ts';
import { ordinaryNotices, pathOf } from '../../functions/local/replica.ts';
import { type Announced, annualIndexPage, articlePage } from '../../functions/local/wire-pages.ts';
import { freshHandlers, setClock } from '../../functions/local/world.ts';
import { listing } from './announcements.ts';
import { NOW, placeOf } from './feeds.ts';
import type { Figure } from './figure.ts';
import { quantile } from './measure.ts';
import type { Served } from './origin.ts';
import { openOutside, type Outside } from './outside.ts';

const CHANGES = 200;
const today = beijingDay(NOW);

/** How long an alert takes once a poll runs: from the changed page to the first Publish, 200 times. */
export async function figures(): Promise<readonly Figure[]> {
  const source = catalogue.find(({ id }) => id === 'mofcom-announcements');
  if (source === undefined) throw new Error('bench: mofcom-announcements is not in the catalogue');
  const outside = await openOutside();
  process.env['WATCH_SOURCES'] = source.id;
  setClock(NOW);
  const handlers = await freshHandlers();
  const rows: Announced[] = [...ordinaryNotices(30, addDays(today, -1))];
  await show(rows, rows, source, outside);
  // Learning takes as many polls as the list has twenties.
  for (let i = 0; i < 3; i++) await handlers.poll({ source });
  const times: number[] = [];
  for (let number = 1; number <= CHANGES; number++) {
    const fresh = listing(number, 2 + (number % 19), today);
    rows.unshift(fresh);
    await show(rows, [fresh], source, outside);
    await handlers.poll({ source });
    const { published } = await handlers.notify();
    const { publishedAfter } = await outside.counted();
    if (publishedAfter === undefined || published.length !== 1)
      throw new Error(`bench: announcement ${number} was not published`);
    times.push(publishedAfter);
  }
  outside.close();
  return [
    {
      what: `From a changed page to the Publish, p95 of ${CHANGES}`,
      value: quantile(times, 0.95),
      unit: 'ms',
      target: { most: 1_000 },
    },
    { what: '… p50', value: quantile(times, 0.5), unit: 'ms' },
  ];
}

/** The annual index, and new articles beside it. */
async function show(
  rows: readonly Announced[],
  articles: readonly Announced[],
  source: Source,
  outside: Outside,
): Promise<void> {
  const url = addressOf(source, Number(today.slice(0, 4)));
  const hrefOf = (one: Announced): string => new URL(pathOf(source, one), url).href;
  const html = (body: string): Served => ({ type: 'text/html; charset=utf-8', body });
  await outside.show({
    ...Object.fromEntries(articles.map((one) => [placeOf(hrefOf(one)), html(articlePage(one))])),
    [placeOf(url)]: html(annualIndexPage(rows.map((one) => [one, hrefOf(one)] as const))),
  });
}
