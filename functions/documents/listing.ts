import { UnexpectedShape } from '../errors.ts';
import { addressOf, hostsOf, type Source } from '../sources/source.ts';
import { type BeijingDate, beijingDay, daysBetween, type Instant } from '../time.ts';
import type { Entry } from './document.ts';
import type { Ask } from './page.ts';

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

/** The day of the newest entry, undefined where none is dated. */
export const newestOf = (entries: readonly Entry[]): BeijingDate | undefined =>
  entries.reduce<BeijingDate | undefined>(
    (newest, { publishedOn: day }) => (newest === undefined || (day !== undefined && day > newest) ? day : newest),
    undefined,
  );

/**
 * Holds what a list last held against the clock: a list that froze answers 304, or sends the same bytes, for ever.
 * @throws UnexpectedShape when its newest entry is older than `newestWithin`
 */
export function refuseFrozen(source: Source, newest: BeijingDate | undefined, now: Instant, where: string): void {
  if (source.newestWithin === undefined || newest === undefined) return;
  const age = daysBetween(newest, beijingDay(now));
  if (age <= source.newestWithin) return;
  throw new UnexpectedShape(
    `${where}: expected news within ${source.newestWithin} days, found none since ${newest} (${age} days); the list is frozen or has moved`,
  );
}
