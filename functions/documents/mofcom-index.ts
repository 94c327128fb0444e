import { UnexpectedShape } from '../errors.ts';
import type { Instant } from '../time.ts';
import { linkRows } from './link-rows.ts';
import { addressOfLink, type Listed } from './listed.ts';
import type { Page } from './page.ts';

// …/zcfb/blgg/gg/2026/art/2026/art_<32 hex>.html; 2025 also bore …/gg/2025nswbgg/art/… (OpenSanctions, cn/sanctions).
const announcement = /\/zcfb\/blgg\/(?:[\w-]+\/)*art\/\d{4}\/art_[0-9a-f]{32}\.html$/;

/** Reads MOFCOM's annual announcement index: server-rendered, and unpaged as far as is known. */
export function readMofcomIndex(html: string, page: Page, now: Instant, where: string): Listed {
  if (!html.includes('公告')) {
    throw new UnexpectedShape(
      `${where}: expected the index of 公告, found a page without the word; see where it moved`,
    );
  }
  const entries = linkRows(html, now).flatMap(({ href, title, day }) => {
    const url = addressOfLink(href, page.url);
    if (!url || !announcement.test(new URL(url).pathname)) return [];
    return [{ url, title, ...(day && { publishedOn: day }) }];
  });
  return { entries, faults: [], more: false };
}
