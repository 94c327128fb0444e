import {
  advanced,
  beforeLearning,
  type Bookmark,
  hashOf,
  type Hush,
  markOf,
  newBookmark,
  toReread,
  unreadOf,
} from '../documents/bookmark.ts';
import type { Document, Entry } from '../documents/document.ts';
import { decode } from '../documents/decode.ts';
import { discoverUnit } from '../documents/jpaas-list.ts';
import { listEntries, type Listing, listingAsk } from '../documents/list-entries.ts';
import type { Validators } from '../documents/page.ts';
import { articleAsk, pressDocument, readArticle } from '../documents/read-document.ts';
import type { PollEdge } from '../edge/edge.ts';
import { SourceUnavailable, UnexpectedShape } from '../errors.ts';
import { record } from './record-document.ts';
import type { Quiet } from '../register/change.ts';
import { after, heartbeatMinutes, type Outcome } from '../sources/health.ts';
import type { Source, SourceOf } from '../sources/source.ts';
import { beijingDay, type Instant, minutesBetween } from '../time.ts';

/** One poll in one line, for the log. */
export interface PollReport {
  readonly source: string;
  readonly outcome: 'waiting' | 'unchanged' | 'read' | 'failed';
  readonly listed: number;
  readonly read: number;
  /** Numbers of the Changes that it appended. */
  readonly changes: readonly number[];
  readonly faults: readonly string[];
  readonly quiet?: Quiet;
}

// At an article a second this is a third of the function's time; what remains is read on the next tick.
const ARTICLES_A_POLL = { oldest: 15, newest: 5 };
const REREADS_A_POLL = 5;
const PAGES_A_POLL = 5;
// A restructured site lists its whole archive as new. Bursts of twice the daily rhythm are ordinary.
const FLOOD = { entries: 40, timesTheRhythm: 5 };

/**
 * Polls one source: list, read what is new, record what it alters, and move the bookmark last of all. A crash before
 * that reads again and finds nothing new.
 * @throws whatever is no failure of the source: the schedule tries again, and an alarm rings
 */
export async function pollSource(source: Source, edge: PollEdge): Promise<PollReport> {
  const at = edge.now();
  const today = beijingDay(at);
  const { bookmark = newBookmark(at), revision } = await edge.bookmarks.of(source.id);
  const blank = { source: source.id, listed: 0, read: 0, changes: [], faults: [] };
  if (bookmark.health.notBefore && bookmark.health.notBefore > at) return { ...blank, outcome: 'waiting' };
  const list = await attempt(() => readList(source, bookmark, at, edge));
  if ('fault' in list) {
    await remember(source, bookmark, list.fault, revision, edge);
    return { ...blank, outcome: 'failed', faults: [list.fault.cause] };
  }
  const { listed, validators, hash, degraded } = list.value;
  const skipped = bookmark.quiet?.why === 'baseline' ? beforeLearning(listed, source.learnDays, today) : [];
  const fresh = unreadOf(bookmark, listed).filter((entry) => !skipped.includes(entry));
  const quiet = quietly(source, bookmark, fresh, at);
  const batch = source.format === 'feed' ? fresh : batchOf(fresh);
  const news = await readAll(source, batch, edge, at, { quiet });
  // A page that is away today is tried again tomorrow: a vanished page lifts nothing.
  const old = await readAll(source, toReread(bookmark, today).slice(0, REREADS_A_POLL), edge, at, { again: true });
  const unread = fresh.length - news.read.length;
  const pages = [...old.read, ...old.failed, ...(source.format === 'feed' ? [] : news.read)];
  const progress = {
    validators,
    listed,
    read: [...skipped, ...news.read],
    unread,
    quiet,
    pages,
    ...(hash && { list: hash }),
  };
  const cause = news.faults[0] ?? degraded;
  const outcome: Outcome = {
    kind: 'read',
    changed: news.read.length > 0,
    gap:
      source.format === 'feed' &&
      bookmark.quiet?.why !== 'baseline' &&
      listed.length > 0 &&
      fresh.length === listed.length,
    ...(quiet?.why === 'held' && bookmark.quiet?.why !== 'held' && { held: fresh.length }),
    ...(cause && { degraded: cause }),
  };
  await remember(source, advanced(bookmark, progress, today), outcome, revision, edge, bookmark);
  return {
    source: source.id,
    outcome: listed.length + pages.length > 0 ? 'read' : 'unchanged',
    listed: listed.length,
    read: news.read.length,
    changes: [...news.changes, ...old.changes],
    faults: [...news.faults, ...old.faults],
    ...(quiet && { quiet: quiet.why }),
  };
}

