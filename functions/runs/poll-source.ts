import {
  advanced,
  type Awaiting,
  beforeLearning,
  type Bookmark,
  type Failing,
  hasGap,
  type Hush,
  newBookmark,
  type Progress,
  toReread,
  unreadOf,
  type Young,
} from '../documents/bookmark.ts';
import type { Entry } from '../documents/document.ts';
import { documentIdOf } from '../documents/fingerprint.ts';
import { readingOrder } from '../documents/reading-order.ts';
import type { PollEdge } from '../edge/edge.ts';
import type { Quiet } from '../register/change.ts';
import type { Outcome } from '../sources/health.ts';
import type { Source } from '../sources/source.ts';
import { addDays, type BeijingDate, beijingDay, type Instant, minutesBetween, startOf } from '../time.ts';
import { registerOf } from './append-change.ts';
import { attempt } from './attempt.ts';
import { type Budget, unlimited } from './budget.ts';
import { failingAfter, tellFailing } from './failing.ts';
import { awaitingAfter, readAwaited } from './read-awaited.ts';
import { type List, readList } from './read-list.ts';
import { type Readings, readPages } from './read-pages.ts';
import { remember, type Tally } from './remember-poll.ts';

/** One poll in one line, for the log. */
export interface PollReport {
  readonly source: string;
  readonly outcome: 'waiting' | 'unchanged' | 'read' | 'failed';
  readonly listed: number;
  readonly read: number;
  /** New entries that are left to the next poll. */
  readonly unread: number;
  /** Numbers of the Changes that it appended. */
  readonly changes: readonly number[];
  readonly faults: readonly string[];
  /** Pages whose attachments are being read. */
  readonly awaiting?: number;
  readonly quiet?: Quiet;
}

/** What one process keeps between polls, and what one poll may use. */
export interface PollRun {
  readonly tally: Tally;
  readonly budget: Budget;
}

// At an article a second this is a third of the function's time; what remains is read on the next tick.
const ARTICLES_A_POLL = 20;
const REREADS_A_POLL = 5;
// A restructured site lists its whole archive as new. Bursts of twice the daily rhythm are ordinary; of a source whose rhythm was
// never measured, those of a busy wire.
const FLOOD = { entries: 40, timesTheRhythm: 5, unmeasured: 20 };
const DAYS_OF_TRYING = 30;

/**
 * Polls one source: list, read what is new, record what it alters, and move the bookmark behind what was read. A crash before
 * that reads again and finds nothing new.
 * @throws whatever is no failure of the source: the schedule tries again, and an alarm rings
 */
export async function pollSource(
  source: Source,
  edge: PollEdge,
  { tally, budget }: PollRun = { tally: new Map(), budget: unlimited },
): Promise<PollReport> {
  const at = edge.now();
  const { bookmark = newBookmark(at), revision } = await edge.bookmarks.of(source.id);
  const blank = { source: source.id, listed: 0, read: 0, unread: 0, changes: [], faults: [] };
  if (bookmark.health.notBefore && bookmark.health.notBefore > at) return { ...blank, outcome: 'waiting' };
  const list = await attempt(() => readList(source, bookmark, at, edge, budget));
  if ('value' in list) return readNews(source, list.value, { bookmark, revision, at }, edge, { tally, budget });
  const { failing, changes } = await tellFailing(source, bookmark.failing ?? [], new Map(), edge, at, bookmark.quiet);
  const next = failing.length > 0 ? { ...bookmark, failing } : bookmark;
  await remember({ source, before: bookmark, revision, next, outcome: list.fault, at }, edge.bookmarks, tally);
  return { ...blank, outcome: 'failed', changes, faults: [list.fault.cause] };
}

interface Before {
  readonly bookmark: Bookmark;
  readonly revision: number;
  readonly at: Instant;
}

