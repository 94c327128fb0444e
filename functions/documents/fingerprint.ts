import { hash } from 'node:crypto';
import type { DocumentId, Entry } from './document.ts';

const sha256 = (text: string): string => hash('sha256', text);

/** One form for full and half width, and no white space. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** SHA-256 (hex) of a document's words: the same for every copy that differs only in white space and width. */
export const fingerprintOf = (title: string, text: string): string => sha256(`${plain(title)}\n${plain(text)}`);

/** The version of a document that its attachments complete. */
export const fingerprintWith = (
  fingerprint: string,
  annexes: readonly { readonly blocks: readonly unknown[] }[],
): string => sha256([fingerprint, ...annexes.map(({ blocks }) => JSON.stringify(blocks))].join('\n'));

/** A short mark that tells one wording from another. */
export const wordingOf = (words: string): string => sha256(plain(words)).slice(0, 12);

// Parameters that say where a reader came from, never what they read.
const tracking =
  /^(?:utm_.*|mc_[ce]id|(?:fb|g|dc|y|ms)clid|igshid|spm|xtor|cmpid|ncid|n_cid|ocid|smid|ref|iref|ref_src|guccounter)$/i;

type Parts = Pick<Entry, 'title' | 'publisher' | 'publishedOn'>;

/**
 * What makes an address the same one: scheme, `www.`, default index, tracking parameters and their order do not count.
 * Google News gives one article a new address on every fetch (Athou/commafeed 1755), so there the title, outlet and day
 * that its feed states make the identity.
 */
export function documentIdOf(address: string, entry?: Parts): DocumentId {
  if (!URL.canParse(address)) return boundedId(address.trim());
  const url = new URL(address);
  if (url.hostname === 'news.google.com' && entry) return googleIdOf(entry);
  const parameters = [...url.searchParams].filter(([name]) => !tracking.test(name));
  const query = new URLSearchParams(parameters.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))).toString();
  const path = url.pathname.replace(/\/(?:index|default)\.(?:s?html?|php|aspx?|jsp)$/i, '/').replace(/\/{1,9}$/, '');
  // A government's list of news is one page, and its items are anchors in it; `#xtor=RSS-1` is tracking.
  const anchor = url.hash.includes('=') ? '' : url.hash;
  return boundedId(`${url.host.replace(/^www\./, '')}${path}${query && '?'}${query}${anchor}`);
}

// A key of the table holds 2,048 bytes, and percent-encoding makes three of one.
const LONGEST_ID = 1_000;

/** An identity that fits a key: what is longer is cut, and told from its like by a hash of the whole. */
export const boundedId = (id: string): DocumentId =>
  (Buffer.byteLength(id) <= LONGEST_ID ? id : `${id.slice(0, 300).toWellFormed()}~${sha256(id)}`) as DocumentId;

function googleIdOf({ title, publisher = '', publishedOn }: Parts): DocumentId {
  const headline = publisher && title.endsWith(` - ${publisher}`) ? title.slice(0, -publisher.length - 3) : title;
  return `news.google.com/${wordingOf(`${headline}\0${publisher}\0${publishedOn ?? ''}`)}` as DocumentId;
}
