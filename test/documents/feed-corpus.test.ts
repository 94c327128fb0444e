import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listEntries } from '../../functions/documents/list-entries.ts';
import { at, sourceOf } from './fixture-page.ts';

/** What must be read of a feed, written by hand beside it. `*` stands for a wording that is not what the case is about. */
interface Expected {
  readonly says: string;
  readonly entries: readonly {
    readonly title: string;
    readonly url: string;
    readonly at?: string;
    readonly on?: string;
    readonly summary?: string;
    readonly publisher?: string;
  }[];
  readonly zone?: '+08:00' | '+09:00';
  readonly contentType?: string;
  /** Rows that are left out, and counted. */
  readonly dropped?: number;
  /** The operator hears that something is wrong with the feed. */
  readonly degraded?: true;
  /** The summary's spaces are not what the case is about. */
  readonly loose?: true;
}

const folder = new URL('feeds/', import.meta.url);
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.xml') ? [file.slice(0, -4)] : []));
const url = 'https://desk.example/feeds/feed.xml';
const now = at('2026-11-25T09:00:00.000Z');
const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Expected;

test('the corpus is as large as it is said to be', () => {
  expect(names.length).toBeGreaterThanOrEqual(150);
});

test.each(names.map((name) => [name, expectedOf(name)] as const))('%s', async (name, expected) => {
  const { newestWithin: _, zone: __, perDay: ___, ...rest } = sourceOf('nikkei-asia');
  const source = { ...rest, url, ...(expected.zone && { zone: expected.zone }) };
  const bytes = new Uint8Array(readFileSync(new URL(`${name}.xml`, folder)));
  const page = {
    kind: 'page',
    url,
    bytes,
    validators: {},
    ...(expected.contentType && { contentType: expected.contentType }),
  } as const;
  const { entries, dropped, degraded } = await listEntries(source, page, now);
  const like = (wanted: string): unknown =>
    wanted.endsWith('*') ? expect.stringContaining(wanted.slice(0, -1)) : wanted;
  expect(entries, expected.says).toEqual(
    expected.entries.map(({ title, url: address, at: instant, on, summary, publisher }) => ({
      title: like(title),
      url: like(address),
      ...(instant && { publishedAt: expect.stringContaining(instant.slice(0, 19)) as string }),
      ...(on && { publishedOn: on }),
      ...(summary && { summary: expected.loose ? (expect.any(String) as string) : summary }),
      ...(publisher && { publisher }),
    })),
  );
  expect(
    dropped.reduce((sum, { count }) => sum + count, 0),
    degraded,
  ).toBe(expected.dropped ?? 0);
  expect(degraded !== undefined, degraded).toBe(expected.degraded ?? false);
});
