import type Parser from 'rss-parser';
import { UnexpectedShape } from '../errors.ts';
import type { Source } from '../sources/source.ts';
import type { Instant } from '../time.ts';
import type { Entry } from './document.ts';
import { feedIn, longestText } from './feed-root.ts';
import { type Item, salvageItems } from './feed-salvage.ts';
import { wordingOf } from './fingerprint.ts';
import { addressOfLink, type Listed } from './listed.ts';
import type { Page } from './page.ts';
import { plainText, titleOf } from './plain-text.ts';
import { publishedIn } from './written-dates.ts';

/** Google News answers 200 with one item that says so, in the edition's language. */
const placeholder =
  /^(?:this feed is (?:not available|unavailable)|(?:该|此)(?:供稿|提要)不可用|このフィードは.{0,6}利用できません)/i;

/**
 * Reads RSS 0.9x and 2.0, RDF and Atom by rss-parser, and what that rejects by a tolerant reading of our own: one bad
 * entity must not cost the day's news.
 * @throws UnexpectedShape when the page is no feed, or a placeholder for one
 */
export async function readFeed(source: Source, text: string, page: Page, now: Instant, where: string): Promise<Listed> {
  const { xml, faults } = feedIn(text, where);
  const { items, refusal } = await itemsIn(xml);
  if (refusal && items.length === 0) {
    throw new UnexpectedShape(`${where}: expected a feed, found one that no reading can follow (${refusal})`);
  }
  if (items.some((item) => placeholder.test(item.title.trim()))) {
    throw new UnexpectedShape(
      `${where}: expected news, found the notice that this feed is not available; check its query`,
    );
  }
  const entries = items.flatMap((item) => entryOf(item, source, page, now));
  const refused = refusal ? [`rss-parser refused the feed (${refusal}) and a tolerant reading took its place`] : [];
  return { entries: distinct(entries), faults: [...faults, ...refused], more: false };
}

async function itemsIn(xml: string): Promise<{ items: readonly Item[]; refusal?: string }> {
  let feed;
  try {
    feed = await (await parser()).parseString(xml);
  } catch (error) {
    // Its errors are whatever its code ran into, position and all; every one of them means "read it otherwise".
    return { items: salvageItems(xml), refusal: String(error).split('\n')[0] ?? 'no reason given' };
  }
  return { items: feed.items.map(itemOf) };
}

type Raw = Readonly<Partial<Record<string, unknown>>>;

// rss-parser makes a snippet of every description in quadratic time (50,000 `&lt;` took 8.5 s) and turns one bad Atom
// date into the loss of the feed. Under other names the same elements come through untouched.
const renamed: Readonly<Partial<Record<string, string>>> = {
  description: 'summary',
  content: 'body',
  'content:encoded': 'body',
  pubDate: 'published-raw',
  published: 'published-raw',
  updated: 'updated-raw',
  'dc:date': 'updated-raw',
};

async function parser(): Promise<Parser<object, Raw>> {
  // Loaded by the first feed that is read: a poll of the ministry's pages starts without it.
  const { default: RssParser } = await import('rss-parser');
  return new RssParser<object, Raw>({
    defaultRSS: 2, // some feeds leave the version out
    customFields: {
      item: [['source', 'outlet', { keepArray: true }], 'body', 'published-raw', 'updated-raw'] as never,
    },
    xml2js: { tagNameProcessors: [(name: string) => renamed[name] ?? name] },
  });
}

function itemOf(item: Raw): Item {
  return {
    title: wordsIn(item['title']),
    link: wordsIn(item['link']),
    id: wordsIn(item['guid']) || wordsIn(item['id']) || wordsIn(item['rdf:about']),
    date: wordsIn(item['published-raw']) || wordsIn(item['updated-raw']),
    summary: wordsIn(item['summary']) || wordsIn(item['body']),
    outlet: outletIn(item['outlet']),
  };
}

/** `<source url>` is an aggregator's outlet; without the address it may be the head of another Atom feed. */
function outletIn(sources: unknown): string {
  const source: unknown = Array.isArray(sources) ? sources[0] : undefined;
  const named = typeof source === 'object' && source !== null && '$' in source && '_' in source;
  return named ? wordsIn(source._) : '';
}

/** An element that bears attributes or tags of its own comes as an object: `{ _: words, $: attributes, b: […] }`. */
function wordsIn(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth > 8) return '';
  return Object.entries(value)
    .map(([key, part]) => (key === '$' ? '' : wordsIn(part, depth + 1)))
    .join(' ')
    .trim();
}

function entryOf(item: Item, source: Source, page: Page, now: Instant): readonly Entry[] {
  const url = [item.link, /^\s*https?:/i.test(item.id) ? item.id : '']
    .map((link) => addressOfLink(link, page.url))
    .find((address) => address !== undefined);
  const summary = plainText(item.summary.slice(0, longestText));
  const title = titleOf(item.title) || titleOf(summary.slice(0, 120));
  if (!url || !title) return [];
  const publisher = titleOf(item.outlet);
  return [
    {
      url,
      title,
      ...(summary && { summary }),
      ...publishedIn(item.date, source.zone, now),
      ...(publisher && { publisher }),
    },
  ];
}

/** One entry for each item. Some feeds give all their items one address: there the wording tells them apart. */
function distinct(entries: readonly Entry[]): readonly Entry[] {
  const titles = Map.groupBy(entries, (entry) => entry.url);
  const shared = (entry: Entry): boolean => titles.get(entry.url)?.some(({ title }) => title !== entry.title) ?? false;
  const seen = new Set<string>();
  return entries
    .map((entry) => (shared(entry) ? { ...entry, url: marked(entry) } : entry))
    .filter(({ url }) => !seen.has(url) && seen.add(url));
}

function marked(entry: Entry): string {
  const url = new URL(entry.url);
  url.hash = wordingOf(entry.title);
  return url.href;
}
