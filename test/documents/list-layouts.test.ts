import { describe, expect, test } from 'vitest';
import { listEntries, type Listing } from '../../functions/documents/list-entries.ts';
import { readArticle } from '../../functions/documents/read-document.ts';
import { at, pageOf, sourceOf } from './fixture-page.ts';

// The ministry's pages were rebuilt more than once, and its columns are laid out by several hands.

const url = 'https://www.mofcom.gov.cn/zcfb/blgg/gg/2026/index.html';
const now = at('2026-11-25T09:00:00.000Z');
const index = sourceOf('mofcom-announcements');
const around = (list: string, head = ''): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>公告</title>${head}</head><body>
  <div class="nav">今天是2026年11月25日 <ul><li><a href="/index.html">首页</a></li><li><a href="/xwfb/rcxwfb.html">新闻发布</a></li></ul></div>
  <h2>公告</h2>${list}<div class="foot"><a href="/about/contact.html">联系我们</a> <a href="/about/law.html">法律声明</a></div></body></html>`;
const listed = (list: string, head?: string): Promise<Listing> =>
  listEntries(index, pageOf(around(list, head), url, 'text/html'), now);

const notices = [
  ['商务部公告2026年第71号 公布将3家日本实体列入出口管制管控名单', '2026-11-24'],
  ['关于调整部分商品监管方式的通知', '2026-11-23'],
  ['商务部决定延长某调查期限', '2026-11-20'],
] as const;
const address = (i: number): string => `/zcfb/blgg/gg/2026/art/2026/art_${String(i + 1).padStart(32, '0')}.html`;
type Draw = (href: string, title: string, day: string) => string;
const drawn = (draw: Draw): string => notices.map(([title, day], i) => draw(address(i), title, day)).join('\n');
const everything = notices.map(([title, publishedOn], i) => ({
  url: `https://www.mofcom.gov.cn${address(i)}`,
  title,
  publishedOn,
}));

describe('every row is read with its whole title and its day', () => {
  test.each<readonly [string, Draw, (rows: string) => string]>([
    ['items of a list', (h, t, d) => `<li><a href="${h}" title="${t}">${t.slice(0, 6)}…</a><span>[${d}]</span></li>`, (r) => `<ul>${r}</ul>`],
    ['items that nobody closed, in capitals, without quotes', (h, t, d) => `<LI><A HREF=${h} TITLE='${t}'>…</A><SPAN>${d}</SPAN>`, (r) => `<UL>${r}</UL>`],
    ['the day before the link', (h, t, d) => `<li><span>${d}</span><a href="${h}">${t}</a></li>`, (r) => `<ul>${r}</ul>`],
    ['the day inside the link', (h, t, d) => `<li><a href="${h}"><h4>${t}</h4><span>${d}</span></a></li>`, (r) => `<ul>${r}</ul>`],
    ['the day under the month and the year', (h, t, d) => `<li><p><b>${d.slice(8)}</b><i>${d.slice(0, 7)}</i></p><a href="${h}">${t}</a></li>`, (r) => `<ul>${r}</ul>`],
    ['the day in an attribute', (h, t, d) => `<li><a href="${h}">${t}</a><time datetime="${d}T09:00:00+08:00">${d.slice(5)}</time></li>`, (r) => `<ul>${r}</ul>`],
    ['full-width figures', (h, t, d) => `<li><a href="${h}">${t}</a>${d.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))}</li>`, (r) => `<ul>${r}</ul>`],
    ['spaces in the day', (h, t, d) => `<li><a href="${h}">${t}</a> ${d.replaceAll('-', ' - ')}</li>`, (r) => `<ul>${r}</ul>`],
    ['a table', (h, t, d) => `<tr><td>1</td><td><a href="${h}">${t}</a></td><td>${d}</td></tr>`, (r) => `<table><tbody>${r}</tbody></table>`],
    ['a table in each row of a table in a table', (h, t, d) => `<tr><td><table><tr><td>·</td><td><a href="${h}">${t}</a></td></tr></table></td><td>${d}</td></tr>`, (r) => `<table><tr><td><table>${r}</table></td></tr></table>`],
    ['two days, told apart by the heads of their columns', (h, t, d) => `<tr><td><a href="${h}">${t}</a></td><td>2026-11-10</td><td>${d}</td></tr>`, (r) => `<table><tr><th>标题</th><th>成文日期</th><th>发布日期</th></tr>${r}</table>`],
    ['the day of effect, which lies ahead, before that of publication', (h, t, d) => `<tr><td><a href="${h}">${t}</a></td><td>2027-01-01</td><td>${d}</td></tr>`, (r) => `<table>${r}</table>`],
    ['boxes', (h, t, d) => `<div class="row"><div class="t"><a href="${h}">${t}</a></div><div class="d">发布时间：${d}</div></div>`, (r) => `<div>${r}</div>`],
    ['boxes that begin with the day', (h, t, d) => `<div class="row"><div class="d">${d}</div><div class="t"><a href="${h}">${t}</a></div></div>`, (r) => `<div>${r}</div>`],
    ['headings and paragraphs', (h, t, d) => `<h3><a href="${h}">${t}</a></h3><p>${d}</p>`, (r) => r],
    ['terms and descriptions', (h, t, d) => `<dt><a href="${h}">${t}</a></dt><dd>${d}</dd>`, (r) => `<dl>${r}</dl>`],
    ['cards', (h, t, d) => `<article><a href="${h}">${t}</a><footer>${d}</footer></article>`, (r) => `<section>${r}</section>`],
    ['lines', (h, t, d) => `<p><a href="${h}">${t}</a> ${d}</p>`, (r) => `<div>${r}</div>`],
    ['links that a script opens', (h, t, d) => `<li><a href="javascript:void(0)" onclick="window.open('${h}')">${t}</a><span>${d}</span></li>`, (r) => `<ul>${r}</ul>`],
    ['addresses in entities', (h, t, d) => `<li><a href="${h.replaceAll('/', '&#47;')}">${t}</a><span>${d}</span></li>`, (r) => `<ul>${r}</ul>`],
    ['rows for browsers without scripts', (h, t, d) => `<li><a href="${h}">${t}</a><span>${d}</span></li>`, (r) => `<noscript><ul>${r}</ul></noscript><script>var row = '<li><a href="/x.html">公告第1号</a></li>'</script><!--<li><a href="/y.html">公告第2号</a></li>-->`],
  ])('%s', async (_, draw, frame) => {
    const { entries, seen, degraded } = await listed(frame(drawn(draw)));
    expect({ entries, seen, degraded }).toEqual({ entries: everything, seen: 3, degraded: undefined });
  });
}); // prettier-ignore

