import { UnexpectedShape } from '../errors.ts';

/** The largest feed we know has 101 items (Nikkei xTECH, 2026-09-28); what lies beyond this was not written for readers. */
const mostItems = 1_000;

/** Characters that are read of one element. The first sentences of a summary need far fewer. */
export const longestText = 1_500;

/** A feed made safe to parse. */
export interface FeedXml {
  readonly xml: string;
  readonly faults: readonly string[];
}

/**
 * The feed from its root on, with no declaration, document type (and so no entities), comment, over-long text or
 * endless row of items. Linear in the length.
 * @param where names the page in errors
 * @throws UnexpectedShape when the page has no feed's root
 */
export function feedIn(text: string, where: string): FeedXml {
  const root = /<((?:\w{1,20}:)?(?:rss|rdf|feed))[\s/>]/i.exec(text);
  if (!root?.[1] || /^\s*(?:<!doctype html|<html)/i.test(text)) {
    const found = text.trim().slice(0, 60).replace(/\s+/g, ' ');
    throw new UnexpectedShape(`${where}: expected a feed (rss, rdf or feed), found "${found}"; see whether it moved`);
  }
  const { xml, cut } = shortened(text, root.index);
  if (!cut) return { xml, faults: [] };
  const closing = `${root[1] === 'rss' ? '</channel>' : ''}</${root[1]}>`;
  return { xml: xml + closing, faults: [`only the first ${mostItems} items were read`] };
}

/** Copies markup without comments, cutting every run of text, CDATA alike, and the row of items. */
function shortened(text: string, from: number): { xml: string; cut: boolean } {
  const kept: string[] = [];
  let copied = from;
  const drop = (start: number, end: number): void => {
    kept.push(text.slice(copied, start));
    copied = end;
  };
  const find = (mark: string, at: number): number => {
    const found = text.indexOf(mark, at);
    return found < 0 ? text.length : found;
  };
  let items = 0;
  let at = from;
  while (at < text.length) {
    const start = at;
    if (text.startsWith('<![CDATA[', start)) {
      at = find(']]>', start);
      if (at - start > longestText) drop(start + longestText, at);
    } else if (text.startsWith('<!', start)) {
      // Nor a declaration: sax reads an endless one in quadratic time.
      at = text.startsWith('<!--', start) ? find('-->', start) + 3 : find('>', start) + 1;
      drop(start, Math.min(at, text.length));
    } else {
      if (isItem(text, start) && ++items > mostItems) break;
      at = find('<', start + 1);
      const words = at - start > longestText ? find('>', start) + 1 : at;
      if (at - words > longestText) drop(wholeEntity(text, words + longestText), at);
    }
  }
  drop(Math.min(at, text.length), text.length);
  return { xml: kept.join(''), cut: at < text.length };
}

function isItem(text: string, at: number): boolean {
  const name = text.charAt(at + 1) === 'i' ? '<item' : '<entry';
  return text.startsWith(name, at) && /[\s>]/.test(text.charAt(at + name.length));
}

/** Where to cut so that no `&amp;` is cut in two. */
const wholeEntity = (text: string, at: number): number =>
  at - (/&[^;]*$/.exec(text.slice(at - 12, at))?.[0].length ?? 0);
