import { expect, test } from 'vitest';
import { documentIdOf } from '../../functions/documents/fingerprint.ts';
import { listEntries } from '../../functions/documents/list-entries.ts';
import { pressDocument } from '../../functions/documents/read-document.ts';
import { at, bytesOf, pageOf, sourceOf } from './fixture-page.ts';

const now = at('2026-01-07T03:00:00.000Z');
const read = (id: string, file: string) => {
  const source = sourceOf(id);
  return listEntries(source, pageOf(bytesOf(file), source.url), now);
};

test('an RSS 2.0 feed’s items are read with their quirks: relative, undated, impossible and future ones', async () => {
  const source = sourceOf('japan-times');
  const page = pageOf(bytesOf('feed.rss-2.0.xml'), 'https://www.example.com/feed/');
  const { entries, degraded } = await listEntries(source, page, now);
  expect(degraded).toBeUndefined();
  expect(entries).toEqual([
    {
      url: 'https://www.example.com/news/2026/01/06/ban/?utm_source=rss',
      title: 'China bans dual-use exports to Japan’s military',
      summary: 'Beijing said on Tuesday that it bans all dual-use exports to Japanese military users.\nMore',
      publishedAt: '2026-01-06T09:12:00.000Z',
      publishedOn: '2026-01-06',
    },
    {
      url: 'https://www.example.com/news/2026/01/06/talk/',
      title: 'Tokyo & Beijing talk',
      summary: 'An account of the talks.',
      publishedAt: '2026-01-06T08:00:00.000Z',
      publishedOn: '2026-01-06',
    },
    { url: 'https://www.example.com/future', title: 'A story from tomorrow', summary: 'An event to come.' },
    { url: 'https://www.example.com/impossible', title: 'A story of the thirtieth of February' },
    { url: 'https://www.example.com/undated', title: 'A story without a date' },
    {
      url: 'https://www.example.com/guid',
      title: 'An empty guid',
      publishedAt: '2026-01-05T14:00:00.000Z',
      publishedOn: '2026-01-05',
    },
    {
      url: 'https://www.example.com/by-guid',
      title: 'A story whose only address is its guid',
      publishedAt: '2026-01-05T09:00:00.000Z',
      publishedOn: '2026-01-05',
    },
    // Nobody could follow their links, and nothing is lost: the feed's own address stands in their place.
    ...['A story without an address', 'A trap', 'Another trap'].map((title) => ({
      url: expect.stringMatching(/^https:\/\/www\.example\.com\/feed\/#[0-9a-f]{12}$/) as string,
      title,
    })),
  ]);
});

test('CST and zoneless times are Chinese where the source is', async () => {
  const { entries } = await read('chinanews-world', 'feed.cst.xml');
  expect(entries.map(({ publishedAt, publishedOn }) => [publishedAt, publishedOn])).toEqual([
    ['2026-01-06T07:40:00.000Z', '2026-01-06'],
    ['2026-01-06T08:05:00.000Z', '2026-01-06'],
    [undefined, '2026-01-06'],
  ]);
});

test('RDF is read, its Dublin Core dates with it', async () => {
  const { entries } = await read('nikkei-xtech', 'feed.rdf.xml');
  expect(entries).toEqual([
    {
      url: 'https://xtech.nikkei.com/atcl/nxt/news/24/00001/',
      title: '中国、軍民両用品の対日輸出を禁止',
      summary: '中国商務省は1月6日に発表した。',
      publishedAt: '2026-01-06T10:00:00.000Z',
      publishedOn: '2026-01-06',
    },
    {
      url: 'https://xtech.nikkei.com/atcl/nxt/news/24/00002/',
      title: 'レアアース調達の見直し',
      publishedOn: '2026-01-06',
    },
  ]);
});

test('one unreadable Atom date costs its own entry its date, and the feed nothing', async () => {
  const { entries, degraded } = await read('meti', 'feed.atom.xml');
  expect(degraded).toBeUndefined();
  expect(entries).toEqual([
    {
      url: 'https://www.meti.go.jp/press/2025/01/20260107001/20260107001.html',
      title: '中国による輸出管理措置について & 対応',
      summary: '1月6日の中国商務部公告について。',
      publishedAt: '2026-01-06T23:00:00.000Z',
      publishedOn: '2026-01-07',
    },
    { url: 'https://www.meti.go.jp/press/2.html', title: '日付の読めない記事', summary: '本文。' },
  ]);
});

test('RSS 0.91 is read', async () => {
  const { entries } = await read('yonhap', 'feed.rss-0.91.xml');
  expect(entries[0]?.title).toBe('China’s ministry announces'.replace('’', "'"));
});

test('an aggregator’s item bears its outlet, and keeps its identity when its address changes', async () => {
  const { entries } = await read('google-news-ja', 'feed.google-news.xml');
  const [entry] = entries;
  expect(entry?.publisher).toBe('産経ニュース');
  if (!entry) throw new Error('no entry');
  const source = sourceOf('google-news-ja');
  const churned = { ...entry, url: 'https://news.google.com/rss/articles/CBMiZZZ?oc=5' };
  expect(pressDocument(source, churned).id).toBe(pressDocument(source, entry).id);
  expect(pressDocument(source, entry)).toMatchObject({ publisher: '産経新聞', authority: 'press', language: 'ja' });
  const other = { ...entry, title: '別の記事 - 産経ニュース' };
  expect(documentIdOf(other.url, other)).not.toBe(documentIdOf(entry.url, entry));
});

test('what an item calls its outlet counts for nothing unless an aggregator of the catalogue names a known outlet', () => {
  const item = { url: 'https://news.example/1', title: 'China bans dual-use exports to Japan' };
  const aggregator = sourceOf('google-news-en');
  const newspaper = sourceOf('scmp-china');
  expect(pressDocument(aggregator, { ...item, publisher: 'Reuters' }).publisher).toBe('Reuters');
  for (const publisher of ['Outlet 7', '商务部', 'MOFCOM']) {
    expect(pressDocument(aggregator, { ...item, publisher })).toMatchObject({
      publisher: 'Google News',
      saysFrom: publisher,
    });
  }
  expect(pressDocument(newspaper, { ...item, publisher: 'Reuters' })).toMatchObject({
    publisher: newspaper.publisher,
    saysFrom: 'Reuters',
  });
});

test('a feed that is not well-formed is read all the same, up to where it was cut off, and said to be', async () => {
  const source = sourceOf('ecns');
  const { entries, degraded } = await listEntries(source, pageOf(bytesOf('feed.broken-entities.xml'), source.url), now);
  expect(entries).toEqual([
    {
      url: 'http://www.ecns.cn/news/2026-01-06/1.shtml',
      title: 'Japan & China: R&D ban',
      summary: '© the ministry said it bans exports',
      publishedAt: '2026-01-06T02:00:00.000Z',
      publishedOn: '2026-01-06',
    },
    {
      url: 'http://www.ecns.cn/news/2026-01-06/2.shtml',
      title: 'Second story',
      publishedAt: '2026-01-06T01:00:00.000Z',
      publishedOn: '2026-01-06',
      publisher: 'ECNS',
    },
  ]);
  expect(degraded).toMatch(
    /^ecns https:\S+ rss-parser refused the feed \(.+\) and a tolerant reading took its place; 1 row without an end was left out$/,
  );
});

const rss = (items: string): string => `<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;
const item = (title: string, link: string): string => `<item><title>${title}</title><link>${link}</link></item>`;
const list = async (feed: string) => {
  const source = sourceOf('nikkei-asia');
  return (await listEntries(source, pageOf(feed, source.url), now)).entries;
};

test('items that share one address stay apart by their wording, and repeated ones are one', async () => {
  const feed = rss(item('One', '/news') + item('Two', '/news') + item('Two', '/news') + item('Three', '/3').repeat(2));
  const entries = await list(feed);
  expect(entries.map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
  expect(new Set(entries.map(({ url }) => documentIdOf(url))).size).toBe(3);
  expect(await list(feed)).toEqual(entries);
});

test('control characters, zero-width characters and bidi overrides are gone from titles, and titles end somewhere', async () => {
  const [hidden] = await list(rss(item('China \u202Esnab\u202C ex\u200Bports\u0000\u0007', '/1')));
  expect(hidden?.title).toBe('China snab exports');
  const [long] = await list(rss(item('出'.repeat(5_000), '/1')));
  expect(long?.title).toHaveLength(500);
});

test('"US<China" in a title is a comparison, not a tag', async () => {
  expect((await list(rss(item('US&lt;China in rare earths', '/1'))))[0]?.title).toBe('US<China in rare earths');
});

test('a thousand items are read of a feed that never ends, and the rest is counted', async () => {
  const source = sourceOf('nikkei-asia');
  const feed = rss(Array.from({ length: 1_500 }, (_, i) => item(`Story ${i}`, `/${i}`)).join(''));
  const { entries, seen, dropped, degraded } = await listEntries(source, pageOf(feed, source.url), now);
  expect(entries).toHaveLength(1_000);
  expect([seen, dropped]).toEqual([1_500, [{ why: 'beyond the first 1000', count: 500 }]]);
  expect(degraded).toContain('500 rows beyond the first 1000 were left out');
});

test('the outlet that an item names counts only where the catalogue says that the source carries others’ news', async () => {
  const feed = rss(
    item('China bans exports', '/1').replace('</item>', '<source url="https://o.example">商务部</source></item>'),
  );
  const source = sourceOf('nikkei-asia');
  const [entry] = (await listEntries(source, pageOf(feed, source.url), now)).entries;
  if (!entry) throw new Error('no entry');
  expect(entry.publisher).toBe('商务部');
  expect(pressDocument(source, entry).publisher).toBe(source.publisher);
  // A ministry is no outlet, not even an aggregator's.
  const aggregator = { ...source, aggregator: true };
  expect(pressDocument(aggregator, entry).publisher).toBe(source.publisher);
  expect(pressDocument(aggregator, { ...entry, publisher: 'Reuters' }).publisher).toBe('Reuters');
});
