import { languages, type Source } from '../../functions/sources/source.ts';
import { addMinutes, type Instant } from '../../functions/time.ts';
import { atomFeed, type Headline, rdfFeed, rssFeed } from '../../functions/local/wire-pages.ts';
import { ordinaryHeadline, summaryOf } from './headlines.ts';
import type { Served } from './origin.ts';

/** The moment at which the bench takes place. */
export const NOW = '2026-03-02T03:00:00.000Z' as Instant;

const writers = [rssFeed, rdfFeed, atomFeed];

/** Feeds of as many outlets, by turns in English, Japanese and Chinese. */
export const feedSources = (count: number): readonly Source[] => Array.from({ length: count }, (_, i) => feedSource(i));

const feedSource = (i: number): Source => ({
  id: `feed-${i}`,
  publisher: `Outlet ${i}`,
  authority: 'press',
  language: languages[i % 3] ?? 'en',
  format: 'feed',
  url: `https://feed-${i}.example/news`,
  every: 30,
  atLeast: 5,
});

/** Items of the i-th feed, newest first, an hour apart. */
export function headlinesOf(i: number, count: number, summary = 470): readonly Headline[] {
  const language = languages[i % 3] ?? 'en';
  return Array.from({ length: count }, (_, k) => {
    const n = i * 5_000 + count - k;
    return {
      title: ordinaryHeadline(n, language),
      // A Chinese or Japanese character is three bytes, and says as much as three English ones.
      summary: summaryOf(n, language, language === 'en' ? 2 * summary : summary),
      url: `https://feed-${i}.example/${n}`,
      at: addMinutes(NOW, -60 * (k + 1)),
    };
  });
}

/** RSS 2.0, RDF and Atom, each in all three languages. */
export const feedOf = (i: number, items: readonly Headline[]): string =>
  dressed((writers[Math.trunc(i / 3) % 3] ?? rssFeed)(items));

/** With what feeds carry besides, and we do not read: authors, categories, pictures. */
const dressed = (xml: string): string =>
  xml
    .replace(/<(?:rss|rdf:RDF|feed) /, (root) => `${root}xmlns:media="http://search.yahoo.com/mrss/" `)
    .replace(/<\/(?:item|entry)>/g, (end) => `${besides}${end}`);

const besides =
  '<category>World</category><category>Business &amp; Trade</category><category>Asia</category>' +
  '<author><name>Staff writer</name></author><media:content url="https://pictures.example/1.jpg" medium="image">' +
  '<media:title type="html">A picture</media:title><media:credit>Agency</media:credit></media:content>' +
  '<media:thumbnail url="https://pictures.example/1-small.jpg" width="144" height="96"/>';

/** Feeds in their places, by host and path. */
export function feedPages(count: number, items: number, forgetful = false): Readonly<Record<string, Served>> {
  return Object.fromEntries(
    feedSources(count).map(({ url }, i) => [
      placeOf(url),
      { type: 'application/xml; charset=utf-8', body: feedOf(i, headlinesOf(i, items)), forgetful },
    ]),
  );
}

export const placeOf = (url: string): string => `${new URL(url).host}${new URL(url).pathname}`;
