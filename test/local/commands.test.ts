import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ordinaryNotices, type Replica, startReplica } from '../../functions/local/replica.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import type { Source } from '../../functions/sources/source.ts';
import type { BeijingDate } from '../../functions/time.ts';
import { announce } from '../stories/telling.ts';

const folder = mkdtempSync(join(tmpdir(), 'commands-'));
const index = catalogue.find(({ id }) => id === 'mofcom-announcements') as Source;
let replica: Replica;
beforeAll(async () => {
  replica = await startReplica();
});
afterAll(() => replica.close());

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

// Node 22 says of its own SQLite and of TypeScript that they are experiments.
const quiet = '--disable-warning=ExperimentalWarning';

/** Runs a command as npm does, in a folder of its own. */
function command(name: string, args: readonly string[], input = '', env: Record<string, string> = {}): Promise<Ran> {
  const file = new URL(`../../functions/local/${name}.ts`, import.meta.url).pathname;
  const child = spawn(process.execPath, [quiet, file, ...args], { cwd: folder, env: { ...process.env, ...env } });
  let [out, error] = ['', ''];
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (error += String(data)));
  child.stdin.end(input);
  return new Promise((resolve) => {
    child.on('close', (status) => {
      resolve({ status, out, error });
    });
  });
}

const ban = {
  id: 'ban',
  authority: 'official',
  publisher: '商务部',
  url: 'https://www.mofcom.gov.cn/zcfb/1.html',
  language: 'zh',
  title: '商务部公告2026年第1号 关于加强两用物项对日本出口管制的公告',
  text: '禁止所有两用物项对日本军事用户、军事用途出口。本公告自公布之日起正式实施。',
  publishedAt: '2026-01-06',
};
const weather = { ...ban, id: 'weather', authority: 'press', title: 'Rain in Tokyo', text: '' };

test('judge reads lines, names a bad one by its number, and goes on', async () => {
  const lines = [JSON.stringify(ban), '{"id": "x"}', 'no JSON', JSON.stringify(weather)].join('\n');
  const { status, out, error } = await command('judge', [], lines);
  const judged = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(judged.map(({ id, relevant }) => [id, relevant])).toEqual([
    ['ban', true],
    ['weather', false],
  ]);
  expect(judged[0]).toMatchObject({
    instrument: 'country-ban',
    reach: 'japan',
    announcement: 'mofcom/2026/1',
    effectiveOn: '2026-01-06',
  });
  expect(error).toMatch(/standard input, line 2: authority/);
  expect(error).toMatch(/standard input, line 3: /);
  expect(status).toBe(1);
});

test('replay writes one line per alert, and its journal answers what was in force', async () => {
  const documents = join(folder, 'documents.jsonl');
  const alerts = join(folder, 'alerts.jsonl');
  const suspension = {
    ...ban,
    id: 'suspension',
    title: '商务部公告2026年第40号 关于暂停实施商务部公告2026年第1号的公告',
    text: '决定自2026年3月1日起至2026年4月30日，暂停实施商务部公告2026年第1号（关于加强两用物项对日本出口管制的公告）。',
    publishedAt: '2026-03-01',
  };
  writeFileSync(documents, [ban, suspension, weather].map((one) => JSON.stringify(one)).join('\n'));
  const ran = await command('replay', [
    '--documents',
    documents,
    '--alerts',
    alerts,
    '--until',
    '2026-05-02',
    '--state',
    'replayed',
  ]);
  expect(ran).toMatchObject({ status: 0, error: '' });
  const written = readFileSync(alerts, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(written.map(({ kind, document, day }) => [kind, document ?? day])).toEqual([
    ['imposed', 'ban'],
    ['suspended', 'suspension'],
    ['due', '2026-03-31'],
    ['due', '2026-04-23'],
    ['due', '2026-04-29'],
    ['due', '2026-05-01'],
  ]);
  expect(Object.keys(written[0]?.['email'] as object)).toEqual(['en', 'ja', 'zh']);
  for (const [on, standing] of [
    ['2026-02-01', 'in-force'],
    ['2026-04-30', 'suspended'],
    ['2026-05-01', 'in-force'],
  ]) {
    const { out } = await command('register', ['--on', on ?? '', '--json', '--only-read', '--state', 'replayed']);
    expect((JSON.parse(out) as { standing: { kind: string } }[]).map((row) => row.standing.kind)).toEqual([standing]);
  }
});

test('backfill reads past years and tells nobody; a second run adds nothing', async () => {
  const list = announce(
    '商务部公告2025年第90号 公布将1家日本实体列入出口管制管控名单',
    '2025-06-02',
    '决定将1家日本实体列入出口管制管控名单。本公告自公布之日起正式实施。\n附件\n1.甲山株式会社（Koyama Co., Ltd.）',
  );
  replica.show({
    sources: [index],
    announced: { [index.id]: [list, ...ordinaryNotices(30, '2025-06-01' as BeijingDate)] },
    headlines: {},
  });
  const env = { WATCH_REPLICA: replica.address, WATCH_CLOCK: '2025-12-01T00:00:00Z' };
  const first = await command('backfill', ['--from', '2025', '--state', 'filled'], '', env);
  expect(first).toMatchObject({ status: 0, error: '' });
  expect(first.out).toBe(
    [
      'starter register: 32 measures entered\n',
      'mofcom-announcements-2025: 31 pages read, 1 change recorded\n',
      'starter register: 32 measures still compiled, the text not read\n',
    ].join(''),
  );
  const second = await command('backfill', ['--from', '2025', '--state', 'filled'], '', env);
  expect(second.out).toContain('starter register: 0 measures entered\n');
  expect(second.out).toContain('mofcom-announcements-2025: 0 pages read, 0 changes recorded\n');
  const { out } = await command('register', ['--on', '2025-12-01', '--full', '--state', 'filled']);
  expect(out).toContain('1. 甲山株式会社 / Koyama Co., Ltd.');
});

test('start tells the whole story, and ends well', async () => {
  const { status, out } = await command('start', []);
  expect(status).toBe(0);
  const mails = [...out.matchAll(/e-mail to compliance@maker\.example\nSubject: (.*)/g)].map(([, subject]) => subject);
  expect(mails).toHaveLength(4);
  expect(mails[0]).toMatch(/NOT confirmed/);
  expect(out).toContain('nothing new');
  expect(out).toContain('Register on 2026-02-24');
}, 30_000);

test.each([
  ['invoke', ['dance'], /"dance" is no function; there are poll, notify and calendar/],
  ['invoke', ['poll', '--event', 'absent.json'], /absent\.json/],
  ['register', ['--on', '2026-02-30'], /--on: "2026-02-30" is no day; write YYYY-MM-DD/],
  ['register', ['--state', 'empty', '--only-read'], /empty: the journal is empty/],
  ['replay', ['--documents', 'absent.jsonl', '--alerts', 'a.jsonl'], /absent\.jsonl/],
  ['backfill', ['--from', 'yore'], /--from: "yore" is no year/],
  ['judge', ['--what'], /Unknown option '--what'[^]*Usage:/],
  [
    'subscribe',
    ['--topic', 'arn:x', '--email', 'a@b.example', '--language', 'fr'],
    /--language: "fr"; allowed is one of en, ja, zh/,
  ],
  ['evaluate', ['--corpus', 'absent'], /--corpus: "absent" is no folder/],
] as const)('%s %j says in one line what is wrong', async (name, args, message) => {
  const { status, error } = await command(name, args);
  expect(error).toMatch(message);
  expect(error).not.toMatch(/\n\s+at /);
  expect(status).toBe(1);
});
