import type { BeijingDate, Instant } from '../time.ts';
import type { Entry } from './document.ts';
import { countLosses, type Dropped, type Loss, lossOfLink } from './listed.ts';
import { visit } from './markup.ts';
import { oneLine } from './plain-text.ts';
import { dayIn } from './written-dates.ts';

/** One row of a list page: its links, and the day that stands in it. */
export interface LinkRow {
  readonly links: readonly RowLink[];
  readonly day?: BeijingDate;
  /** Which list or table of the page it stands in. */
  readonly list: number;
}

interface RowLink {
  readonly href: string;
  /** The `title` attribute, which is whole where the visible text ends in "…"; '' for a link without words. */
  readonly title: string;
}

// The longest list on record has 2,290 rows.
const mostRows = 5_000;

/**
 * Every row that holds a link or a day, in the page's order: `<li><a href title>…</a><span>[2026-09-29]</span></li>`, and `tr`
 * alike. Outside of these a paragraph or a box is a row.
 */
export function linkRows(html: string, now: Instant): readonly LinkRow[] {
  const rows: LinkRow[] = [];
  let links: { href: string; title: string; text: string }[] = [];
  let beside = '';
  const lists: number[] = [];
  let opened = 0;
  let inItem = false;
  let inLink = false;
  const endRow = (): void => {
    const day = dayIn(beside.slice(0, 2_000), now);
    const named = links.map(({ href, title, text }) => ({ href, title: oneLine(title) || oneLine(text) }));
    if (named.length > 0 || (inItem && day)) rows.push({ links: named, list: lists.at(-1) ?? 0, ...(day && { day }) });
    links = [];
    beside = '';
  };
  const boundary = (name: string, opens: boolean): void => {
    const item = name === 'li' || name === 'tr';
    if (item || isList(name) || (!inItem && (name === 'p' || name === 'div'))) endRow();
    if (item) inItem = opens;
    if (!isList(name)) return;
    if (opens) lists.push(++opened);
    else lists.pop();
    inItem = false;
  };
  visit(html, {
    open: (name, { href, title = '' }) => {
      boundary(name, true);
      if (name !== 'a') return;
      inLink = href !== undefined;
      if (href !== undefined && rows.length + links.length <= mostRows) links.push({ href, title, text: '' });
    },
    close: (name) => {
      boundary(name, false);
      if (name === 'a') inLink = false;
    },
    text: (words) => {
      const link = links.at(-1);
      if (!inLink) beside += words;
      else if (link) link.text += words;
    },
  });
  endRow();
  return rows;
}

const isList = (name: string): boolean => name === 'ul' || name === 'ol' || name === 'table';

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
 * @param isNews whether a link is one of the list's by what it is. A row that is none is one for its day, where it stands in a list
 * with one that is, or where the page has none at all; else it is a menu's, or another list's beside this one.
 */
export function readRows(
  rows: readonly LinkRow[],
  addressOf: (href: string) => string | undefined,
  isNews: (url: string, title: string) => boolean,
): RowsRead {
  const losses: Loss[] = [];
  const entries: Entry[] = [];
  let seen = 0;
  const ofNews = (row: LinkRow): boolean =>
    row.links.some(({ href, title }) => {
      const url = isNavigation(href) ? undefined : addressOf(href);
      return url !== undefined && isNews(url, title);
    });
  const newsLists = new Set(rows.filter(ofNews).map(({ list }) => list));
  for (const { links, day, list } of rows.slice(0, mostRows)) {
    const byDay = day !== undefined && links.length <= mostLinks && (newsLists.size === 0 || newsLists.has(list));
    const found = links.flatMap(({ href, title }): readonly Entry[] => {
      const url = isNavigation(href) ? undefined : addressOf(href);
      if (url === undefined) return [];
      // Its page bears its title, too.
      return byDay || isNews(url, title) ? [{ url, title: title || url, ...(day && { publishedOn: day }) }] : [];
    });
    const isRow = found.length > 0 || byDay;
    if (isRow) seen++;
    if (isRow && found.length === 0) losses.push(lossOfLink(links[0]?.href ?? ''));
    entries.push(...found);
  }
  for (let i = mostRows; i < rows.length; i++) losses.push(`beyond the first ${mostRows}`);
  return { entries, seen: seen + Math.max(0, rows.length - mostRows), dropped: countLosses(losses) };
}

/** A column's own front page, a place on this page, a script. */
const isNavigation = (href: string): boolean =>
  /^\s*(?:#|javascript:|$)|(?:^|\/)(?:index(?:_\d+)?\.s?html?)?(?:[?#].*)?$/i.test(href);
