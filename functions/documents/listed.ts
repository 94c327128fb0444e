import type { Entry } from './document.ts';
import { tagsWhere } from './markup.ts';

/** What one page of a list yields, before it is judged against what its source must yield. */
export interface Listed {
  readonly entries: readonly Entry[];
  /** Rows that stand on the page, read or not. */
  readonly seen: number;
  /** Rows that were left out. */
  readonly dropped: readonly Dropped[];
  /** What was wrong with the page and did not stop its reading; worded alike from poll to poll. */
  readonly faults: readonly string[];
  /** The list goes on. */
  readonly more: boolean;
}

/** Rows that were left out for one reason. */
export interface Dropped {
  readonly why: Loss;
  readonly count: number;
}

/** Why a row could not become an entry, as it is told to the operator: `3 rows without words were left out`. */
export type Loss =
  | 'without title or address'
  | 'without an address to follow'
  | 'with an address of more than 1000 characters'
  | 'without words'
  | 'without an end'
  | `beyond the first ${number}`
  | `that lead to ${string}, which "hosts" does not allow`;

/** The losses of a page, each reason once, in the order in which they were met. */
export function countLosses(losses: readonly Loss[]): readonly Dropped[] {
  const counts = new Map<Loss, number>();
  for (const why of losses) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, count]) => ({ why, count }));
}

/** Losses in words. */
export const lossesIn = (dropped: readonly Dropped[]): readonly string[] =>
  dropped.map(
    ({ why, count }) => `${count} ${count === 1 ? 'row' : 'rows'} ${why} ${count === 1 ? 'was' : 'were'} left out`,
  );

// DynamoDB keys and e-mails both have an end; no real address comes near it.
export const longestAddress = 1_000;

/**
 * The absolute address behind a link, or undefined when nobody should follow it: no web address, a user name that
 * makes one site look like another, or thousands of characters.
 */
export function addressOfLink(link: string, base: string): string | undefined {
  const written = link.trim().replaceAll('&amp;', '&');
  const href = isBareHost(written, base) ? `https://${written}` : written;
  const url = href === '' || href.length > longestAddress ? null : URL.parse(href, base);
  const web = url?.protocol === 'https:' || url?.protocol === 'http:';
  return web && !url.username && !url.password && url.href.length <= longestAddress ? url.href : undefined;
}

/** What the links of a page are relative to: its own address, unless it names another. */
export function baseIn(html: string, address: string): string {
  if (!/<base\s/i.test(html)) return address;
  const named = tagsWhere(html, (name, { href }) => name === 'base' && href !== undefined)[0]?.['href'];
  return addressOfLink(named ?? '', address) ?? address;
}

/** `www.desk.example/news/1.html`, or the page's own host without a scheme. */
function isBareHost(href: string, base: string): boolean {
  const host = /^([\w-]+(?:\.[\w-]+)+)(?=[/?#:]|$)/.exec(href)?.[1]?.toLowerCase();
  return host !== undefined && (/^www\.[\w-]+\.[a-z]/.test(host) || host === URL.parse(base)?.hostname);
}

/** Why a link is no address to follow. */
export const lossOfLink = (link: string): Loss =>
  link.trim().length > longestAddress / 2
    ? 'with an address of more than 1000 characters'
    : 'without an address to follow';
