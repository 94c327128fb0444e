import type { Entry } from './document.ts';

/** What one page of a list yields, before it is judged against what its source must yield. */
export interface Listed {
  readonly entries: readonly Entry[];
  /** What was wrong with the page and did not stop its reading; worded alike from poll to poll. */
  readonly faults: readonly string[];
  /** The list goes on. */
  readonly more: boolean;
}

// DynamoDB keys and e-mails both have an end; no real address comes near it.
const longestAddress = 1_500;

/**
 * The absolute address behind a link, or undefined when nobody should follow it: no web address, a user name that
 * makes one site look like another, or thousands of characters.
 */
export function addressOfLink(link: string, base: string): string | undefined {
  const href = link.trim().replaceAll('&amp;', '&');
  const url = href === '' || href.length > longestAddress ? null : URL.parse(href, base);
  const web = url?.protocol === 'https:' || url?.protocol === 'http:';
  return web && !url.username && !url.password && url.href.length <= longestAddress ? url.href : undefined;
}
