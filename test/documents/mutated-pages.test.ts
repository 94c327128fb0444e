import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listEntries } from '../../functions/documents/list-entries.ts';
import { readArticle } from '../../functions/documents/read-document.ts';
import { SourceUnavailable, UnexpectedShape } from '../../functions/errors.ts';
import { at, bytesOf, pageOf, sourceOf } from './fixture-page.ts';

/** What goes wrong on the wire and in templates: bytes lost, doubled, swapped for others, markup cut in two. */
const damage = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 400 }),
  instead: fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .constantFrom('<', '>', '"', '&', ']]>', '<![CDATA[', '<!--', '</div>', '</item>', '{}', 'null', '\0', '\u202e')
      .map((text) => new TextEncoder().encode(text)),
    fc.string({ unit: 'binary', maxLength: 40 }).map((text) => new TextEncoder().encode(text)),
  ),
  twice: fc.boolean(),
});
type Damage = Parameters<
  Parameters<typeof fc.property<[{ from: number; length: number; instead: Uint8Array; twice: boolean }]>>[1]
>[0];

function damaged(bytes: Uint8Array, all: readonly Damage[]): Uint8Array {
  let result = Buffer.from(bytes);
  for (const { from, length, instead, twice } of all) {
    const start = Math.floor(from * result.length);
    const cut = result.subarray(start, start + length);
    result = Buffer.concat([
      result.subarray(0, start),
      twice ? Buffer.concat([cut, cut]) : instead,
      result.subarray(start + length),
    ]);
  }
  return result;
}

const now = at('2026-08-01T00:00:00.000Z');
const runs = { numRuns: 150 };

test.each([
  ['mofcom-announcements', 'mofcom-index.html'],
  ['mofcom-policy-releases', 'jpaas-list.json'],
  ['export-control-notices', 'exportcontrol-list.json'],
  ['govcn-latest-policy', 'govcn-list.json'],
  ['japan-times', 'feed.rss-2.0.xml'],
  ['nikkei-xtech', 'feed.rdf.xml'],
  ['meti', 'feed.atom.xml'],
  ['google-news-ja', 'feed.google-news.xml'],
  ['ecns', 'feed.broken-entities.xml'],
  ['nikkei-asia', 'charset.sjis.xml'],
])('however %s’s list is damaged (%s), it is read or refused', async (id, file) => {
  const source = sourceOf(id);
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 6 }), async (all) => {
      try {
        const { entries } = await listEntries(source, pageOf(damaged(bytesOf(file), all), source.url), now);
        for (const { url, title, summary = '' } of entries) {
          expect(URL.canParse(url)).toBe(true);
          expect(title).toMatch(/\S/);
          expect(title + summary).not.toMatch(/[\0-\x08\u200b\u202e]/);
          expect(title.length).toBeLessThanOrEqual(500);
        }
      } catch (error) {
        if (!(error instanceof UnexpectedShape) && !(error instanceof SourceUnavailable)) throw error;
        expect(error.message.startsWith(`${id} `)).toBe(true);
      }
    }),
    runs,
  );
});

test.each([
  ['mofcom-policy-releases', 'announcement-2026-11.html'],
  ['mofcom-policy-releases', 'announcement-2026-12.html'],
  ['export-control-notices', 'announcement-2026-1.exportcontrol.html'],
  ['govcn-latest-policy', 'govcn-article.html'],
  ['mofcom-policy-releases', 'moved.meta.html'],
])('however an article of %s is damaged (%s), it is read, followed or refused', (id, file) => {
  const source = sourceOf(id);
  const url = 'https://www.mofcom.gov.cn/a.html';
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 6 }), (all) => {
      try {
        const result = readArticle(source, { url, title: '公告' }, pageOf(damaged(bytesOf(file), all), url));
        if ('moved' in result) expect(URL.canParse(result.moved)).toBe(true);
        else expect(result.text.length + (result.unread?.length ?? 0)).toBeGreaterThan(0);
      } catch (error) {
        if (!(error instanceof UnexpectedShape) && !(error instanceof SourceUnavailable)) throw error;
      }
    }),
    runs,
  );
});

test('a page that is anything at all is read or refused', async () => {
  const sources = ['mofcom-announcements', 'mofcom-policy-releases', 'export-control-notices', 'scmp-china'].map((id) =>
    sourceOf(id),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...sources),
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((json) => Buffer.from(json)),
      ),
      async (source, bytes) => {
        const error: unknown = await listEntries(
          source,
          pageOf(bytes, source.url.replace('{year}', '2026')),
          now,
        ).catch((reason: unknown) => reason);
        expect(error instanceof UnexpectedShape || error instanceof SourceUnavailable).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
