import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fiveActs } from '../bench/headlines.ts';
import { type Replica, startReplica } from '../../functions/local/replica.ts';
import type { Headline } from '../../functions/local/wire-pages.ts';
import type { Source } from '../../functions/sources/source.ts';
import { addMinutes, type Instant } from '../../functions/time.ts';
import { headline } from '../stories/telling.ts';

const NOW = '2026-02-24T03:00:00.000Z' as Instant;
const folder = mkdtempSync(join(tmpdir(), 'poll-once-'));
const source: Source = {
  id: 'gazette',
  publisher: 'The Gazette',
  authority: 'press',
  language: 'en',
  format: 'feed',
  url: 'https://www.scmp.com/rss/91/feed',
  every: 30,
  atLeast: 5,
};
let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
});
afterAll(() => replica.close());

// Node 22 says of its own SQLite and of TypeScript that they are experiments.
const quiet = '--disable-warning=ExperimentalWarning';

async function pollOnce(catalogue: string, minutes = 0): Promise<{ status: unknown; out: string; error: string }> {
  const command = new URL('../../functions/local/quickly.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [quiet, command, 'poll-listed', '--catalogue', catalogue, '--state', 'state'], {
    cwd: folder,
    env: { ...process.env, WATCH_REPLICA: replica.address, WATCH_CLOCK: addMinutes(NOW, minutes) },
  });
  const status = new Promise((resolve) => child.on('close', resolve));
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, out, error };
}

function show(news: readonly Headline[]): void {
  const ordinary = Array.from({ length: 10 }, (_, i) =>
    headline(`Weather report ${i}`, addMinutes(NOW, -60 * (i + 1))),
  );
  replica.show({ sources: [source], announced: {}, headlines: { gazette: [...news, ...ordinary] } });
}

const fileOf = (name: string, content: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
};

test('the first run learns, an unchanged one is silent, and each new act is one line, once', async () => {
  const catalogue = fileOf('catalogue.json', [source]);
  show([]);
  expect(await pollOnce(catalogue)).toEqual({ status: 0, out: '', error: '' });
  expect(await pollOnce(catalogue, 10)).toEqual({ status: 0, out: '', error: '' });
  show(fiveActs.map((title, i) => headline(title, addMinutes(NOW, 20 + i))));
  const { status, out, error } = await pollOnce(catalogue, 30);
  expect([status, error]).toEqual([0, '']);
  expect(out.trim().split('\n')).toHaveLength(5);
  expect(out).toMatch(/^\[[^\]]+\] .*#1\n/);
  expect(await pollOnce(catalogue, 40)).toEqual({ status: 0, out: '', error: '' });
});

test('it is loaded as one file, which is made anew when what it was made from has changed', async () => {
  const catalogue = fileOf('again.json', [source]);
  const list = new URL('../../node_modules/.cache/dual-use-watch/poll-listed.json', import.meta.url).pathname;
  const made = readFileSync(list, 'utf8');
  expect(made).toContain('functions/runs/poll-source.ts');
  writeFileSync(list, made.replace(/(functions\/runs\/poll-source\.ts",")\d/, '$10'));
  expect(await pollOnce(catalogue, 50)).toEqual({ status: 0, out: '', error: '' });
  expect(readFileSync(list, 'utf8')).toBe(made);
});

test('poll-once.ts does the same by itself', async () => {
  const command = new URL('../../functions/local/poll-once.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [command, '--help']);
  expect(await text(child.stdout)).toMatch(/^Usage: npm run poll-once/);
});

test('a source that cannot be read is named, and the others are polled', async () => {
  show([]);
  const absent = { ...source, id: 'absent', url: 'https://www.scmp.com/nowhere' };
  const { status, out, error } = await pollOnce(fileOf('partly.json', [absent, source]));
  expect(status).toBe(1);
  expect(out).toBe('');
  expect(error).toMatch(/^absent: .*404.*\n$/);
});

test.each([
  ['no array', { ...source }, /no-array\.json: expected an array of Sources/],
  ['no source', [source, { id: 'x' }], /no-source\.json, source 2: /],
  ['one id twice', [source, source], /one-id-twice\.json: two sources are called "gazette"/],
])('%s is refused in one line', async (name, content, message) => {
  const { status, error } = await pollOnce(fileOf(`${name.replaceAll(' ', '-')}.json`, content));
  expect(error).toMatch(message);
  expect(error.trim().split('\n')).toHaveLength(1);
  expect(status).toBe(1);
});
