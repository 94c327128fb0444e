import { bookmarksIn } from '../../functions/edge/bookmarks.ts';
import { Table } from '../../functions/edge/table.ts';
import { advanced, type Bookmark, newBookmark } from '../../functions/documents/bookmark.ts';
import { enabledSources } from '../../functions/sources/catalogue.ts';
import { after } from '../../functions/sources/health.ts';
import type { Source } from '../../functions/sources/source.ts';
import { addMinutes, beijingDay } from '../../functions/time.ts';
import { pollAll } from '../../functions/local/poll-all.ts';
import { freshHandlers, setClock, TABLE } from '../../functions/local/world.ts';
import { feedPages, feedSources, headlinesOf, NOW } from './feeds.ts';
import type { Figure } from './figure.ts';
import { openOutside, type Outside } from './outside.ts';
import { monthly, type Work } from './price.ts';

const COUNTS = [25, 250, 2_500];
const POLLED = 25;
const MARKS = 1_000;
const HOURS = 730;
const RINGS = 12 * HOURS;
// What Lambda bills is mostly waiting for servers far away, which no emulator can tell.
const assumed = { gigabytes: 0.5, poll: 1.5, ring: 0.5, logBytesARun: 500 };

/** What a month costs with so many sources, from calls that were counted. */
export async function figures(): Promise<readonly Figure[]> {
  const outside = await openOutside();
  const before = addMinutes(NOW, -30);
  const bookmarks = bookmarksIn(new Table(TABLE));
  setClock(NOW);
  await outside.show(feedPages(POLLED, 30));
  const sources = feedSources(Math.max(...COUNTS));
  const rings: number[] = [];
  let kept = 0;
  for (const count of COUNTS) {
    const fresh = sources.slice(kept, count);
    for (let from = 0; from < fresh.length; from += 32) {
      await Promise.all(
        fresh.slice(from, from + 32).map((source) => bookmarks.remember(source, oldBookmark(source, before), 0)),
      );
    }
    kept = count;
    rings.push(await ring(sources.slice(0, count), outside));
  }
  const poll = await polls(sources.slice(0, POLLED), outside);
  outside.close();
  const works = COUNTS.map((count, i) => workOf(count, poll, rings[i] ?? NaN));
  const smallest = monthly(works[0] as Work).bySources / POLLED;
  return works.flatMap((work, i): readonly Figure[] => {
    const count = COUNTS[i] ?? 0;
    const { within, beyond, bySources } = monthly(work);
    const millions = (units: number): string => (units / 1e6).toPrecision(2);
    return [
      {
        what:
          `${count.toLocaleString('en')} sources a month: ${work.invocations.toLocaleString('en')} runs, ` +
          `${millions(work.readUnits)} M read and ${millions(work.writeUnits)} M write units`,
        value: within,
        unit: 'USD',
        ...(i === 0 && { target: { most: 2 } }),
      },
      { what: '… without free allowances', value: beyond, unit: 'USD' },
      {
        what: '… of it by sources',
        value: bySources,
        unit: 'USD',
        floor: { what: `${count / POLLED} × that of ${POLLED}`, value: smallest * count },
        target: { timesFloor: 1.05 },
      },
    ];
  });
}

/** A bookmark as it is after weeks: full of marks. */
function oldBookmark(source: Source, at: typeof NOW): Bookmark {
  const listed = headlinesOf(0, MARKS, 1).map(({ title, url }) => ({ title, url }));
  const progress = {
    validators: {},
    listed,
    read: listed,
    unread: 0,
    pages: [],
    address: '',
    isFeed: true,
    failing: [],
  };
  const bookmark = advanced(newBookmark(at), progress, beijingDay(at));
  return { ...bookmark, health: after(bookmark.health, { kind: 'read', changed: true }, source, at) };
}

/** Read units of one ring that finds nothing to deliver. */
async function ring(sources: readonly Source[], outside: Outside): Promise<number> {
  process.env['WATCH_SOURCES'] = sources.map(({ id }) => id).join(',');
  const { notify } = await freshHandlers();
  await outside.counted();
  await notify();
  return (await outside.counted()).table.readUnits;
}

interface PollUnits {
  readonly read: number;
  readonly write: number;
}

/** Units of one poll that finds news, and so writes its bookmark; one that finds none reads as much and writes nothing. */
async function polls(sources: readonly Source[], outside: Outside): Promise<PollUnits> {
  const { poll } = await freshHandlers();
  await outside.counted();
  await pollAll(sources, { poll }, () => undefined);
  const { table } = await outside.counted();
  return { read: table.readUnits / sources.length, write: table.writeUnits / sources.length };
}

/** In the catalogue's own rhythms: the mean of its sources stands for each. */
function workOf(count: number, { read, write }: PollUnits, ringUnits: number): Work {
  const press = enabledSources.flatMap(({ perDay }) => perDay ?? []);
  const usual = press.reduce((sum, perDay) => sum + perDay, 0) / press.length;
  const mean = (of: (source: Source) => number): number =>
    enabledSources.reduce((sum, source) => sum + of(source), 0) / enabledSources.length;
  const pollsOf = ({ every }: Source): number => (60 * HOURS) / every;
  const withNews = (source: Source): number =>
    pollsOf(source) * (1 - Math.exp((-(source.perDay ?? usual) * source.every) / 1_440));
  const polled = Math.round(count * mean(pollsOf));
  const written = count * mean((source) => withNews(source) + HOURS);
  return {
    invocations: polled + RINGS,
    gigabyteSeconds: assumed.gigabytes * (polled * assumed.poll + RINGS * assumed.ring),
    readUnits: polled * read + RINGS * ringUnits,
    writeUnits: written * write,
    logGigabytes: ((polled + RINGS) * assumed.logBytesARun) / 1e9,
  };
}