interface List {
  readonly listed: readonly Entry[];
  readonly validators: Validators;
  readonly hash?: string;
  readonly degraded?: string;
}

/** The source's list; empty when it has not changed since. Further pages are followed until one holds something known. */
async function readList(source: Source, bookmark: Bookmark, at: Instant, edge: PollEdge): Promise<List> {
  const year = Number(beijingDay(at).slice(0, 4));
  const answer = await edge.get({ ...listingAsk(source, year), validators: bookmark.validators });
  const hash = answer.kind === 'page' ? hashOf(answer.bytes) : bookmark.list;
  const { validators } = answer;
  if (answer.kind === 'unchanged' || hash === bookmark.list) return { listed: [], validators, ...(hash && { hash }) };
  let listing: Listing;
  try {
    listing = await listEntries(source, answer, at);
  } catch (error) {
    const renewed = source.format === 'jpaas-list' ? await renewedUnit(source, error, edge) : undefined;
    if (!renewed) throw error;
    const { listed } = await readList(renewed, { ...bookmark, validators: {} }, at, edge);
    return {
      listed,
      validators: {},
      degraded: `${source.id}: the site was rebuilt; put ${JSON.stringify(renewed.unit)} into the catalogue`,
    };
  }
  const { degraded } = listing;
  const listed = [...listing.entries];
  const [first] = listing.entries;
  for (let page = 2; page <= PAGES_A_POLL && first && listing.next; page++) {
    if (bookmark.quiet?.why === 'baseline' || unreadOf(bookmark, listing.entries).length < listing.entries.length)
      break;
    const more = await edge.get(listing.next);
    if (more.kind === 'unchanged') break;
    listing = await listEntries(source, more, at, page);
    if (markOf(listing.entries[0] ?? first) === markOf(first)) {
      throw new UnexpectedShape(
        `${source.id} ${source.url}: page ${page} is page 1 again; see how the site asks for its pages`,
      );
    }
    listed.push(...listing.entries);
  }
  // A list read with losses is asked for in full until it is whole: "unchanged" would pass for "well".
  return degraded ? { listed, validators: {}, degraded } : { listed, validators, ...(hash && { hash }) };
}

/** A rebuilt site gives its lists new ids, and names them on the column's page. */
async function renewedUnit(
  source: SourceOf<'jpaas-list'>,
  error: unknown,
  edge: PollEdge,
): Promise<SourceOf<'jpaas-list'> | undefined> {
  if (!(error instanceof UnexpectedShape)) return undefined;
  const page = await attempt(() => edge.get(articleAsk(source, source.column)));
  // A column that cannot be read says nothing of why the list cannot.
  if ('fault' in page || page.value.kind === 'unchanged') return undefined;
  const column = page.value;
  const unit = discoverUnit(decode(column, source.charset, `${source.id} ${source.column}`), source.unit.tagId);
  const known = Object.values(source.unit);
  return unit && Object.values(unit).some((id) => !known.includes(id)) ? { ...source, unit } : undefined;
}

/** The oldest first, and always the newest too: old pages that are gone for good must not stand before today's. */
const batchOf = (fresh: readonly Entry[]): readonly Entry[] => {
  const { oldest, newest } = ARTICLES_A_POLL;
  return fresh.length <= oldest + newest ? fresh : [...fresh.slice(0, oldest), ...fresh.slice(-newest)];
};

interface Readings {
  readonly read: readonly Entry[];
  readonly failed: readonly Entry[];
  readonly changes: readonly number[];
  readonly faults: readonly string[];
}