test('a row that bears no day is read where it is laid out as its neighbours are, wherever it leads', async () => {
  const rows = drawn((h, t, d) =>
    d === '2026-11-23' ? `<li><a href="/zwgk/2.shtml">${t}</a></li>` : `<li><a href="${h}">${t}</a>${d}</li>`,
  );
  const { entries } = await listed(`<ul>${rows}</ul>`);
  expect(entries.map(({ url: to, publishedOn }) => [new URL(to).pathname, publishedOn])).toEqual([
    [address(0), '2026-11-24'],
    ['/zwgk/2.shtml', undefined],
    [address(2), '2026-11-20'],
  ]);
});

test('a row whose address cannot be found is counted', async () => {
  const rows = drawn((h, t, d) =>
    d === '2026-11-23' ? `<li><a href="javascript:show(2)">${t}</a></li>` : `<li><a href="${h}">${t}</a>${d}</li>`,
  );
  const { entries, seen, dropped } = await listed(`<ul>${rows}</ul>`);
  expect([entries.length, seen, dropped]).toEqual([2, 3, [{ why: 'without an address to follow', count: 1 }]]);
});

test.each(['./202611/t20261124_7.html', '/art/2026/11/24/art_7.html'])(
  'where no row bears a day, its address may: %s',
  async (href) => {
    const rows = notices.map(([title], i) => `<li><a href="${href.replace('7', `7${i}`)}">${title}</a></li>`);
    const { entries } = await listed(`<ul>${rows.join('')}</ul>`);
    expect(entries.map(({ publishedOn }) => publishedOn)).toEqual(['2026-11-24', '2026-11-24', '2026-11-24']);
  },
);

test('an index that writes every character as an entity is read', async () => {
  const html = around(`<ul>${drawn((h, t, d) => `<li><a href="${h}">${t}</a>${d}</li>`)}</ul>`);
  const written = html.replace(/[^\0-\x7f]/gu, (c) => `&#${c.codePointAt(0) ?? 0};`);
  expect((await listEntries(index, pageOf(written, url), now)).entries).toEqual(everything);
});

test('links are relative to the address that the page names, of a list and of an article', async () => {
  const { entries } = await listed(
    `<ul>${drawn((h, t, d) => `<li><a href="${h.slice(1)}">${t}</a>${d}</li>`)}</ul>`,
    '<base href="/">',
  );
  expect(entries).toEqual(everything);
  const html = `<html><head><base href="/cms/"></head><body><div class="art-con">${'决定将3家日本实体列入出口管制管控名单。'.repeat(3)}<a href="attach/1.pdf">附件</a></div></body></html>`;
  const document = readArticle(index, { url, title: '公告' }, pageOf(html, url), now);
  expect(document).toMatchObject({ attachments: [{ url: 'https://www.mofcom.gov.cn/cms/attach/1.pdf' }] });
});

test('a page of frames is followed to the frame that holds the words', () => {
  const html = `<html><frameset><frame src="${address(1)}"></frameset></html>`;
  expect(readArticle(index, { url, title: '公告' }, pageOf(html, url), now)).toEqual({
    moved: `https://www.mofcom.gov.cn${address(1)}`,
  });
});

test('a field of a list in JSON may be a number, and the whole may begin with two marks', async () => {
  const source = sourceOf('export-control-notices', { atLeast: 1 });
  const rows = [
    { title: 2026, url: '/article/1.html', publishTimeStr: 1_795_489_200_000 },
    { title: '公告', url: '/article/2.html', publishTimeStr: 20_261_124 },
  ];
  const page = pageOf(`\ufeff\ufeff${JSON.stringify({ pageInfo: { maxPageNum: 1, rows } })}`, source.url);
  const { entries, degraded } = await listEntries(source, page, now);
  expect(entries.map(({ title, publishedOn }) => [title, publishedOn])).toEqual([
    ['2026', '2026-11-24'],
    ['公告', '2026-11-24'],
  ]);
  expect(degraded).toBeUndefined();
});
