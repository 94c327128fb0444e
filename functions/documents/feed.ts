import { UnexpectedShape } from '../errors.ts';
import type { Source } from '../sources/source.ts';
import type { Instant } from '../time.ts';
import type { Entry } from './document.ts';
import { type FeedItems, feedItems, type Item, longestText } from './feed-items.ts';
import { parseFeed, type ParsedItem } from './feed-parser.ts';
import { feedIn } from './feed-root.ts';
import { wordingOf } from './fingerprint.ts';
import { addressOfLink, countLosses, type Listed, type Loss } from './listed.ts';
import type { Page } from './page.ts';
import { plainText, titleOf } from './plain-text.ts';
import { type Published, publishedIn } from './written-dates.ts';

/** Google News answers 200 with one item that says so, in the edition's language. */
const placeholder =
  /^(?:this feed is (?:not available|unavailable)|(?:该|此)(?:供稿|提要)不可用|このフィードは.{0,6}利用できません)/i;

/** An outlet's name is a key in the table (1,024 bytes), and a word in a message. */
const longestName = 100;

/**
 * Reads RSS 0.9x to 2.0, RDF and Atom, whatever prefixes they bear. Two readings are made: rss-parser's, and ours by the
 * tokenizer. Where rss-parser refuses the feed, or finds another number of items, ours stands alone, because one bad entity must
 * not cost the day's news; else rss-parser fills in what ours lacks.
 * @throws UnexpectedShape when the page is no feed, or a placeholder for one
 */
export async function readFeed(source: Source, text: string, page: Page, now: Instant, where: string): Promise<Listed> {
  const { xml, parsable } = feedIn(text, where);
  const found = feedItems(xml, page.url);
  const { items: parsed, refusal, broken } = await parseFeed(parsable, found);
  if (refusal && found.seen === 0) {
    throw new UnexpectedShape(`${where}: expected a feed, found one that no reading can follow (${refusal})`);
  }
  const items = found.items.map((item, i) =>
    filledIn(item, parsed.length === found.items.length ? parsed[i] : undefined),
  );
  if (items.some(({ title }) => placeholder.test(title.trim()))) {
    throw new UnexpectedShape(
      `${where}: expected news, found the notice that this feed is not available; check its query`,
    );
  }
  const entries = items.map((item) => entryOf(item, found, source, page, now));
  const read = entries.filter((entry) => typeof entry === 'object');
  const losses: readonly Loss[] = [...found.losses, ...entries.filter((entry) => typeof entry === 'string')];
  return {
    entries: distinct(read),
    seen: found.seen,
    dropped: countLosses(losses),
    faults: refusal && broken ? [`rss-parser refused the feed (${refusal}) and a tolerant reading took its place`] : [],
    more: false,
  };
}

const filledIn = (item: Item, parsed: ParsedItem | undefined): Item => ({
  ...item,
  title: item.title || (parsed?.title ?? ''),
  dates: item.dates.length > 0 || !parsed?.date ? item.dates : [parsed.date],
  summary: item.summary || (parsed?.summary ?? ''),
});

/** Where an item names no address that anybody could follow, it is told with its feed's own. */
function entryOf(item: Item, { home }: FeedItems, source: Source, page: Page, now: Instant): Entry | Loss {
  const summary = plainText(item.summary.slice(0, longestText));
  const title = titleOf(item.title) || titleOf(summary.slice(0, 120)) || titleOf(item.caption);
  if (!title) return 'without words';
  const own = item.links.map(({ href, base }) => addressOfLink(href, base)).find((address) => address !== undefined);
  const publisher = titleOf(item.outlet).slice(0, longestName).toWellFormed();
  return {
    url: own ?? marked(addressOfLink(home ?? '', page.url) ?? page.url, item.id || title),
    title,
    ...(summary && { summary }),
    ...publishedBy(item.dates, source, now),
    ...(publisher && { publisher }),
  };
}

/** The first of an item's dates that says anything: a bad `pubDate` may stand beside a good `dc:date`. */
function publishedBy(dates: readonly string[], source: Source, now: Instant): Published {
  const read = dates.map((date) => publishedIn(date, source.zone, now));
  return read.find(({ publishedAt }) => publishedAt) ?? read.find(({ publishedOn }) => publishedOn) ?? {};
}

/** One entry for each item. Some feeds give all their items one address: there the wording tells them apart. */
function distinct(entries: readonly Entry[]): readonly Entry[] {
  const titles = Map.groupBy(entries, (entry) => entry.url);
  const shared = (entry: Entry): boolean => titles.get(entry.url)?.some(({ title }) => title !== entry.title) ?? false;
  const seen = new Set<string>();
  return entries
    .map((entry) => (shared(entry) ? { ...entry, url: marked(entry.url, entry.title) } : entry))
    .filter(({ url }) => !seen.has(url) && seen.add(url));
}

function marked(address: string, words: string): string {
  const url = new URL(address);
  url.hash = wordingOf(words);
  return url.href;
}
