import type Parser from 'rss-parser';
import type { FeedItems } from './feed-items.ts';

/** What rss-parser makes of an item. */
export interface ParsedItem {
  readonly title: string;
  readonly date: string;
  readonly summary: string;
}

/** Beyond this a tree costs more memory than a function has: a million elements took 653 MB. */
const tallest = { elements: 60_000, depth: 150 };

/**
 * Parses a feed by rss-parser, unless its size, as the tokenizer has counted it, is no feed's.
 * @returns no items and its refusal, for a feed that it cannot parse; `broken` unless the feed is merely of a kind that it does
 * not know
 */
export async function parseFeed(
  xml: string,
  { elements, depth }: Pick<FeedItems, 'elements' | 'depth'>,
): Promise<{ readonly items: readonly ParsedItem[]; readonly refusal?: string; readonly broken?: boolean }> {
  if (elements > tallest.elements || depth > tallest.depth) {
    return { items: [], refusal: `it has ${elements} elements, ${depth} deep, and was spared it`, broken: true };
  }
  try {
    const feed = await (await parser()).parseString(xml);
    return { items: feed.items.map(itemOf) };
  } catch (error) {
    // Its errors are whatever its code ran into; every one of them means "read it otherwise". Those of its XML parser, sax,
    // name the line: the feed is not well-formed.
    const [refusal = 'no reason given', ...place] = String(error).split('\n');
    return {
      items: [],
      refusal,
      broken: place.some((line) => line.startsWith('Line:')) || /Unable to parse/.test(refusal),
    };
  }
}

type Raw = Readonly<Partial<Record<string, unknown>>>;

// rss-parser makes a snippet of every description in quadratic time (50,000 `&lt;` took 8.5 s) and turns one bad Atom
// date into the loss of the feed. Under other names the same elements come through untouched.
const renamed = new Map([
  ['description', 'summary'],
  ['content', 'body'],
  ['content:encoded', 'body'],
  ['pubDate', 'published-raw'],
  ['published', 'published-raw'],
  ['updated', 'updated-raw'],
  ['dc:date', 'updated-raw'],
]);

async function parser(): Promise<Parser<object, Raw>> {
  // Loaded by the first feed that is read: a poll of the ministry's pages starts without it.
  const { default: RssParser } = await import('rss-parser');
  return new RssParser<object, Raw>({
    defaultRSS: 2, // some feeds leave the version out
    customFields: { item: ['body', 'published-raw', 'updated-raw'] as never },
    xml2js: { tagNameProcessors: [(name: string) => renamed.get(name) ?? name] },
  });
}

const itemOf = (item: Raw): ParsedItem => ({
  title: wordsIn(item['title']),
  date: wordsIn(item['published-raw']) || wordsIn(item['updated-raw']),
  summary: wordsIn(item['summary']) || wordsIn(item['body']),
});

/** An element that bears attributes or tags of its own comes as an object: `{ _: words, $: attributes, b: […] }`. */
function wordsIn(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth > 8) return '';
  return Object.entries(value)
    .map(([key, part]) => (key === '$' ? '' : wordsIn(part, depth + 1)))
    .join(' ')
    .trim();
}
