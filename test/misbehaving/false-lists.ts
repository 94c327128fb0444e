import { gzipSync } from 'node:zlib';
import { feed, fragment, html, item, known, newsOf, ok, type Row, unit } from './row.ts';

const rowsOf = (title: string): string =>
  JSON.stringify({
    pageInfo: {
      total: 20,
      maxPageNum: 1,
      rows: Array.from({ length: 20 }, (_, id) => ({ id, title, url: `/article/${id}.html`, publishTimeStr: '2026-02-24' })),
    },
  }); // prettier-ignore
const blind = { state: 'down' } as const;
const old = item('Old', { date: 'Sat, 24 Feb 2024 00:00:00 GMT' });

/** 200, and not the list that we know. An empty or strange list is never "no news". */
export const falseLists: readonly Row[] = [
  { name: 'an empty body', seen: 'dgtlmoon/changedetection.io#3971', source: 'feed', serves: [ok('')], cause: /found 200 and nothing/, ...blind },
  { name: 'a page that says it does not exist', seen: 'www.mofcom.gov.cn', source: 'index', serves: [ok(html('抱歉，您访问的页面不存在！'))], cause: /soft 404/, ...blind },
  { name: 'the server’s own error', seen: 'exportcontrol.mofcom.gov.cn', source: 'index', serves: [ok(html('[an error occurred while processing this directive]'))], cause: /error shell/, ...blind },
  { name: 'an index without announcements', seen: 'opensanctions', source: 'index', serves: [ok(html('<h2>公告</h2><ul></ul>'))], cause: /at least 1 entries, found 0/, ...blind },
  { name: 'a redesigned index', seen: 'dgtlmoon/changedetection.io#1645', source: 'index', serves: [ok(html('<h2>公告</h2><a href="/new/2026/1.html">公告</a>'))], cause: /at least 1/, ...blind },
  { name: 'another site', seen: 'any server', source: 'index', serves: [ok(html('Welcome to nginx!'))], ...blind },
  { name: 'a captcha between two good answers', seen: 'dgtlmoon/changedetection.io#491', source: 'feed', serves: [ok(feed(item('Before the captcha'))), ok(html('请完成安全验证', '安全验证')), ok(feed(item('Before the captcha')))], state: 'ok', read: 1 },
  // The ministry's units
  { name: 'success: false, as for a tag in the wrong encoding', seen: 'www.mofcom.gov.cn', source: 'unit', serves: [ok('{"success":false,"data":{}}')], cause: /success/, ...blind },
  { name: 'a code that is no success', seen: 'JPAAS', source: 'unit', serves: [ok(unit({ code: '500' }))], cause: /code/, ...blind },
  { name: 'an empty fragment', seen: 'mofcom ztxwfbh', source: 'unit', serves: [ok(unit({}))], cause: /html/, ...blind },
  { name: 'a column that is valid and empty', seen: 'mofcom ztxwfbh', source: 'unit', serves: [ok(unit({ data: { html: fragment(0, 0) } }))], cause: /at least/, ...blind },
  { name: 'fewer rows than the pager says', seen: 'Northofqing parse.rs', source: 'unit', serves: [ok(unit({ data: { html: fragment(9, 8_242) } }))], cause: /expected 15 rows/, ...blind },
  { name: 'another page than was asked for', seen: 'mohurd.gov.cn', source: 'unit', serves: [ok(unit({ data: { html: fragment(15, 8_242, 3) } }))], cause: /found page 3/, ...blind },
  { name: 'a shell of HTML in the place of JSON', seen: 'JPAAS', source: 'unit', serves: [ok(html('loading'))], ...blind },
  // The export-control network and gov.cn
  { name: 'question marks for Chinese', seen: 'exportcontrol.mofcom.gov.cn', source: 'network', serves: [ok(rowsOf('??????????'))], cause: /question marks|\?\?\?/, ...blind },
  { name: 'an answer without rows', seen: 'exportcontrol.mofcom.gov.cn', source: 'network', serves: [ok('{"pageInfo":{"total":0,"maxPageNum":0,"rows":[]}}')], cause: /rows|at least/, ...blind },
  { name: 'JSON cut short', seen: 'overseas routes', source: 'network', serves: [ok('{"pageInfo":{"rows":[{"title":"公')], cause: /JSON/, ...blind },
  { name: 'rows without their fields', seen: 'weiqi-kids', source: 'network', serves: [ok('{"pageInfo":{"total":1,"maxPageNum":1,"rows":[{"id":1}]}}')], ...blind },
  { name: 'one identical empty JSON for everything', seen: 'gov.cn search', source: 'cabinet', serves: [ok('{"code":200,"msg":"操作成功","searchVO":{"catMap":{},"listVO":[],"totalCount":0}}')], ...blind },
  { name: 'an empty archive', seen: 'gov.cn', source: 'cabinet', serves: [ok('[]')], cause: /at least/, ...blind },
  // Feeds
  { name: 'a web page in the place of a feed', seen: 'China Briefing', source: 'feed', serves: [ok(html('Our feeds have moved'))], cause: /feed/, ...blind },
  { name: 'a feed without items', seen: 'chinanews', source: 'feed', serves: [ok('<rss version="2.0"><channel><title>news</title></channel></rss>')], cause: /at least/, ...blind },
  { name: 'a feed that froze', seen: 'Xinhua, NHK, METI', source: 'feed', serves: [ok(feed(old).replace(known, ''))], cause: /found none since 2024-02-24/, ...blind },
  { name: 'a notice that the feed is not available', seen: 'news.google.com', source: 'feed', serves: [ok(feed(item('This feed is not available.')))], cause: /not available/, ...blind },
  { name: 'that notice in Chinese', seen: 'news.google.com', source: 'feed', serves: [ok(feed(item('该提要不可用。')))], cause: /not available/, ...blind },
  { name: 'gzip that is none', seen: 'rbren/rss-parser#280', source: 'feed', serves: [ok('\u001f\u008bnot gzip', { 'content-encoding': 'gzip' })], ...blind },
  { name: 'compression that breaks off', seen: 'overseas routes', source: 'feed', serves: [ok(gzipSync(feed(item('Cut'))).subarray(0, 60), { 'content-encoding': 'gzip' })], state: 'degraded', cause: /compression is broken/ },
  { name: 'characters lost for good', seen: 'yang991178/fluent-reader#37', source: 'index', serves: [ok(html(`<h2>公告</h2>${'\ufffd'.repeat(400)}`))], ...blind },
  { name: 'Chinese read as Latin and written again', seen: 'Athou/commafeed#681', source: 'feed', serves: [ok(feed(Array.from({ length: 8 }, (_, i) => item(Buffer.from(`商务部公告禁止两用物项出口${i}`).toString('latin1'), { link: newsOf(`latin-${i}`) })).join('')))], ...blind },
]; // prettier-ignore
