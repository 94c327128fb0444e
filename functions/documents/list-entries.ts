import { UnexpectedShape } from '../errors.ts';
import { hostsOf, type Source } from '../sources/source.ts';
import { beijingDay, type Instant } from '../time.ts';
import { spoiltIn } from './characters.ts';
import { refuseFalsePages } from './classify.ts';
import { decode } from './decode.ts';
import type { Entry } from './document.ts';
import { readExportControlList } from './exportcontrol-list.ts';
import { readFeed } from './feed.ts';
import { readGovcnList } from './govcn-list.ts';
import { readJpaasList } from './jpaas-list.ts';
import { type Dropped, type Listed, lossesIn } from './listed.ts';
import { listingAsk, newestOf, refuseFrozen } from './listing.ts';
import { readMofcomIndex } from './mofcom-index.ts';
import type { Ask, Page } from './page.ts';

/** What a source lists today, in the page's order, which is nowhere a promise of newest first. */
export interface Listing {
  readonly entries: readonly Entry[];
  /** Rows that stand on the page, read or not. */
  readonly seen: number;
  /** Rows that were left out, and why. */
  readonly dropped: readonly Dropped[];
  /** The page was read, and something is wrong with it that the operator should hear of. */
  readonly degraded?: string;
  /** Asks for the rows that follow. */
  readonly next?: Ask;
}

/**
 * Reads one page of a source's list and holds the first to what the catalogue promises of it.
 * @param now decides which dates lie ahead, whether January excuses an empty index, and whether the list is frozen
 * @throws UnexpectedShape when the answer is not the list we know, has fewer than `atLeast` entries, or none newer than
 * `newestWithin`; SourceUnavailable ('blocked') when a challenge stands in its place
 */
export async function listEntries(source: Source, page: Page, now: Instant, pageNumber = 1): Promise<Listing> {
  const where = `${source.id} ${page.url}`;
  const text = decode(page, source.charset, where);
  refuseFalsePages(text, where);
  const { entries, seen, dropped, faults, more } = await read(source, text, page, now, where, pageNumber);
  refuseSpoilt(entries, source, where);
  const hosts = hostsOf(source);
  const listed = source.format === 'feed' ? entries : entries.filter(({ url }) => hosts.includes(new URL(url).host));
  const lost = [...dropped, ...strays(entries, listed)];
  const found = [
    ...faults,
    ...spoiltRows(listed, source),
    ...(pageNumber === 1 ? shortfalls(source, listed, now, where) : []),
    ...lossesIn(lost),
  ];
  return {
    entries: listed,
    seen,
    dropped: lost,
    ...(found.length > 0 && { degraded: `${where}: ${found.join('; ')}` }),
    ...(more && { next: listingAsk(source, Number(beijingDay(now).slice(0, 4)), pageNumber + 1) }),
  };
}

function read(
  source: Source,
  text: string,
  page: Page,
  now: Instant,
  where: string,
  pageNumber: number,
): Listed | Promise<Listed> {
  switch (source.format) {
    case 'feed':
      return readFeed(source, text, page, now, where);
    case 'mofcom-index':
      return readMofcomIndex(text, page, now, where);
    case 'jpaas-list':
      return readJpaasList(source, text, now, where, pageNumber);
    case 'exportcontrol-list':
      return readExportControlList(text, page, now, where, pageNumber);
    case 'govcn-list':
      return readGovcnList(text, page, now, where);
  }
}

/** Throws when the list falls short of its promise; answers with what falls short of it without breaking it. */
function shortfalls(source: Source, entries: readonly Entry[], now: Instant, where: string): readonly string[] {
  const excused = isJanuaryOf(source, now);
  if (entries.length === 0 && excused) return [];
  if (entries.length < source.atLeast && !excused) {
    throw new UnexpectedShape(
      `${where}: expected at least ${source.atLeast} entries, found ${entries.length}; the page has changed or is broken, so look at it`,
    );
  }
  if (source.newestWithin === undefined) return [];
  const newest = newestOf(entries);
  if (newest === undefined) return ['no entry bears a date, so a frozen list would go unseen'];
  refuseFrozen(source, newest, now, where);
  return [];
}

/** A new year's index is empty, or not there yet, until the first announcement: No. 1 of 2026 came on 6 January. */
export const isJanuaryOf = (source: Source, now: Instant): boolean =>
  source.format === 'mofcom-index' && source.emptyInJanuary === true && beijingDay(now).slice(5, 7) === '01';

// Spam can put any number of sites into a page, and the operator's message, and the bookmark, must hold the answer.
const mostNamed = 5;

/** Rows that lead to sites nobody has vouched for are left out, and said to be. */
function strays(entries: readonly Entry[], listed: readonly Entry[]): readonly Dropped[] {
  const known = new Set(listed);
  const stray = entries.filter((entry) => !known.has(entry)).map(({ url }) => new URL(url).host.slice(0, 80));
  if (stray.length === 0) return [];
  const hosts = [...new Set(stray)].sort();
  const more = hosts.length > mostNamed ? ` and ${hosts.length - mostNamed} more` : '';
  const named = `${hosts.slice(0, mostNamed).join(', ')}${more}`;
  return [{ why: `that lead to ${named}, which "hosts" does not allow`, count: stray.length }];
}

/** One garbled row costs nothing but itself; a list that is garbled for the most part is none. */
function refuseSpoilt(entries: readonly Entry[], { language }: Source, where: string): void {
  const found = entries.flatMap(({ title }) => spoiltIn(title, language) ?? []);
  if (found[0] === undefined || found.length <= entries.length / 2) return;
  const next =
    found[0] === 'question marks for Chinese'
      ? 'the server lost the charset, or wants the headers of a browser’s XHR'
      : 'see which charset the server means, and set "charset" in the source';
  throw new UnexpectedShape(
    `${where}: expected words, found ${found[0]} in ${found.length} of ${entries.length} titles; ${next}`,
  );
}

function spoiltRows(entries: readonly Entry[], { language }: Source): readonly string[] {
  const found = entries.flatMap(({ title, summary = '' }) => spoiltIn(`${title} ${summary}`, language) ?? []);
  const kinds = [...new Set(found)].sort();
  return kinds.map((kind) => {
    const count = found.filter((one) => one === kind).length;
    return count === 1
      ? `1 row holds ${kind}, and was read as it stands`
      : `${count} rows hold ${kind}, and were read as they stand`;
  });
}
