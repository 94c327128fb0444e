import { meaningOf, type Namespaces, namespacesIn, type Part } from './feed-names.ts';
import type { Loss } from './listed.ts';
import { type Attributes, visit } from './markup.ts';

/** One feed item, in words as the feed gives them; '' and [] for what it leaves out. */
export interface Item {
  readonly title: string;
  /** Addresses that it may stand at, the best first, each with the base that a relative one hangs on. */
  readonly links: readonly Link[];
  /** guid, Atom id or rdf:about. */
  readonly id: string;
  /** The best first. */
  readonly dates: readonly string[];
  readonly summary: string;
  /** The outlet that an aggregator names in `<source url>`. */
  readonly outlet: string;
  /** What its picture or its sound is called; of some items the only words. */
  readonly caption: string;
}

export interface Link {
  readonly href: string;
  readonly base: string;
}

/** What stands in a feed's markup. */
export interface FeedItems {
  readonly items: readonly Item[];
  /** Items that begin. */
  readonly seen: number;
  readonly losses: readonly Loss[];
  /** The channel's own address. */
  readonly home: string | undefined;
  /** How much of it there is: a parser that builds a tree needs to know before. */
  readonly elements: number;
  readonly depth: number;
}

/** The largest feed we know has 101 items (Nikkei xTECH, 2026-09-28); what lies beyond this was not written for readers. */
export const mostItems = 1_000;
/** Characters that are read of one element. The first sentences of a summary need far fewer. */
export const longestText = 1_500;
// Deeper elements are counted and not kept.
const deepest = 200;

interface Frame {
  readonly name: string;
  readonly namespaces: Namespaces;
  readonly base: string;
  /** It holds an item, or a part of the item that is being read, or what no reader sees as its words, or nothing of ours. */
  readonly holds?: 'item' | 'unseen' | Piece;
}

/** An element of an item while it is read. */
interface Piece {
  readonly part: Part;
  readonly rank: number;
  /** Elements between it and its item. */
  readonly nested: number;
  readonly attributes: Attributes;
  readonly base: string;
  words: string;
}

// Whose title and link are their own, and not the item's around them.
const enclosed = /(?:^|:)(?:image|source|author|textinput|enclosure|group|content|thumbnail|publisher)$/;
// Inside words: a picture's title, the reading above a character, a script.
const unseen = /^(?:title|desc|rt|rp|script|style)$/;
const empty = new Set(['br', 'hr', 'img', 'input', 'meta', 'wbr']);
const roots = /(?:^|:)(?:channel|rss|rdf|feed)$/;

/**
 * The items of a feed by the tokenizer alone, wherever they stand and whether the feed is well-formed or not: of an element
 * all its words in their order, whatever tags stand among them; of an item only its own elements, not those of an image or a
 * source inside it. An item that the end of the page cuts off is not all there, and is counted as lost.
 * @param base the feed's address
 */
export function feedItems(xml: string, base: string): FeedItems {
  const items: Item[] = [];
  const losses: Loss[] = [];
  const stack: Frame[] = [];
  let pieces: Piece[] | undefined;
  let open: Piece | undefined;
  let home: string | undefined;
  let seen = 0;
  let elements = 0;
  let depth = 0;
  let below = 0;
  let unseenNow = 0;

  const endItem = (): void => {
    if (pieces) items.push(itemOf(pieces));
    pieces = open = undefined;
  };
  const pop = (): void => {
    const frame = stack.pop();
    if (frame?.holds === 'item') endItem();
    else if (frame?.holds === 'unseen') unseenNow--;
    else if (frame?.holds) {
      if (frame.holds === open) open = undefined;
      if (!pieces) home ??= homeOf(frame.holds);
    }
  };
  const unwindTo = (index: number): void => {
    while (stack.length > index) pop();
  };

  visit(
    xml,
    {
      open: (name, attributes) => {
        elements++;
        depth = Math.max(depth, stack.length + below + 1);
        if (open) open.words += /^(?:br|p|div|li)$/.test(name) ? ' ' : '';
        if (below > 0 || stack.length >= deepest) {
          below++;
          return;
        }
        if (empty.has(name) && pieces) return;
        const around = stack.at(-1);
        const namespaces = namespacesIn(attributes, around?.namespaces);
        const here = baseOf(attributes, around?.base ?? base);
        const meaning = meaningOf(name, namespaces);
        if (meaning === 'item' && !(open && pieces)) {
          const outer = stack.findIndex(({ holds }) => holds === 'item');
          if (outer >= 0) unwindTo(outer);
          stack.push({ name, namespaces, base: here, holds: 'item' });
          open = undefined;
          if (++seen > mostItems) losses.push(`beyond the first ${mostItems}`);
          else pieces = aboutIn(attributes, here);
          return;
        }
        // A title that nobody closed ends where the item's next element begins.
        if (
          open?.part === 'title' &&
          pieces &&
          typeof meaning === 'object' &&
          /^(?:link|id|date)$/.test(meaning.part)
        ) {
          unwindTo(stack.findIndex(({ holds }) => holds === open));
        }
        if (open && unseen.test(name)) {
          unseenNow++;
          stack.push({ name, namespaces, base: here, holds: 'unseen' });
          return;
        }
        const nested = open || typeof meaning !== 'object' ? undefined : nestingIn(stack, pieces !== undefined);
        if (nested === undefined || typeof meaning !== 'object') {
          stack.push({ name, namespaces, base: here });
          return;
        }
        open = { ...meaning, nested, attributes, base: here, words: '' };
        stack.push({ name, namespaces, base: here, holds: open });
        pieces?.push(open);
      },
      close: (name) => {
        const item = stack.findLastIndex(({ holds }) => holds === 'item');
        const index = stack.findLastIndex((frame) => frame.name === name);
        if (below > 0 && (index < 0 || index > item)) {
          below--;
          return;
        }
        below = 0;
        if (index < 0 || (index < item && !roots.test(name))) return;
        unwindTo(index);
      },
      text: (words) => {
        if (open && unseenNow === 0 && open.words.length < longestText) open.words += words.slice(0, longestText);
      },
    },
    true,
  );
  if (stack.some(({ holds }) => holds === 'item') && pieces) losses.push('without an end');
  return { items, seen, losses, home, elements, depth };
}

