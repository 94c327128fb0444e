import { type Bookmark, hashOf, markOf, unreadOf } from '../documents/bookmark.ts';
import type { Entry } from '../documents/document.ts';
import type { Listing } from '../documents/list-entries.ts';
import { listingAsk, newestOf, refuseFrozen } from '../documents/listing.ts';
import type { Answer, Ask, Validators } from '../documents/page.ts';
import type { PollEdge } from '../edge/edge.ts';
import { SourceUnavailable, UnexpectedShape } from '../errors.ts';
import { addressOf, type Source, type SourceOf } from '../sources/source.ts';
import { type BeijingDate, beijingDay, type Instant, minutesBetween } from '../time.ts';
import { attempt } from './attempt.ts';
import { type Budget, timeForRequest } from './budget.ts';

/** A source's list; `listed` is empty when it has not changed since. */
export interface List {
  readonly listed: readonly Entry[];
  readonly validators: Validators;
  /** Where it stands today. */
  readonly address: string;
  /** It stands elsewhere than last time. */
  readonly moved: boolean;
  readonly hash?: string | undefined;
  readonly fullAt?: Instant | undefined;
  readonly newest?: BeijingDate | undefined;
  readonly rows?: number | undefined;
  readonly pagesListed?: number | undefined;
  readonly isCut?: boolean | undefined;
  readonly degraded?: string | undefined;
}

type ListEdge = Pick<PollEdge, 'get'>;

// Most polls find a list unchanged, and need no reader: it is loaded by the first that does.
const listReader = () => import('../documents/list-entries.ts');

const PAGES_A_POLL = 5;
const FULL_EVERY_MINUTES = 24 * 60;
// The first announcement of 2026 came on 6 January; a later one is a matter for people.
const LAST_AWAITED_DAY = '01-10';

/**
 * Fetches and reads a source's list, and holds it against the clock, changed or not. In the first ten days of a year in which
 * the new index is not there yet, or empty, last year's is read on.
 * @throws SourceUnavailable, UnexpectedShape as the list fares
 */
export async function readList(
  source: Source,
  bookmark: Bookmark,
  at: Instant,
  edge: ListEdge,
  budget: Budget,
): Promise<List> {
  const today = beijingDay(at);
  const year = Number(today.slice(0, 4));
  const awaited =
    source.format === 'mofcom-index' && source.emptyInJanuary === true && today.slice(5) <= LAST_AWAITED_DAY;
  if (!awaited) return readListOf(source, year, bookmark, at, edge, budget);
  try {
    const list = await readListOf(source, year, bookmark, at, edge, budget);
    if (list.listed.length > 0 || list.newest !== undefined) return list;
  } catch (error) {
    const notThere = error instanceof UnexpectedShape || (error instanceof SourceUnavailable && error.missing);
    if (!notThere) throw error;
  }
  const { listed, newest, degraded } = await readListOf(
    { ...source, emptyInJanuary: false },
    year - 1,
    { ...bookmark, validators: {} },
    at,
    edge,
    budget,
  );
  // Nothing is remembered of it but its entries: tomorrow the new one is asked for first.
  return { listed, newest, degraded, validators: {}, address: addressOf(source, year), moved: false };
}

async function readListOf(
  source: Source,
  year: number,
  bookmark: Bookmark,
  at: Instant,
  edge: ListEdge,
  budget: Budget,
): Promise<List> {
  const address = addressOf(source, year);
  const moved = bookmark.address !== undefined && bookmark.address !== address;
  const due = moved || isDueInFull(source, bookmark, at);
  const ask = listingAsk(source, year);
  const answer = await askFor(due ? unconditional(ask) : { ...ask, validators: bookmark.validators }, edge, budget);
  const where = `${source.id} ${address}`;
  const { validators } = answer;
  const fullAt = answer.kind === 'page' && due ? at : bookmark.fullAt;
  const base = { validators, address, moved, fullAt };
  const hash = answer.kind === 'page' ? hashOf(answer.bytes) : bookmark.list;
  const known = !moved && (source.newestWithin === undefined || bookmark.newest !== undefined);
  if (answer.kind === 'unchanged' || (known && hash === bookmark.list)) {
    refuseFrozen(source, bookmark.newest, at, where);
    return { ...base, listed: [], hash, newest: bookmark.newest, rows: bookmark.rows };
  }
  const { listEntries } = await listReader();
  let first: Listing;
  try {
    first = await listEntries(source, answer, at);
  } catch (error) {
    const renewed = source.format === 'jpaas-list' ? await renewedUnit(source, error, edge, budget) : undefined;
    if (!renewed) throw error;
    const list = await readListOf(renewed, year, { ...bookmark, validators: {} }, at, edge, budget);
    const degraded = `${source.id}: the site was rebuilt; put ${JSON.stringify(renewed.unit)} into the catalogue`;
    return { ...list, validators: {}, hash: undefined, degraded };
  }
  const { listed, pagesListed, isCut, cut } = await furtherPages(source, first, bookmark, at, edge, budget);
  const newest = newestOf(listed);
  const rows = first.entries.length;
  const shrunk = moved ? undefined : shrinkage(source, bookmark.rows, rows);
  const degraded = [first.degraded, shrunk, cut].filter((one) => one !== undefined).join('; ');
  // A list read with losses is asked for in full until it is whole: "unchanged" would pass for "well".
  const list = { ...base, listed, newest, rows, pagesListed, isCut };
  return degraded ? { ...list, validators: {}, degraded } : { ...list, hash };
}

