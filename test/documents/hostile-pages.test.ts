import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import Parser from 'rss-parser';
import { expect, test } from 'vitest';
import { listEntries } from '../../functions/documents/list-entries.ts';
import { hostilePages } from './hostile-page.ts';
import { at, pageOf, sourceOf } from './fixture-page.ts';

const script = new URL('hostile-page.ts', import.meta.url).pathname;
// The heap of a function with 256 MB.
const heap = ['--max-old-space-size=160', '--max-semi-space-size=8', '--disable-warning=ExperimentalWarning'];

test.concurrent.each(hostilePages)('five seconds and 256 MB suffice for %s', { timeout: 30_000 }, async (name) => {
  const { stdout } = await promisify(execFile)(process.execPath, [...heap, script, name]);
  const { outcome, seconds, megabytes } = JSON.parse(stdout) as { outcome: string; seconds: number; megabytes: number };
  expect(outcome).toMatch(/^(?:\d+ entries|a document of \d+ characters|UnexpectedShape)$/);
  expect(seconds).toBeLessThan(5);
  expect(megabytes).toBeLessThan(256);
});

test('a feed of fifty items costs little more than rss-parser alone', async () => {
  // As a newspaper writes them: escaped paragraphs with links, two or three kilobytes each.
  const paragraph = `&lt;p&gt;China’s ministry said it bans &lt;a href="https://www.example.com/world/japan"&gt;exports to Japan&lt;/a&gt;.&lt;/p&gt; `;
  const summary = paragraph.repeat(20);
  const items = Array.from(
    { length: 50 },
    (_, i) => `<item><title>Story ${i}</title><link>https://www.example.com/${i}</link><guid>${i}</guid>
      <pubDate>Tue, 06 Jan 2026 10:00:00 GMT</pubDate><description>${summary}</description></item>`,
  ).join('\n');
  const feed = `<rss version="2.0"><channel><title>News</title>${items}</channel></rss>`;
  const source = sourceOf('nikkei-asia');
  const page = pageOf(feed, source.url);
  const now = at('2026-01-07T00:00:00.000Z');
  const best = { theirs: Infinity, ours: Infinity };
  const spent = (): number => process.cpuUsage().user + process.cpuUsage().system;
  for (let round = 0; round < 60; round++) {
    const start = spent();
    await new Parser().parseString(new TextDecoder().decode(page.bytes));
    const middle = spent();
    await listEntries(source, page, now);
    best.theirs = Math.min(best.theirs, middle - start);
    best.ours = Math.min(best.ours, spent() - middle);
  }
  expect(best.ours / best.theirs).toBeLessThan(1.5);
});
