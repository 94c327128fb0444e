import { expect, test } from 'vitest';
import { decode } from '../../functions/documents/decode.ts';
import { listEntries } from '../../functions/documents/list-entries.ts';
import { UnexpectedShape } from '../../functions/errors.ts';
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

test('a source’s own charset serves where neither server nor page says any', () => {
  const bytes = bytesOf('charset.gb.xml').subarray('<?xml version="1.0" encoding="GB2312"?>'.length);
  expect(decode(pageOf(bytes, url), 'gb18030')).toContain(chinese);
  expect(() => decode(pageOf(bytes, url))).toThrow(/fit no charset .*set "charset" in the source/);
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

test.each([
  ['Chinese read as Latin-1 on its way', Buffer.from(chinese).toString('latin1')],
  ['replacement characters read as GBK', '锟斤拷锟斤拷锟斤拷'],
  ['question marks for every word', '{"title":"????????","source":"????","columnName":"????"}'],
])('mojibake is never stored: %s', (_, text) => {
  expect(() => decode(pageOf(text, url))).toThrow(UnexpectedShape);
});

test('an excited English headline is no mojibake', () => {
  expect(decode(pageOf('What???? Really??', url))).toContain('????');
});
