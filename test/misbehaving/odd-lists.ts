import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { ordinaryNotices, pathOf } from '../../functions/local/replica.ts';
import { jpaasUnit } from '../../functions/local/wire-pages.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import type { Source } from '../../functions/sources/source.ts';
import type { BeijingDate } from '../../functions/time.ts';
import { feed, item, newsOf, ok, type Row } from './row.ts';

const xml = { 'content-type': 'application/xml' };
const fine = { source: 'feed', state: 'ok' } as const;
const lossy = { source: 'feed', state: 'degraded' } as const;
const gbk = (text: string): Uint8Array =>
  Buffer.concat(Array.from(text, (letter) => Buffer.from(gbkOf[letter] ?? [letter.charCodeAt(0)])));
const gbkOf: Readonly<Record<string, readonly number[]>> = { 天: [0xcc, 0xec], 气: [0xc6, 0xf8], 预: [0xd4, 0xa4], 报: [0xb1, 0xa8] }; // prettier-ignore
const unitSource = catalogue.find(({ id }) => id === 'mofcom-policy-releases') as Source;
const notices = jpaasUnit(
  ordinaryNotices(16, '2026-02-23' as BeijingDate).map((one) => [one, pathOf(unitSource, one)]),
  1,
  15,
);
const guid = (id: string): string => `<guid isPermaLink="false">${id}</guid>`;
const atom = (entries: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>news</title>${entries}<entry><title>Weather</title><link href="${newsOf('Weather')}"/><updated>2026-02-23T00:00:00Z</updated></entry></feed>`;

/** Lists that are odd, and are read all the same: at once, and once. */
export const oddLists: readonly Row[] = [
  { name: 'gzip that nobody asked for and no header announces', seen: 'rbren/rss-parser#194', serves: [ok(gzipSync(feed(item('Zipped'))), xml)], read: 1, ...fine },
  { name: 'brotli', seen: 'CDNs', serves: [ok(brotliCompressSync(feed(item('Brotli'))), { ...xml, 'content-encoding': 'br' })], read: 1, ...fine },
  { name: 'deflate', seen: 'old servers', serves: [ok(deflateSync(feed(item('Deflated'))), { ...xml, 'content-encoding': 'deflate' })], read: 1, ...fine },
  { name: 'a header of gzip over plain text', seen: 'danmactough/node-feedparser#148', serves: [ok(feed(item('Not zipped')), { ...xml, 'content-encoding': 'gzip' })], read: 1, ...fine },
  { name: 'an entity that XML does not know', seen: 'rbren/rss-parser#134', serves: [ok(feed(item('Salt &nbsp; pepper & more')))], read: 1, ...lossy },
  { name: 'markup in the place of text', seen: 'rbren/rss-parser#77', serves: [ok(feed(item('Good') + '<item><title>R&D <b>bad</title></item>' + item('Better')))], read: 3, ...lossy },
  { name: 'a feed cut in the middle', seen: 'rbren/rss-parser#45', serves: [ok(feed(item('Whole') + item('Cut off')).slice(0, -60))], read: 1, ...lossy },
  { name: 'GBK that the prolog declares', seen: 'rbren/rss-parser#76', serves: [ok(gbk(feed(item('天气预报', { link: newsOf('gbk') }), '<?xml version="1.0" encoding="GBK"?>')), { 'content-type': 'text/xml' })], read: 1, ...fine },
  { name: 'UTF-8 that no header and no prolog declares', seen: 'containers without locale', serves: [ok(feed(item('天气预报二', { link: newsOf('utf-8') }), ''), { 'content-type': 'text/plain' })], read: 1, ...fine },
  { name: 'white space before the prolog', seen: 'rbren/rss-parser#155', serves: [ok(`\n\n${feed(item('Early'))}`)], read: 1, ...fine },
  { name: 'a byte order mark', seen: 'gov.cn', serves: [ok(`\ufeff${feed(item('Marked'))}`)], read: 1, ...fine },
  { name: 'RSS without a version', seen: 'rbren/rss-parser#65', serves: [ok(feed(item('Versionless')).replace(' version="2.0"', ''))], read: 1, ...fine },
  { name: 'one impossible Atom date', seen: 'jacob-shuman/readl8r#4', serves: [ok(atom(`<entry><title>Dateless</title><link href="${newsOf('Dateless')}"/><updated>yesterday</updated></entry>`))], read: 1, ...fine },
  { name: 'titles in CDATA', seen: 'naive tag strippers', serves: [ok(feed(item('<![CDATA[Trade & <b>tariffs</b>]]>', { link: newsOf('cdata') })))], read: 1, ...fine },
  { name: '50,000 escaped tags in one description', seen: 'rss-parser’s stripHtml', serves: [ok(feed(item('Long', { extra: `<description>${'&lt;'.repeat(50_000)}</description>` })))], read: 1, ...fine },
  { name: 'news pinned first, out of order', seen: 'USTR', serves: [ok(feed(item('Pinned', { date: 'Thu, 01 Jan 2009 00:00:00 GMT' }) + item('Below the pin')))], read: 2, ...fine },
  // Identity
  { name: 'ids that change with every fetch', seen: 'Athou/commafeed#1755', serves: ['a', 'b', 'c'].map((id) => ok(feed(item('Same news', { extra: guid(id) })))), read: 1, ...fine },
  { name: 'one id for all items', seen: 'miniflux/v2#4197', serves: [ok(feed(item('One', { extra: guid('x') }) + item('Two', { extra: guid('x') })))], read: 2, ...fine },
  { name: 'one address for all items', seen: 'government news pages', serves: [ok(feed(item('Third', { link: newsOf('all') }) + item('Fourth', { link: newsOf('all') })))], read: 2, ...fine },
  { name: 'neither id nor date', seen: 'feedbin/support#416', serves: [0, 1].map((i) => ok(feed(`<item><title>Bare</title><link>${newsOf('Bare')}</link></item>`) + ' '.repeat(i))), read: 1, ...fine },
  { name: 'a date that is new with every fetch', seen: 'remysharp.com#75', serves: [1, 2].map((hour) => ok(feed(item('Restless', { date: `Tue, 24 Feb 2026 0${hour}:00:00 GMT` })))), read: 1, ...fine },
  { name: 'a date in the future', seen: 'ECNS', serves: [ok(feed(item('Tomorrow’s', { date: 'Wed, 24 Feb 2027 00:00:00 GMT' })))], read: 1, ...fine },
  { name: 'a list that goes A, B, A', seen: 'thp/urlwatch#275', serves: ['A', 'B', 'A'].map((name) => ok(feed(item(`Flapping ${name}`)))), read: 2, ...fine },
  { name: 'tracking that changes with every fetch', seen: 'miniflux/v2#2358', serves: [1, 2].map((i) => ok(feed(item('Tracked', { link: `${newsOf('Tracked')}?utm_source=${i}` })))), read: 1, ...fine },
  { name: 'no dates at all', seen: 'Nikkei Asia, Hankyoreh', serves: [ok(feed(item('Undated', { date: '' })).replaceAll(/<pubDate>[^<]*<\/pubDate>/g, ''))], read: 1, cause: /no entry bears a date/, ...lossy },
  // The ministry's
  { name: 'a row without a date', seen: 'www.mofcom.gov.cn', source: 'unit', serves: [ok(notices.replace('<span>[2026-02-20]</span>', '<span></span>'))], read: 0, state: 'ok' },
  { name: 'a control character in a title', seen: 'hostile pages', serves: [ok(feed(item('Nul\u0000l and \u202eevil <script>alert(1)</script>', { link: newsOf('nul') }))) ], read: 1, ...fine },
  { name: 'an item that is known already', seen: 'every poll', serves: [ok(feed('') + ' '), ok(feed('') + '  ')], read: 0, ...fine },
]; // prettier-ignore
