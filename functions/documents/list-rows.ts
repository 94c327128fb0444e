import type { Entry } from './document.ts';
import { type LinkRow, type LinkRows, mostRows } from './link-rows.ts';
import { countLosses, type Dropped, type Loss, lossOfLink } from './listed.ts';
import type { Box } from './row-boxes.ts';

/** What rows come to: each is read or counted, whatever it leads to; a site's navigation is no row. */
export interface RowsRead {
  readonly entries: readonly Entry[];
  readonly seen: number;
  readonly dropped: readonly Dropped[];
}

// A row of the ministry's has the announcement, and at most its column and a file beside it; a box of links is a menu.
const mostLinks = 3;

/**
 * Reads rows into entries.
 * @param addressOf the address of a link, or undefined for none to follow
 * @param isNews whether a link is one of the list's by what it is. A row that is none is one for its place, where it is laid out as
 * one that is, in the same list; or, where the page has none at all, for its day; else it is a menu's, or another list's.
 */
export function readRows(
  { rows, beyond }: LinkRows,
  addressOf: (href: string) => string | undefined,
  isNews: (url: string, title: string) => boolean,
): RowsRead {
  const losses: Loss[] = [];
  const entries: Entry[] = [];
  let seen = beyond;
  const isNewsRow = (row: LinkRow): boolean =>
    row.links.some(({ href, title }) => {
      const url = isNavigation(href) ? undefined : addressOf(href);
      return url !== undefined && isNews(url, title);
    });
  const news = rows.filter(isNewsRow);
  const places = placesOf(rows, new Set(news));
  for (const row of rows) {
    const { links, day } = row;
    const few = links.length <= mostLinks;
    const inPlace = few && (news.length === 0 ? day !== undefined : isIn(places, row));
    const found = links.flatMap(({ href, title }): readonly Entry[] => {
      const url = isNavigation(href) ? undefined : addressOf(href);
      if (url === undefined) return [];
      // Its page bears its title, too.
      return inPlace || isNews(url, title) ? [{ url, title: title || url, ...(day && { publishedOn: day }) }] : [];
    });
    const isRow = found.length > 0 || (inPlace && (day !== undefined || links.some(leadsNowhere)));
    if (isRow) seen++;
    if (isRow && found.length === 0) losses.push(lossOfLink(links[0]?.href ?? ''));
    entries.push(...found);
  }
  for (let i = 0; i < beyond; i++) losses.push(`beyond the first ${mostRows}`);
  return { entries, seen, dropped: countLosses(losses) };
}

/** Where a list's rows stand: inside one element, by one layout. */
type Places = ReadonlySet<string>;

/** The place of a row inside one of the elements around it. */
const placeIn = (within: readonly Box[], depth: number): string =>
  `${within[depth]?.number ?? 0} ${within
    .slice(depth + 1)
    .map(({ name }) => name)
    .join('>')}`;

// A row may stand in a table of its own, that in a cell, that in the row of the list's.
const farthest = 12;

/** The nearest element round each row of news that holds another row, news or dated, laid out alike; else its own list. */
function placesOf(rows: readonly LinkRow[], news: ReadonlySet<LinkRow>): Places {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.day === undefined && !news.has(row)) continue;
    for (const depth of depthsOf(row)) {
      const place = placeIn(row.within, depth);
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  const found = new Set<string>();
  for (const { within } of news) {
    let depth = within.length - 1;
    let own: string | undefined;
    for (; depth >= 0; depth--) {
      const place = placeIn(within, depth);
      const { name = '' } = within[depth] ?? {};
      if (/^(?:ul|ol|dl|table)$/.test(name)) own ??= place;
      if ((counts.get(place) ?? 0) > 1) break;
      // Beyond a list lie other lists; a table may be one row's.
      if (/^(?:ul|ol|dl)$/.test(name)) depth = 0;
    }
    const place = depth >= 0 ? placeIn(within, depth) : own;
    if (place !== undefined) found.add(place);
  }
  return found;
}

const depthsOf = ({ within }: LinkRow): readonly number[] =>
  within.map((_, depth) => depth).filter((depth) => depth >= within.length - farthest);

const isIn = (places: Places, row: LinkRow): boolean =>
  depthsOf(row).some((depth) => places.has(placeIn(row.within, depth)));

/** A title that a script opens, in a way that we cannot read. */
const leadsNowhere = ({ href, title }: LinkRow['links'][number]): boolean =>
  /^\s*(?:#|javascript:|$)/i.test(href) && title.length >= 10;

/** A column's own front page, a place on this page, a script. */
const isNavigation = (href: string): boolean =>
  /^\s*(?:#|javascript:|$)|(?:^|\/)(?:index(?:_\d+)?\.s?html?)?(?:[?#].*)?$/i.test(href);