async function readNews(
  source: Source,
  list: List,
  before: Before,
  edge: PollEdge,
  { tally, budget }: PollRun,
): Promise<PollReport> {
  const { bookmark, at } = before;
  const { listed } = list;
  const today = beijingDay(at);
  const isFeed = source.format === 'feed';
  const skipped = bookmark.quiet?.why === 'baseline' ? beforeLearning(listed, source.learnDays, today) : [];
  const fresh = unreadOf(bookmark, listed).filter((entry) => !skipped.includes(entry));
  const quiet = quietly(source, list, bookmark, fresh, at);
  const batch = isFeed ? fresh : await batchOf(source, fresh, listed, bookmark, today);
  let { revision } = before;
  const progressAfter = (
    read: readonly Entry[],
    pages: readonly Young[],
    failing: readonly Failing[],
    awaiting: readonly Awaiting[],
  ): Progress => ({
    ...list,
    list: list.hash,
    isFeed,
    read: [...skipped, ...read],
    unread: fresh.length - read.length,
    quiet,
    pages,
    failing,
    awaiting: awaitingAfter(awaiting),
  });
  const keep = async (read: readonly Entry[]): Promise<boolean> => {
    const waits = bookmark.awaiting ?? [];
    const progress = progressAfter(read, isFeed ? [] : readToday(read, today), bookmark.failing ?? [], waits);
    return edge.bookmarks.remember(source, advanced(bookmark, progress, today), revision++);
  };
  const news = await readPages(source, batch, edge, at, { quiet, budget, keep });
  const again = toReread(bookmark, today).slice(0, REREADS_A_POLL);
  const old = await readPages(
    source,
    again.map(({ entry }) => entry),
    edge,
    at,
    { again: true, budget },
  );
  const waited = await readAwaited(source, bookmark.awaiting ?? [], edge, at, budget);
  const gone = await vanished(again, old, edge);
  const failed = new Map(news.failed.map(({ entry, fault }) => [entry.url, fault]));
  const trying = failingAfter(bookmark.failing ?? [], news.failed, news.read, at).filter(
    ({ since }) => since > startOf(addDays(today, -DAYS_OF_TRYING)),
  );
  const unread = await tellFailing(source, trying, failed, edge, at, quiet);
  const pages = [...rereadToday(old, gone, again, today), ...(isFeed ? [] : readToday(news.read, today))];
  const next = advanced(
    bookmark,
    progressAfter(news.read, pages, unread.failing, [...waited.awaiting, ...old.awaiting, ...news.awaiting]),
    today,
  );
  const faults = [...news.failed.map(({ fault }) => fault.cause), ...lateness(source, news)];
  const degraded = faults[0] ?? list.degraded;
  const held = quiet?.why === 'held' && bookmark.quiet?.why !== 'held' ? fresh.length : quiet ? 0 : news.old;
  const outcome: Outcome = {
    kind: 'read',
    changed: news.read.length > 0,
    gap: isFeed && hasGap(bookmark, listed, fresh),
    ...(held > 0 && { held }),
    ...(news.capped > 0 && { capped: news.capped }),
    ...(gone.length > 0 && { gone: gone.map(({ entry: { title, url } }) => ({ title, url })) }),
    ...(degraded && { degraded }),
  };
  await remember({ source, before: bookmark, revision, next, outcome, at }, edge.bookmarks, tally);
  return {
    source: source.id,
    outcome: listed.length + pages.length > 0 ? 'read' : 'unchanged',
    listed: listed.length,
    read: news.read.length,
    unread: fresh.length - news.read.length,
    changes: [...news.changes, ...old.changes, ...waited.changes, ...unread.changes],
    faults: [...faults, ...old.failed.map(({ fault }) => fault.cause), ...waited.faults],
    ...(next.awaiting && { awaiting: next.awaiting.length }),
    ...(quiet && { quiet: quiet.why }),
  };
}

const readToday = (entries: readonly Entry[], today: BeijingDate): readonly Young[] =>
  entries.map((entry) => ({ entry, readOn: today }));

/** What one poll reads of a ministry's list, in order. */
async function batchOf(
  source: Source,
  fresh: readonly Entry[],
  listed: readonly Entry[],
  bookmark: Bookmark,
  today: BeijingDate,
): Promise<readonly Entry[]> {
  if (fresh.length === 0) return [];
  const { isOurs } = await import('./tell-unread.ts');
  const failedBefore = new Set((bookmark.failing ?? []).map(({ entry }) => entry.url));
  const order = readingOrder({ fresh, listed, today, isOurs: (entry) => isOurs(source, entry), failedBefore });
  return order.slice(0, ARTICLES_A_POLL);
}

/** Pages that the journal rests on, and that are there no longer. A vanished page lifts nothing, and is told to the operator once. */
async function vanished(again: readonly Young[], old: Readings, edge: PollEdge): Promise<readonly Young[]> {
  const missing = new Set(old.failed.flatMap(({ entry, fault }) => (fault.why === 'not-found' ? [entry.url] : [])));
  const news = again.filter(({ entry, gone }) => !gone && missing.has(entry.url));
  if (news.length === 0) return [];
  const { texts } = await registerOf(edge.journal);
  return news.filter(({ entry }) => texts.pages.has(documentIdOf(entry.url)));
}

/** A page that is away today is tried again tomorrow. */
function rereadToday(
  { read, failed }: Readings,
  gone: readonly Young[],
  again: readonly Young[],
  today: BeijingDate,
): readonly Young[] {
  const away = new Set(gone.map(({ entry }) => entry.url));
  const wasGone = new Set(again.flatMap((young) => (young.gone ? [young.entry.url] : [])));
  return [
    ...readToday(read, today),
    ...failed.map(({ entry }) => ({
      entry,
      readOn: today,
      ...((away.has(entry.url) || wasGone.has(entry.url)) && { gone: true as const }),
    })),
  ];
}

const lateness = ({ id }: Source, { late, read, failed }: Readings): readonly string[] =>
  late === 0
    ? []
    : [
        `${id}: ${late} of ${late + read.length + failed.length} new pages are still unread, because time was up; the next poll goes on`,
      ];

/** Whether what is new is told to nobody: a first list, a flood, or last year's list, which begins anew each January. */
function quietly(
  source: Source,
  { moved }: List,
  bookmark: Bookmark,
  fresh: readonly Entry[],
  at: Instant,
): Hush | undefined {
  const since = beijingDay(at);
  if (bookmark.quiet) return bookmark.quiet;
  if (moved && source.url.includes('{last-year}')) return { why: 'baseline', since };
  const days = Math.max(1, minutesBetween(bookmark.health.checkedAt ?? at, at) / 1_440);
  const usual = (source.perDay ?? FLOOD.unmeasured) * days * FLOOD.timesTheRhythm;
  return fresh.length > Math.max(FLOOD.entries, usual) ? { why: 'held', since } : undefined;
}
