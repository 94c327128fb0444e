import { expect, test } from 'vitest';
import { decode } from '../../functions/documents/decode.ts';
import { listEntries } from '../../functions/documents/list-entries.ts';
import { readArticle } from '../../functions/documents/read-document.ts';
import { UnexpectedShape } from '../../functions/errors.ts';
import { parseSource } from '../../functions/sources/source.ts';
import { at, bytesOf, pageOf, sourceOf } from './fixture-page.ts';

const url = 'https://www.example.com/feed';
const japanese = '中国、軍民両用品の対日輸出を禁止';
const chinese = '商务部加强两用物项对日本出口管制';

test.each([
  ['charset.sjis.xml', undefined, undefined, japanese],
  ['charset.sjis.xml', 'text/xml; charset=Shift_JIS', undefined, japanese],
  ['charset.sjis.xml', 'text/xml; charset=utf-8', undefined, japanese],
  ['charset.sjis.xml', 'text/xml; charset=ISO-8859-1', undefined, japanese],
  ['charset.euc.xml', 'text/xml; charset="euc-jp"', undefined, japanese],
  ['charset.euc.xml', 'application/xml', undefined, japanese],
  ['charset.gb.xml', undefined, undefined, chinese],
  ['charset.gb.xml', 'text/xml; charset=gbk', undefined, chinese],
  ['charset.gb.xml', 'text/xml; charset=no-such-charset', undefined, chinese],
])('%s served as %s is read', async (file, contentType, _declared, title) => {
  const source = sourceOf('nikkei-asia');
  const { entries } = await listEntries(
    source,
    pageOf(bytesOf(file), url, contentType),
    at('2026-01-07T00:00:00.000Z'),
  );
  expect(entries[0]?.title).toBe(title);
});

test('where neither server nor page says any charset the source’s own serves, or the characters tell', () => {
  const bytes = bytesOf('charset.gb.xml').subarray('<?xml version="1.0" encoding="GB2312"?>'.length);
  expect(decode(pageOf(bytes, url), 'gb18030')).toContain(chinese);
  expect(decode(pageOf(bytes, url))).toContain(chinese);
  expect(decode(pageOf(bytes, url, 'text/xml; charset=big5'), 'gb18030')).toContain(chinese);
  const noise = Uint8Array.from({ length: 900 }, (_, i) => 0x80 + ((i * i * 7919) % 128));
  expect(() => decode(pageOf(noise, url))).toThrow(/fit no charset .*set "charset" in the source/);
});

test('UTF-8 is read as UTF-8, whatever the server, the page or the source say', () => {
  const page = `<html><head><meta charset="gb2312"></head><body>${chinese}</body></html>`;
  for (const label of ['gbk', 'iso-8859-1', 'shift_jis']) {
    expect(decode(pageOf(page, url, `text/html; charset=${label}`), 'gb18030')).toBe(page);
  }
});

