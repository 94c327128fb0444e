import { UnexpectedShape } from '../errors.ts';
import { addressOf, hostsOf, type Source } from '../sources/source.ts';
import { type BeijingDate, beijingDay, daysBetween, type Instant } from '../time.ts';
import { refuseFalsePages } from './classify.ts';
import { decode } from './decode.ts';
import type { Entry } from './document.ts';
import { readExportControlList } from './exportcontrol-list.ts';
import { readFeed } from './feed.ts';
import { readGovcnList } from './govcn-list.ts';
import { readJpaasList } from './jpaas-list.ts';
import type { Listed } from './listed.ts';
import { readMofcomIndex } from './mofcom-index.ts';
import type { Ask, Page } from './page.ts';

/** What a source lists today, in the page's order, which is nowhere a promise of newest first. */
export interface Listing {
  readonly entries: readonly Entry[];
  /** The page was read, and something is wrong with it that the operator should hear of. */
  readonly degraded?: string;
  /** Asks for the rows that follow. */
  readonly next?: Ask;
}

/**
 * The request for a source's list.
 * @param year the Beijing year of the poll
 * @param pageNumber from 1; only `jpaas-list` and `exportcontrol-list` have more than one
 */
export function listingAsk(source: Source, year: number, pageNumber = 1): Ask {
  const url = addressOf(source, year);
  const hosts = hostsOf(source);
  if (source.format === 'jpaas-list') {
    return { url: unitAddress(source, pageNumber), hosts, headers: xhr(source.column) };
  }
  if (source.format === 'exportcontrol-list') {
    const form = { pageNumber: String(pageNumber), columnID: String(source.columnId), title: '' };
    return { url, hosts, form, headers: xhr(new URL('/', url).href) };
  }
  return { url, hosts };
}

// Without these exportcontrol answers `?` for every Chinese character, and MIIT's JPAAS answers 403.
const xhr = (referer: string): Record<string, string> => ({
  accept: 'application/json, text/javascript, */*; q=0.01',
  referer,
  'x-requested-with': 'XMLHttpRequest',
});

/** The ids come from `unit`, so that ids read anew from the column's page take effect. */
function unitAddress(source: Extract<Source, { format: 'jpaas-list' }>, pageNumber: number): string {
  const url = new URL(source.url);
  for (const [name, value] of Object.entries(source.unit)) url.searchParams.set(name, value);
  if (pageNumber > 1) {
    // As the site's own pager asks; plain pageNo parameters are ignored and answer page 1.
    url.searchParams.delete('editType');
    url.searchParams.set('paramJson', JSON.stringify({ pageNo: pageNumber, pageSize: source.pageSize }));
  }
  return url.href;
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
  const { entries, faults, more } = await read(source, text, page, now, where, pageNumber);
  const hosts = hostsOf(source);
  const listed = source.format === 'feed' ? entries : entries.filter(({ url }) => hosts.includes(new URL(url).host));
  const found = [
    ...faults,
    ...(pageNumber === 1 ? shortfalls(source, listed, now, where) : []),
    ...strays(entries, listed),
  ];
  return {
    entries: listed,
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
  const today = beijingDay(now);
  const excused = source.format === 'mofcom-index' && source.emptyInJanuary === true && today.slice(5, 7) === '01';
  if (entries.length === 0 && excused) return [];
  if (entries.length < source.atLeast && !excused) {
    throw new UnexpectedShape(
      `${where}: expected at least ${source.atLeast} entries, found ${entries.length}; the page has changed or is broken, so look at it`,
    );
  }
  if (source.newestWithin === undefined) return [];
  const newest = entries.map((entry) => entry.publishedOn).reduce(later, undefined);
  if (newest === undefined) return ['no entry bears a date, so a frozen list would go unseen'];
  const age = daysBetween(newest, today);
  if (age <= source.newestWithin) return [];
  throw new UnexpectedShape(
    `${where}: expected news within ${source.newestWithin} days, found none since ${newest} (${age} days); the list is frozen or has moved`,
  );
}

const later = (a: BeijingDate | undefined, b: BeijingDate | undefined): BeijingDate | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/** Rows that lead to sites nobody has vouched for are left out, and said to be. */
function strays(entries: readonly Entry[], listed: readonly Entry[]): readonly string[] {
  const known = new Set(listed);
  const hosts = new Set(entries.filter((entry) => !known.has(entry)).map(({ url }) => new URL(url).host));
  return hosts.size === 0 ? [] : [`rows lead to ${[...hosts].sort().join(', ')}, which "hosts" does not allow`];
}
