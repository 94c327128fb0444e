import { UnexpectedShape } from '../errors.ts';
import type { Instant } from '../time.ts';
import { linkRows } from './link-rows.ts';
import { readRows } from './list-rows.ts';
import { addressOfLink, baseIn, type Listed } from './listed.ts';
import type { Page } from './page.ts';
import { plainText } from './plain-text.ts';

// …/zcfb/blgg/gg/2026/art/2026/art_<32 hex>.html; 2025 also bore …/gg/2025nswbgg/art/… (OpenSanctions, cn/sanctions).
const announcement = /\/zcfb\/blgg\/(?:[\w-]+\/)*art\/\d{4}\/art_[0-9a-f]{32}\.html$/;
/** A title that says by its words what it is, wherever it stands: orders and notices also appear under other columns. */
const titled = /(?:公告|令).{0,14}号|(?:管控|关注|不可靠实体)名单|出口管制|两用物项/;

/**
 * Reads MOFCOM's annual announcement index: server-rendered, and unpaged as far as is known. A dated row is read wherever on the
 * ministry's sites it leads, by whatever form of address; an undated one if its address or its title says what it is.
 */
export function readMofcomIndex(html: string, page: Page, now: Instant, where: string): Listed {
  // Some write every character of Chinese as an entity.
  if (!html.includes('公告') && !plainText(html).includes('公告')) {
    throw new UnexpectedShape(
      `${where}: expected the index of 公告, found a page without the word; see where it moved`,
    );
  }
  const base = baseIn(html, page.url);
  const read = readRows(
    linkRows(html, now),
    (href) => addressOfLink(href, base),
    (url, title) => announcement.test(new URL(url).pathname) || titled.test(title),
  );
  return { ...read, faults: [], more: false };
}
