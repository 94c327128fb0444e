import { UnexpectedShape } from '../errors.ts';
import { longestText, mostItems } from './feed-items.ts';

/** Characters that rss-parser gets of one element: enough to tell two items apart, and parsed in a third of the time. */
const parsedText = 300;

/** A feed, twice. */
export interface FeedXml {
  /** From its root on: no comment, no over-long text. */
  readonly xml: string;
  /** A copy for a parser that builds a tree: shorter still, and with no endless row of items. */
  readonly parsable: string;
}

/**
 * The feed from its root on: no declaration, and no document type, and so no entities. Linear in the length.
 * @param where names the page in errors
 * @throws UnexpectedShape when the page has no feed's root
 */
export function feedIn(text: string, where: string): FeedXml {
  const root = /<((?:[\w.-]{1,40}:)?(?:rss|rdf|feed|channel))[\s/>]/i.exec(text);
  if (!root?.[1] || /^\s*(?:<!doctype html|<html)/i.test(text)) {
    const found = text.trim().slice(0, 60).replace(/\s+/g, ' ');
    throw new UnexpectedShape(`${where}: expected a feed (rss, rdf or feed), found "${found}"; see whether it moved`);
  }
  const { xml } = shortened(text, root.index, longestText, Infinity);
  const copy = shortened(xml, 0, parsedText, mostItems);
  const closing = `${root[1] === 'rss' ? '</channel>' : ''}</${root[1]}>`;
  return { xml, parsable: copy.cut ? copy.xml + closing : copy.xml };
}

/** Copies markup without comments, cutting every run of text, CDATA alike, and the row of items. */
function shortened(text: string, from: number, longest: number, most: number): { xml: string; cut: boolean } {
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
      if (at - start > longest) drop(start + longest, at);
    } else if (text.startsWith('<!', start)) {
      // Nor a declaration: sax reads an endless one in quadratic time.
      at = text.startsWith('<!--', start) ? find('-->', start) + 3 : find('>', start) + 1;
      drop(start, Math.min(at, text.length));
    } else {
      if (isItem(text, start) && ++items > most) break;
      at = find('<', start + 1);
      const words = at - start > longest ? find('>', start) + 1 : at;
      if (at - words > longest) drop(wholeEntity(text, words + longest), at);
    }
  }
  drop(Math.min(at, text.length), text.length);
  return { xml: kept.join(''), cut: at < text.length };
}

const item = /<(?:[\w.-]{1,40}:)?(?:item|entry)[\s/>]/iy;

function isItem(text: string, at: number): boolean {
  item.lastIndex = at;
  return item.test(text);
}

/** Where to cut so that no `&amp;` is cut in two. */
const wholeEntity = (text: string, at: number): number =>
  at - (/&[^;]*$/.exec(text.slice(at - 12, at))?.[0].length ?? 0);
