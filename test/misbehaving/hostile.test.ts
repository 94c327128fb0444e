import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulators, startEmulators } from '../../functions/local/emulators.ts';
import { type Instead, ordinaryNotices, type Replica, startReplica } from '../../functions/local/replica.ts';
import { setClock } from '../../functions/local/world.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import type { BeijingDate, Instant } from '../../functions/time.ts';
import { feed, item, newsOf } from './row.ts';

const script = new URL('hostile-poll.ts', import.meta.url).pathname;
// The heap of a function with 256 MB.
const heap = ['--max-old-space-size=160', '--max-semi-space-size=8', '--disable-warning=ExperimentalWarning'];
const [index, press] = ['mofcom-announcements', 'scmp-china'];
const sources = catalogue.filter(({ id }) => id === index || id === press);
const { host, pathname } = new URL(sources.find(({ id }) => id === press)?.url ?? '');

const laughs = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};&e${i};&e${i};">`).join('');
const titled = (title: string): string => item(title, { link: newsOf('hostile') });
const many = (times: number, of: (i: number) => string): string =>
  Array.from({ length: times }, (_, i) => of(i)).join('');
const endless: Instead = (_, response) => {
  const chunk = Buffer.alloc(65_536, '<item>');
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
};
let hop = 0;

const short = (i: number): string => `<item><title>News ${i}</title><link>https://x.example/${i}</link></item>`;

/** What is served, and what the poll says of it. */
const hostile: readonly (readonly [name: string, served: Instead, says: RegExp])[] = [
  ['a billion laughs', { body: `<!DOCTYPE rss [<!ENTITY e0 "ha">${laughs}]>${feed(titled('&e30;'))}` }, /^read, 2 listed/],
  ['an external entity', { body: `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${feed(titled('&x;'))}` }, /^read, 2 listed/],
  ['20,000 levels', { body: feed(item('Deep', { extra: `<description>${'<b>'.repeat(20_000)}${'</b>'.repeat(20_000)}</description>` })) }, /^read, 2 listed/],
  ['20,000 levels that never close', { body: feed('<item>'.repeat(20_000)) }, /^read, 1 listed/],
  ['50,000 escaped tags in each of twenty descriptions', { body: feed(many(20, (i) => item(`Long ${i}`, { extra: `<description>${'&lt;'.repeat(50_000)}</description>` }))) }, /^read, 21 listed/],
  ['100,000 items', { body: feed(many(100_000, short)) }, /^read, 1000 listed/],
  ['100,000 items in 20 MB', { body: feed(many(100_000, (i) => item(`News ${i}`))) }, /^failed, .*too large/],
  ['NULs, bidi overrides and scripts', { body: feed(many(50, (i) => titled(`\u0000\u202eNews ${i}<script>alert(1)</script>\u200b&lt;img onerror=x&gt;`))) }, /^read, 51 listed/],
  ['five gigabytes of zeros in five megabytes', (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb), /^failed, .*too large/],
  ['a body without end', endless, /^failed, .*too large/],
  ['a header bomb', (request) => void request.socket.end(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(500_000)}\r\n`), /^failed, .*too large/],
  ['redirects without end', (_, response) => void response.writeHead(302, { location: `/rss/4/feed?${hop++}` }).end(), /^failed, .*redirect/],
  ['a server that falls silent', (_, response) => void response.writeHead(200, { 'content-type': 'text/xml' }).write('<rss'), /^failed, .*fell silent/],
]; // prettier-ignore
const bomb = Buffer.concat(Array<Buffer>(500).fill(gzipSync(Buffer.alloc(10_000_000))));

let emulators: Emulators;
let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
  emulators = await startEmulators('hostile');
  Object.assign(process.env, { WATCH_TABLE: 'hostile', WATCH_CONTACT: 'x@maker.example', WATCH_REPLICA: replica.address, POWERTOOLS_LOG_LEVEL: 'SILENT' });
  setClock('2026-02-24T03:00:00.000Z' as Instant);
}); // prettier-ignore
afterAll(async () => {
  await emulators.close();
  await replica.close();
});

interface Told {
  readonly outcomes: readonly {
    readonly outcome: string;
    readonly listed: number;
    readonly faults: readonly string[];
  }[];
  readonly seconds: number;
  readonly megabytes: number;
}

// One after the other: the replica shows one scene at a time.
test.each(hostile)('%s: five seconds and 256 MB suffice for the poll, and the next source is read', { timeout: 60_000 }, async (_, served, says) => {
  replica.show({
    sources,
    announced: { [index]: ordinaryNotices(16, '2026-02-24' as BeijingDate) },
    headlines: {},
    instead: { [`${host}${pathname}`]: served },
  });
  const { stdout } = await promisify(execFile)(process.execPath, [...heap, script, press, index]);
  const { outcomes, seconds, megabytes } = JSON.parse(stdout) as Told;
  const [first, next] = outcomes.map(({ outcome, listed, faults }) => `${outcome}, ${listed} listed, ${faults.join()}`);
  expect(first).toMatch(says);
  expect(next).toMatch(/^(?:read, 16|unchanged, 0) listed, $/);
  expect(seconds).toBeLessThan(5);
  expect(megabytes).toBeLessThan(256);
}); // prettier-ignore