/** How far an element at this place is from its item; undefined for what belongs to an image, a source, or no item of ours. */
function nestingIn(stack: readonly Frame[], inItem: boolean): number | undefined {
  const parent = stack.at(-1);
  if (!inItem) return parent !== undefined && roots.test(parent.name) ? 0 : undefined;
  const between = stack.slice(stack.findLastIndex(({ holds }) => holds === 'item') + 1);
  return between.some(({ name }) => enclosed.test(name) || name.includes(':')) ? undefined : between.length;
}

const baseOf = (attributes: Attributes, around: string): string => {
  const own = attributes['xml:base'];
  return (own !== undefined && URL.parse(own, around)?.href) || around;
};

/** RDF names an item by an attribute. */
function aboutIn(attributes: Attributes, base: string): Piece[] {
  const about = Object.entries(attributes).find(([name]) => name.endsWith(':about'))?.[1];
  return about ? [{ part: 'id', rank: 9, nested: 0, attributes: {}, base, words: about }] : [];
}

const homeOf = (piece: Piece): string | undefined => (piece.part === 'link' ? linkRank(piece)?.link.href : undefined);

function itemOf(pieces: readonly Piece[]): Item {
  const of = (part: Part): readonly Piece[] =>
    pieces.filter((piece) => piece.part === part).sort((a, b) => a.nested - b.nested || a.rank - b.rank);
  const first = (part: Part): string =>
    of(part)
      .find(({ words }) => words.trim())
      ?.words.trim() ?? '';
  return {
    title: first('title'),
    links: linksIn([...of('link'), ...of('id')]),
    id: first('id'),
    dates: of('date').flatMap(({ words }) => (words.trim() ? [words.trim()] : [])),
    summary: first('summary'),
    // An Atom source is a whole feed's head.
    outlet:
      of('outlet')
        .find(({ attributes }) => attributes['url'] !== undefined)
        ?.words.trim() ?? '',
    caption: first('caption'),
  };
}

interface Ranked {
  readonly link: Link;
  readonly rank: number;
}

/** RSS writes its link as text, Atom as an attribute; then come the id that is an address, and the entry's own feed. */
const linksIn = (pieces: readonly Piece[]): readonly Link[] =>
  pieces
    .flatMap((piece) => (piece.part === 'link' ? linkRank(piece) : idRank(piece)) ?? [])
    .sort((a, b) => a.rank - b.rank)
    .map(({ link }) => link);

function idRank({ words, attributes, base }: Piece): Ranked | undefined {
  const isOnlyId = attributes['ispermalink']?.trim().toLowerCase() === 'false';
  return isWeb(words) ? { link: { href: words.trim(), base }, rank: isOnlyId ? 4 : 3 } : undefined;
}

const isWeb = (text: string): boolean => /^\s*https?:/i.test(text);

/** No `rel` is `alternate` (RFC 4287, 4.2.7.2); comments, enclosures and licences are somewhere else. */
function linkRank({ words, attributes, base }: Piece): Ranked | undefined {
  if (words.trim()) return { link: { href: words.trim(), base }, rank: 0 };
  const href = attributes['href']?.trim();
  if (!href) return undefined;
  const rel = (attributes['rel'] ?? '').trim().toLowerCase().replace(/^.*\//, '') || 'alternate';
  const page = /^$|html|^text\//i.test(attributes['type'] ?? '');
  if (rel === 'alternate') return { link: { href, base }, rank: page ? 1 : 2 };
  return rel === 'self' ? { link: { href, base }, rank: 5 } : undefined;
}
