import { bracketed, defused } from './defuse.ts';
import { isVouchedFor } from './vouched.ts';

/**
 * What others wrote, made fit for a message. A title or a name may hold characters that hide or turn about the words
 * around them, or an address that a mail client would make a link of.
 */

// Control, format (bidi, zero-width, soft hyphen, tags), private and unpaired characters, line and paragraph separators,
// and letters that show nothing.
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u{115F}\u{1160}\u{2800}\u{3164}\u{FFA0}\u{FFF9}-\u{FFFD}]/gu;
const spaces = /[\s\u3000]+/g;

/** One line of a text: nothing unseen, no run of white space, and not the marks that our own headings stand between. */
export const visible = (text: string): string =>
  text.replace(spaces, ' ').replace(unseen, '').replace(/={2,}/g, '=').trim();

/** One line of an untrusted text, and no link in it. */
export const plain = (text: string): string => defused(visible(text));

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A text of at most `most` UTF-16 units; what is longer ends in an ellipsis, between two characters as readers see them. */
export function cut(text: string, most: number, ellipsis = '…'): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, most + 1))) {
    if (index + segment.length > most - ellipsis.length) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}${ellipsis}`;
}

/** An untrusted text in one line of at most `most` units. */
export const excerpt = (text: string, most: number): string => cut(plain(text.slice(0, most * 4)), most);

/** Bytes that a text takes inside a JSON message. */
export const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2;

/** A text that takes at most `most` bytes inside a JSON message. */
export function fitBytes(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  let [fits, over] = [0, text.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (bytesOf(`${text.slice(0, middle)}…`) <= most) fits = middle;
    else over = middle;
  }
  return cut(text, fits);
}

/**
 * The address of a page, as an address and nothing else; undefined for what is none. One that leads to no site of the catalogue is
 * shown such that nothing makes a link of it: a feed that was broken into names whatever address it likes.
 */
export function webAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href, username, password } = new URL(url);
  if (!/^https?:$/.test(protocol) || username || password || href.length > 2_000) return undefined;
  return isVouchedFor(href) ? href : bracketed(href);
}
