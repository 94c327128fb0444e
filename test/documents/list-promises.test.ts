import { expect, test } from 'vitest';
import { listEntries, type Listing } from '../../functions/documents/list-entries.ts';
import { readArticle } from '../../functions/documents/read-document.ts';
import { at, pageOf, sourceOf } from './fixture-page.ts';

// Each test bears a promise of functions/documents/README.md.

const url = 'https://www.mofcom.gov.cn/zcfb/blgg/gg/2026/index.html';
const now = at('2026-11-25T09:00:00.000Z');
const index = sourceOf('mofcom-announcements');
const ordinary = `<li><a href="/zcfb/blgg/gg/2026/art/2026/art_${'0'.repeat(32)}.html">商务部公告2026年第70号</a><span>2026-11-20</span></li>`;
const listed = (rows: string): Promise<Listing> =>
  listEntries(index, pageOf(`<h2>公告</h2><ul>${rows}${ordinary}</ul>`, url, 'text/html'), now);

test.each([
  ['to another column', '/zcfb/zc/art/2026/art_0123456789abcdef0123456789abcdef.html'],
  ['to another site of the ministry', 'https://aqygzj.mofcom.gov.cn/flzc/gzjgfxwj/art/2026/art_1.html'],
  ['to a page that its server puts together', '/article/b/c/202611/71.shtml'],
  ['to a file', '/cms_files/attach/71.pdf'],
  ['to an id of another form', '/zcfb/blgg/gg/2026/art/2026/art_71.html'],
  ['to a page by http', 'http://www.mofcom.gov.cn/zcfb/71.html'],
  ['to an address with a query', '/zcfb/detail?id=71'],
])('a row of the official index is read wherever on the ministry’s sites it leads: %s', async (_, href) => {
  const { entries, degraded } = await listed(`<li><a href="${href}">关于某事的通知</a><span>2026-11-24</span></li>`);
  expect(entries[0]).toEqual({ url: new URL(href, url).href, title: '关于某事的通知', publishedOn: '2026-11-24' });
  expect([entries.length, degraded]).toEqual([2, undefined]);
});

test('a row without words is read under its address', async () => {
  const { entries } = await listed('<li><a href="/zcfb/71.html"><img src="new.gif"></a><span>2026-11-24</span></li>');
  expect(entries[0]).toMatchObject({
    url: 'https://www.mofcom.gov.cn/zcfb/71.html',
    title: 'https://www.mofcom.gov.cn/zcfb/71.html',
  });
});

test('1,000 items and 5,000 rows are read of one list, and the others are counted', async () => {
  const feed = sourceOf('scmp-china', { atLeast: 1 });
  const items = Array.from(
    { length: 1_003 },
    (_, i) =>
      `<item><title>News ${i}</title><link>https://www.scmp.com/${i}</link><pubDate>Wed, 25 Nov 2026 02:00:00 GMT</pubDate></item>`,
  );
  const news = await listEntries(
    feed,
    pageOf(`<rss version="2.0"><channel>${items.join('')}</channel></rss>`, feed.url),
    now,
  );
  expect([news.entries.length, news.dropped]).toEqual([1_000, [{ why: 'beyond the first 1000', count: 3 }]]);
  const rows = Array.from({ length: 5_003 }, (_, i) => `<li><a href="/zcfb/${i}.html">公告第${i}号</a>2026-11-24</li>`);
  const long = await listed(rows.join(''));
  expect([long.entries.length, long.seen, long.dropped]).toEqual([
    5_000,
    5_004,
    [{ why: 'beyond the first 5000', count: 4 }],
  ]);
});

test('an address has at most 1,000 characters', async () => {
  const { entries, dropped } = await listed(
    `<li><a href="/zcfb/${'a'.repeat(1_000)}.html">公告第71号</a>2026-11-24</li>`,
  );
  expect([entries.length, dropped]).toEqual([1, [{ why: 'with an address of more than 1000 characters', count: 1 }]]);
});

test('an article has at most 5 million characters', () => {
  const body = (length: number): string =>
    `<div class="art-con">${'禁止向日本军事用户出口两用物项。'.repeat(10)}</div><!--${'x'.repeat(length)}-->`;
  const read = (length: number) => readArticle(index, { url, title: '公告' }, pageOf(body(length), url), now);
  expect(read(4_900_000)).toHaveProperty('text');
  expect(() => read(5_000_000)).toThrow(/expected an article, found 5000\d\d\d characters/);
});
