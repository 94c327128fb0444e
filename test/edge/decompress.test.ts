import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decompress } from '../../functions/edge/decompress.ts';

const page = Buffer.from('<rss version="2.0"><channel><title>商务部公告</title></channel></rss>');
const list = Buffer.from('[{"TITLE":"商务部公告2026年第1号"}]');

test.each([
  ['gzip', gzipSync(page), 'gzip'],
  ['gzip that nobody announced', gzipSync(page), undefined],
  ['gzip announced as brotli and as nothing known', gzipSync(page), 'x-none'],
  ['gzip twice', gzipSync(gzipSync(page)), 'gzip'],
  ['brotli', brotliCompressSync(page), 'BR'],
  ['deflate', deflateSync(page), 'deflate'],
  ['bare deflate', deflateRawSync(page), 'deflate'],
  ['brotli inside gzip', gzipSync(brotliCompressSync(page)), 'br, gzip'],
  ['plain text', page, undefined],
  ['plain text announced as gzip', page, 'gzip'],
  ['plain text announced as brotli', page, 'br'],
  ['plain text announced as deflate', page, 'deflate'],
  ['plain text announced as a charset', page, 'utf-8'],
  ['plain text announced with a name every object has', page, 'constructor, __proto__'],
])('%s unfolds to the page', (_what, body, encoding) => {
  expect(decompress(body, encoding, 1_000).toString()).toBe(page.toString());
});

test.each(['br', 'deflate', 'gzip'])('a plain list announced as %s is taken as it stands', (encoding) => {
  expect(decompress(list, encoding, 1_000).toString()).toBe(list.toString());
});

test.each([
  ['gzip', gzipSync(page)],
  ['br', brotliCompressSync(page)],
  ['deflate', deflateSync(page)],
])('a body cut off inside its %s is broken', (encoding, body) => {
  expect(() => decompress(body.subarray(0, -12), encoding, 1_000)).toThrow();
});

test.each([
  ['gzip', gzipSync(Buffer.alloc(1_000_000))],
  ['br', brotliCompressSync(Buffer.alloc(1_000_000))],
  ['deflate', deflateSync(Buffer.alloc(1_000_000))],
  ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(1_000_000)))],
])('a bomb in %s is given up at the limit', (encoding, body) => {
  expect(() => decompress(body, encoding, 100_000)).toThrow(expect.objectContaining({ code: 'ERR_BUFFER_TOO_LARGE' }));
});

test('whatever is sent and announced, no more than the limit or the body itself comes out', () => {
  const encodings = fc.array(fc.constantFrom('gzip', 'br', 'deflate', 'identity'), { maxLength: 5 });
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.uint8Array().map((bytes) => gzipSync(bytes)),
  );
  fc.assert(
    fc.property(bodies, encodings, (bytes, applied) => {
      const body = Buffer.from(bytes);
      try {
        expect(decompress(body, applied.join(', '), 50).length).toBeLessThanOrEqual(Math.max(50, body.length));
      } catch (error) {
        expect(error).toHaveProperty('code');
      }
    }),
  );
});