test('byte order marks decide, and are not read as words', () => {
  expect(decode(pageOf(`\ufeff${chinese}`, url, 'text/plain; charset=gbk'))).toBe(chinese);
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${japanese}`, 'utf16le'));
  expect(decode(pageOf(utf16, url))).toBe(japanese);
  expect(
    decode(
      pageOf(
        utf16.map((_, i) => utf16[i ^ 1] ?? 0),
        url,
      ),
    ),
  ).toBe(japanese);
});

test('one character cut in two does not cost the page', () => {
  const bytes = new TextEncoder().encode(chinese.repeat(10));
  expect(decode(pageOf(bytes.subarray(0, -1), url))).toContain(chinese);
  const quoted = Buffer.from(`The ministry’s ban${' and more words'.repeat(60)}`, 'latin1');
  expect(decode(pageOf(quoted, url, 'text/html; charset=windows-1252'))).toContain('ban');
});

const spoilt: readonly (readonly [string, string, RegExp])[] = [
  ['Chinese read as Latin-1 on its way', Buffer.from(chinese).toString('latin1'), /mojibake/],
  ['replacement characters read as GBK', '锟斤拷锟斤拷锟斤拷', /mojibake/],
  ['bytes that were lost', `商务部\ufffd\ufffd公告`, /unreadable characters|fit no charset/],
  ['question marks for every word', '????????', /question marks for Chinese/],
];
const zh = sourceOf('chinanews-world', { atLeast: 1 });
const now = at('2026-01-07T00:00:00.000Z');
const listed = (titles: readonly string[]) =>
  listEntries(
    zh,
    pageOf(
      `<rss version="2.0"><channel>${titles.map((title, i) => `<item><title>${title}</title><link>${url}/${i}</link><pubDate>2026-01-07</pubDate></item>`).join('')}</channel></rss>`,
      url,
    ),
    now,
  );

test.each(spoilt)('one row that holds %s degrades itself, and costs nothing else', async (_, title, what) => {
  const { entries, dropped, degraded } = await listed([chinese, title, `${chinese}二`]);
  expect(entries.map((entry) => entry.title)).toEqual([chinese, expect.any(String), `${chinese}二`]);
  expect(dropped).toEqual([]);
  expect(degraded).toMatch(what);
  expect(degraded).toMatch(/1 row holds/);
});

test.each(spoilt)('a list that is %s for the most part is refused', async (_, title, what) => {
  const refused = listed([chinese, ...Array.from({ length: 5 }, (_, i) => `${title}${i}`)]);
  await expect(refused).rejects.toThrow(UnexpectedShape);
  await expect(refused).rejects.toThrow(what);
});

test('four question marks in an English headline are English', async () => {
  const source = sourceOf('scmp-china');
  const page = pageOf(
    `<rss version="2.0"><channel><item><title>What???? Really?? Huh????</title><link>${url}</link><pubDate>Tue, 06 Jan 2026 10:00:00 GMT</pubDate></item></channel></rss>`,
    url,
  );
  const { entries, degraded } = await listEntries(source, page, now);
  expect([entries[0]?.title, degraded]).toEqual(['What???? Really?? Huh????', undefined]);
});

test('a masked telephone number and a few lost letters cost an announcement nothing; a tenth of it lost is refused', () => {
  const text = `${'禁止向日本军事用户出口两用物项。'.repeat(20)}电话：010-????1234。\ufffd\ufffd`;
  const page = (body: string) => pageOf(`<html><body><div class="art-con">${body}</div></body></html>`, url);
  const official = sourceOf('mofcom-announcements');
  expect(readArticle(official, { url, title: '公告' }, page(text))).toMatchObject({ text });
  expect(
    readArticle(official, { url, title: '公告' }, page(text.replace(/[\u4e00-\u9fff]{20}/g, '?'.repeat(20)))),
  ).toHaveProperty('text');
  expect(() =>
    readArticle(official, { url, title: '公告' }, page(text.replace(/军事用户出口两用物项/g, '????????'))),
  ).toThrow(/question marks/);
});

test('the escapes of ISO-2022-JP are known whoever declares what, and those of HZ where somebody does', () => {
  const jis = Buffer.from('<html><title>\x1b$BCf9q\x1b(B 2026</title>', 'latin1');
  for (const contentType of [undefined, 'text/html; charset=ISO-2022-JP', 'text/html; charset=utf-8']) {
    expect(decode(pageOf(jis, url, contentType))).toContain('中国 2026');
  }
  const hz = '~{VP9z~} ~~ ~{<SC\\~}';
  expect(decode(pageOf(hz, url, 'text/plain; charset=HZ-GB-2312'))).toMatch(/^中国 ~ /);
  expect(decode(pageOf(hz, url))).toBe(hz);
});

test('a Western page that declares nothing is read as Windows-1252, and a Chinese one is not', () => {
  const western = Buffer.from(
    `Le minist\xe8re annonce \x93une interdiction\x94${' des exportations'.repeat(3)}`,
    'latin1',
  );
  expect(decode(pageOf(western, url))).toContain('Le ministère annonce “une interdiction”');
  expect(decode(pageOf(bytesOf('charset.gb.xml').subarray(40), url))).toContain(chinese);
});

test.each(['windows-1252', 'iso-2022-jp', 'big5', 'euc-kr', 'latin1', 'hz-gb-2312', 'GBK', 'utf-16le'])(
  'a source may name %s',
  (charset) => {
    expect(parseSource({ ...zh, charset }, 'test').charset).toBe(charset);
  },
);

test('a charset that no browser knows is refused by name', () => {
  expect(() => parseSource({ ...zh, charset: 'ebcdic' }, 'test')).toThrow(/charset: Invalid charset/);
});
