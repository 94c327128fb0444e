import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REGION } from '../../functions/local/emulated-table.ts';
import { type Emulators, startEmulators } from '../../functions/local/emulators.ts';
import { ordinaryNotices, type Replica, startReplica } from '../../functions/local/replica.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import { beijingDay, instantOf } from '../../functions/time.ts';
import { filterPolicyOf } from '../../infra/subscribers.ts';

const folder = mkdtempSync(join(tmpdir(), 'operating-'));
let emulators: Emulators;
let replica: Replica;
beforeAll(async () => {
  [emulators, replica] = await Promise.all([startEmulators('operating'), startReplica()]);
});
afterAll(() => Promise.all([emulators.close(), replica.close()]));

/** The command as npm runs it, in a folder of its own. */
function command(
  name: string,
  args: readonly string[],
  { input = '', env = {} } = {},
): Promise<{ status: number | null; out: string }> {
  const file = new URL(`../../functions/local/${name}.ts`, import.meta.url).pathname;
  const child = spawn(process.execPath, [file, ...args], { cwd: folder, env: { ...process.env, ...env } });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (out += String(data)));
  child.stdin.end(input);
  return new Promise((resolve) => {
    child.on('close', (status) => {
      resolve({ status, out });
    });
  });
}

test('a test alert reaches everybody in their language, whatever they chose to hear, and says that it is one', async () => {
  const { sns } = emulators;
  const region = REGION;
  const topics = ['alerts', 'operator'].map((name) => sns.createTopic(name, { region }).topicArn);
  const chosen = {
    narrow: { sms: '+819012345678', language: 'ja', goods: ['antimony'], instruments: ['item-list'] },
    english: { email: 'a@maker.example', language: 'en' },
  } as const;
  for (const [queue, subscriber] of Object.entries(chosen)) {
    sns.createQueue(queue, { region });
    sns.subscribe({
      topic: 'alerts',
      queue,
      region,
      attributes: { FilterPolicy: JSON.stringify(filterPolicyOf(subscriber)) },
    });
  }
  sns.createQueue('operator', { region });
  sns.subscribe({ topic: 'operator', queue: 'operator', region });
  const { status, out } = await command('test-alert', ['--topic', topics[0] ?? '', '--operator', topics[1] ?? '']);
  expect(out).toContain('sent to everybody who reads zh');
  expect(status).toBe(0);
  const subjects = ['narrow', 'english', 'operator'].map((queue) =>
    sns.inspectQueue(queue)?.messages.ready.map(({ body }) => (JSON.parse(body) as { Subject: string }).Subject),
  );
  expect(subjects).toEqual([
    ['【テスト】dual-use-watch: 配信テストです。何も起きていません'],
    ['[TEST] dual-use-watch: this is a test, nothing has happened'],
    ['[TEST] dual-use-watch: this is a test, nothing has happened'],
  ]);
});

test('setup asks until it is answered, and plans what it would do', async () => {
  const input = 'ap-northeast-1\nada@maker.example\nja\nnonsense\n+819012345678\nen\n\nops@maker.example\n\n';
  const { status, out } = await command('setup', ['--plan'], { input });
  expect(status).toBe(0);
  expect(out).toContain('"nonsense" is not understood');
  expect(out).toMatch(/"email": "ada@maker\.example"[^]*"sms": "\+819012345678"[^]*"operator": "ops@maker\.example"/);
  expect(out).toMatch(/would run: npx cdk bootstrap\nwould run: npx cdk deploy/);
});

test('setup from a file asks nothing, and a fault in it is told before anything is made', async () => {
  writeFileSync(
    join(folder, 'good.json'),
    JSON.stringify({ subscribers: [{ email: 'a@maker.example', language: 'ja' }] }),
  );
  writeFileSync(
    join(folder, 'bad.json'),
    JSON.stringify({ subscribers: [{ email: 'a@maker.example', language: 'fr' }] }),
  );
  const args = ['--yes', '--region', 'ap-northeast-1', '--plan', '--file'];
  const good = await command('setup', [...args, 'good.json']);
  expect(good).toMatchObject({ status: 0 });
  expect(good.out).toContain('note: watch.operator: not set');
  const bad = await command('setup', [...args, 'bad.json']);
  expect(bad).toEqual({ status: 1, out: 'watch.subscribers[0].language: "fr"; allowed is one of en, ja, zh\n' });
  const cut = await command('setup', ['--plan'], { input: 'ap-northeast-1\n' });
  expect(cut.out).toMatch(/the questions ended before their answers did/);
});

test('the doctor asks each source once, holds it against the catalogue, and keeps what it answered', async () => {
  const index = catalogue.find(({ id }) => id === 'mofcom-announcements');
  const today = beijingDay(instantOf(Date.now()) ?? ('' as never));
  replica.show({
    sources: index ? [index] : [],
    announced: { 'mofcom-announcements': ordinaryNotices(30, today) },
    headlines: {},
  });
  const { status, out } = await command(
    'doctor',
    ['--sources', '--only', 'mofcom-announcements,meti', '--keep', 'answers'],
    { env: { WATCH_REPLICA: replica.address } },
  );
  expect(out).toMatch(/mofcom-announcements +as expected +\d+ +\d+/);
  expect(out).toMatch(/meti +unreachable/);
  expect(out).toContain('1 of 2 as expected');
  expect(status).toBe(1);
  const kept = readFileSync(join(folder, 'answers', 'mofcom-announcements.body'), 'utf8');
  expect(kept).toContain('<html');
  expect(JSON.parse(readFileSync(join(folder, 'answers', 'mofcom-announcements.json'), 'utf8'))).toMatchObject({
    source: 'mofcom-announcements',
    url: expect.stringContaining('https://www.mofcom.gov.cn/') as string,
  });
});

test.each([
  ['restore', ['--table', 'a', '--to', 'b', '--at', 'yesterday'], /--at: "yesterday" is no moment/],
  ['restore', [], /--table and --to are needed/],
  ['setup', ['--yes'], /--yes needs --file/],
  ['doctor', ['--sources', '--only', 'nowhere'], /--only: "nowhere" is no source/],
] as const)('%s %j says in one line what is wrong', async (name, args, words) => {
  const { status, out } = await command(name, args);
  expect(out).toMatch(words);
  expect(out).not.toMatch(/\n\s+at /);
  expect(status).toBe(1);
});

test.each([
  ['v20.20.2', 1],
  ['v22.17.1', 1],
  ['v22.18.0', 0],
  ['v23.5.0', 1],
  ['v24.0.0', 0],
  ['v26.10.0', 0],
])('Node %s is told in one line that it is too old, or runs what there is: status %i', (version, expected) => {
  const as = `Object.defineProperty(process, 'versions', { value: { node: '${version.slice(1)}' } })`;
  const file = new URL('../../functions/local/needs-node.js', import.meta.url).pathname;
  const { status, stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${as}`, file]);
  expect(status).toBe(expected);
  const words = /^dual-use-watch: Node 22\.18 or newer is needed; this is v.+ at .+: install Node 24 from https:.+\n$/;
  if (expected === 1) expect(String(stderr)).toMatch(words);
});

test('the Node that npm brings along is optional, held by its hash, runs no script, and is of the major that Lambda runs', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Record<string, unknown>>;
  };
  const pinned = packages['node_modules/node'];
  expect(pinned).toMatchObject({ optional: true, integrity: expect.stringMatching(/^sha512-/) as string });
  expect(pinned).not.toHaveProperty('hasInstallScript');
  expect(pinned?.['version']).toMatch(/^24\./);
});
