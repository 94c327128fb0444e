import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentIdOf, fingerprintOf } from '../../functions/documents/fingerprint.ts';

test.each([
  ['http://www.mofcom.gov.cn/zcfb/index.html', 'mofcom.gov.cn/zcfb'],
  ['https://mofcom.gov.cn/zcfb/', 'mofcom.gov.cn/zcfb'],
  ['https://WWW.MOFCOM.GOV.CN/zcfb', 'mofcom.gov.cn/zcfb'],
  ['https://www.example.com/', 'example.com'],
  ['https://www.scmp.com/news/article/1/Title?utm_source=rss_feed&utm_medium=x', 'scmp.com/news/article/1/Title'],
  ['https://www.jiji.com/jc/article?k=2026&g=eco', 'jiji.com/jc/article?g=eco&k=2026'],
  ['https://www.asahi.com/articles/A1.html?ref=rss&iref=top#xtor=RSS-1', 'asahi.com/articles/A1.html'],
  ['https://www.kantei.go.jp/news.html#n3', 'kantei.go.jp/news.html#n3'],
  ['http://localhost:8080/index.shtml', 'localhost:8080'],
  ['no address at all', 'no address at all'],
])('%s is %s', (address, id) => {
  expect(documentIdOf(address)).toBe(id);
});

test('an address and its tracked, upper-case, insecure copy are one document', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
      const copy = new URL(address);
      copy.protocol = copy.protocol === 'http:' ? 'https:' : 'http:';
      copy.searchParams.append('utm_campaign', 'x');
      expect(documentIdOf(copy.href)).toBe(documentIdOf(address));
      expect(documentIdOf(`https://${documentIdOf(address)}`)).toBe(documentIdOf(address));
    }),
  );
});

test('a fingerprint is blind to white space and width, and to nothing else', () => {
  const one = fingerprintOf('商务部公告2026年第1号', '禁止所有两用物项（ＡＢＣ１２３）\n出口。');
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(fingerprintOf(' 商务部公告 2026年第1号', '　禁止所有两用物项(ABC123)出口。\r\n')).toBe(one);
  expect(fingerprintOf('商务部公告2026年第1号', '禁止所有两用物项（ABC124）出口。')).not.toBe(one);
  expect(fingerprintOf('商务部公告2026年第1号禁止', '所有两用物项（ABC123）出口。')).not.toBe(one);
});