// A list of a handful may lose half of it on any day.
const FEW_ROWS = 10;

/** A year's index only grows, and a page of a list stays as long as it is: one that lost half its rows is worth a word, once. */
function shrinkage({ id, format, url }: Source, before: number | undefined, now: number): string | undefined {
  if (format === 'feed' || before === undefined || before < FEW_ROWS || now >= before / 2) return undefined;
  return `${id} ${url}: it listed ${before} rows before and lists ${now} now; see whether the rest went elsewhere`;
}

// Caches answer "unchanged" to whatever validators they are asked with, some to none at all.
const unconditional = (ask: Ask): Ask => ({ ...ask, headers: { ...ask.headers, 'cache-control': 'no-cache' } });

/** Once a day a list is asked for as if it were not known, and where nothing says how new it was. */
const isDueInFull = (source: Source, { fullAt, newest }: Bookmark, at: Instant): boolean =>
  fullAt === undefined ||
  minutesBetween(fullAt, at) >= FULL_EVERY_MINUTES ||
  (source.newestWithin !== undefined && newest === undefined);

async function askFor(ask: Ask, edge: ListEdge, budget: Budget): Promise<Answer> {
  const time = timeForRequest(budget);
  if (time === undefined) throw new SourceUnavailable(`${ask.url}: no time was left to ask for it; the next poll does`);
  return edge.get(time === Infinity ? ask : { ...ask, within: time });
}

/**
 * Further pages are followed until one holds something known, or the first list is being learned; while entries of the last list
 * are unread, as far as it went, because the newest are read first, and what is unread lies behind them.
 */
async function furtherPages(
  source: Source,
  first: Listing,
  bookmark: Bookmark,
  at: Instant,
  edge: ListEdge,
  budget: Budget,
): Promise<{
  readonly listed: readonly Entry[];
  readonly pagesListed: number;
  readonly isCut?: boolean;
  readonly cut?: string;
}> {
  const listed = [...first.entries];
  const [top] = first.entries;
  let listing = first;
  let page = 2;
  const { behind = 0, quiet } = bookmark;
  for (; top && listing.next; page++) {
    const unread = new Set(unreadOf(bookmark, listing.entries));
    const whole = unread.size === listing.entries.length;
    const last = listing.entries.at(-1);
    // Rows that came since may have pushed some on to the page after the last.
    const goesOn = whole || page <= behind || (behind > 0 && last !== undefined && unread.has(last));
    if (quiet?.why === 'baseline' || !goesOn) break;
    if (page > PAGES_A_POLL || timeForRequest(budget) === undefined) {
      return {
        listed,
        pagesListed: Math.max(page - 1, behind),
        isCut: page <= behind,
        ...(whole && {
          cut: `${source.id} ${source.url}: all of its first ${page - 1} pages are new, and what follows is left unread: look through page ${page} and those behind it`,
        }),
      };
    }
    const more = await askFor(listing.next, edge, budget);
    if (more.kind === 'unchanged') break;
    const { listEntries } = await listReader();
    listing = await listEntries(source, more, at, page);
    if (markOf(listing.entries[0] ?? top) === markOf(top)) {
      throw new UnexpectedShape(
        `${source.id} ${source.url}: page ${page} is page 1 again; see how the site asks for its pages`,
      );
    }
    listed.push(...listing.entries);
  }
  return { listed, pagesListed: page - 1 };
}

/** A rebuilt site gives its lists new ids, and names them on the column's page. */
async function renewedUnit(
  source: SourceOf<'jpaas-list'>,
  error: unknown,
  edge: ListEdge,
  budget: Budget,
): Promise<SourceOf<'jpaas-list'> | undefined> {
  if (!(error instanceof UnexpectedShape)) return undefined;
  const [{ articleAsk }, { decode }, { discoverUnit }] = await Promise.all([
    import('../documents/read-document.ts'),
    import('../documents/decode.ts'),
    import('../documents/jpaas-list.ts'),
  ]);
  const page = await attempt(() => askFor(articleAsk(source, source.column), edge, budget));
  // A column that cannot be read says nothing of why the list cannot.
  if ('fault' in page || page.value.kind === 'unchanged') return undefined;
  const column = page.value;
  const unit = discoverUnit(decode(column, source.charset, `${source.id} ${source.column}`), source.unit.tagId);
  const known = Object.values(source.unit);
  return unit && Object.values(unit).some((id) => !known.includes(id)) ? { ...source, unit } : undefined;
}