/** Reads entries one after the other; one bad page does not hide its siblings. */
async function readAll(
  source: Source,
  entries: readonly Entry[],
  edge: PollEdge,
  at: Instant,
  how: { quiet?: Hush | undefined; again?: boolean },
): Promise<Readings> {
  const read: Entry[] = [];
  const failed: Entry[] = [];
  const changes: number[] = [];
  const faults: string[] = [];
  for (const entry of entries) {
    const done = await attempt(async () => {
      const document = await documentOf(source, entry, edge);
      return { document, change: await record(document, edge, at, how) };
    });
    if ('fault' in done) {
      failed.push(entry);
      faults.push(done.fault.cause);
      continue;
    }
    const { document, change } = done.value;
    read.push({ ...entry, ...(document.publishedOn && { publishedOn: document.publishedOn }) });
    if (change) changes.push(change.number);
  }
  return { read, failed, changes, faults };
}

/** Of the press, headline and summary are the document; a ministry's page is fetched, over one redirect stub at most. */
async function documentOf(source: Source, entry: Entry, edge: PollEdge): Promise<Document> {
  if (source.format === 'feed') return pressDocument(source, entry);
  let url = entry.url;
  for (const last of [false, true]) {
    const answer = await edge.get(articleAsk(source, url));
    if (answer.kind === 'unchanged') break;
    const read = readArticle(source, entry, answer);
    if (!('moved' in read)) return read;
    if (last) break;
    url = read.moved;
  }
  throw new UnexpectedShape(`${source.id}: ${entry.url} leads from one empty page to another; open it and see`);
}

function quietly(source: Source, bookmark: Bookmark, fresh: readonly Entry[], at: Instant): Hush | undefined {
  if (bookmark.quiet) return bookmark.quiet;
  const days = Math.max(1, minutesBetween(bookmark.health.checkedAt ?? at, at) / 1_440);
  const usual = (source.perDay ?? Infinity) * days * FLOOD.timesTheRhythm;
  return fresh.length > Math.max(FLOOD.entries, usual) ? { why: 'held', since: beijingDay(at) } : undefined;
}

interface Unwritten {
  readonly polls: number;
  readonly checkedAt: Instant;
}

/** Quiet polls that no row holds yet, by the place that would hold them. */
const unwritten = new WeakMap<PollEdge['bookmarks'], Map<string, Unwritten>>();

/** Writes the bookmark, with the source's health; after a poll that found nothing new, only once an hour. */
async function remember(
  source: Source,
  next: Bookmark,
  outcome: Outcome,
  revision: number,
  edge: PollEdge,
  before: Bookmark = next,
): Promise<void> {
  const at = edge.now();
  const tallies = unwritten.get(edge.bookmarks) ?? new Map<string, Unwritten>();
  unwritten.set(edge.bookmarks, tallies);
  const since = tallies.get(source.id);
  const polls = (since?.polls ?? 0) + 1;
  const { state, checkedAt } = before.health;
  const beats = checkedAt === undefined || minutesBetween(checkedAt, at) >= heartbeatMinutes(source.authority);
  const health = after({ ...before.health, ...(since && { checkedAt: since.checkedAt }) }, outcome, source, at, polls);
  const same = JSON.stringify({ ...next, health: '' }) === JSON.stringify({ ...before, health: '' });
  if (same && state === 'ok' && health.state === 'ok' && !beats)
    return void tallies.set(source.id, { polls, checkedAt: at });
  await edge.bookmarks.remember(source, { ...next, health }, revision);
  tallies.delete(source.id);
}

type Attempt<T> = { readonly value: T } | { readonly fault: Extract<Outcome, { kind: 'failed' }> };

/** A source's failures are values, to be recorded; every other error is a surprise and passes. */
async function attempt<T>(act: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await act() };
  } catch (error) {
    const blind = error instanceof UnexpectedShape;
    if (!blind && !(error instanceof SourceUnavailable)) throw error;
    const retryAfter = blind ? undefined : error.retryAfter;
    return { fault: { kind: 'failed', blind, cause: error.message, ...(retryAfter && { retryAfter }) } };
  }
}
