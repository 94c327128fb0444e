import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Answer } from '../../functions/screening/answer.ts';

vi.setConfig({ testTimeout: 60_000 }); // a process a command
const folder = mkdtempSync(join(tmpdir(), 'ask-'));
const env = { ...process.env, WATCH_CLOCK: '2026-11-25T12:00:00Z' };

function command(name: string, ...args: readonly string[]): { status: number | null; out: string; error: string } {
  const file = new URL(`../../functions/local/${name}.ts`, import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, out: stdout, error: stderr };
}

test('a journal that holds nothing answers from the starter register, and says that nobody here read it', () => {
  const { status, out } = command('ask', '三菱重工業', 'IHI Aerospace', '日産自動車', '--on', '2026-03-01');
  expect(status).toBe(0);
  expect(out).toContain('三菱重工業 on 2026-03-01: POSSIBLE: check');
  expect(out).toContain('IHI Aerospace on 2026-03-01: LISTED');
  expect(out).toContain('日産自動車 on 2026-03-01: no match in what we have read');
  expect(out).toContain('not read by this watch');
  expect(out).toContain('Published later: mofcom/2026/27');
  expect(out).toContain('No match is not clear');
});

test('what was not known yet is not answered', () => {
  const { out } = command('ask', 'IHI Aerospace', '--on', '2026-03-01', '--known-by', '2026-02-25', '--json');
  const [answer] = JSON.parse(out) as readonly Answer[];
  expect(answer).toMatchObject({ verdict: 'no-match', knownBy: '2026-02-25T15:59:59.999Z', on: '2026-03-01' });
});

test('a file in Shift_JIS keeps its columns and its ids; a row without a question is named', () => {
  // 番号,社名 / 7,東京計器 / 8, / 9,日油㈱, as Excel in Japan saves them
  const bytes = '94d48d862c8ed096bc0d0a372c938c8b9e8c768aed0d0a382c0d0a392c93fa96fb878a0d0a';
  writeFileSync(join(folder, 'partners.csv'), Buffer.from(bytes, 'hex'));
  const ran = command('ask', '--file', 'partners.csv', '--json');
  expect(ran.error).toContain('partners.csv: 2 questions in the column "社名"');
  expect(ran.error).toContain('1 rows without one, left out: 3');
  const answers = JSON.parse(ran.out) as readonly Answer[];
  expect(answers.map(({ id, question, verdict }) => [id, question, verdict])).toEqual([
    ['7', '東京計器', 'no-match'],
    ['9', '日油㈱', 'listed'],
  ]);
  expect(Object.keys(answers[1] ?? {})).toEqual([
    'question',
    'id',
    'on',
    'knownBy',
    'verdict',
    'matches',
    'alsoApplies',
    'unread',
  ]);
  expect(answers[1]?.matches[0]).toMatchObject({
    measure: 'mofcom/2026/12',
    instrument: 'watch-list',
    since: '2026-02-24',
    standing: { kind: 'in-force' },
  });
  const written = command('ask', '--file', 'partners.csv', '--csv', 'out.csv', '--xlsx', 'out.xlsx');
  expect(written.out).toBe('no-match: 1, listed: 1\n');
  const csv = readFileSync(join(folder, 'out.csv'), 'utf8');
  expect(csv.startsWith('\ufeff番号,社名,question,')).toBe(true);
  expect(readFileSync(join(folder, 'out.xlsx')).subarray(0, 2).toString()).toBe('PK');
});

test.each([
  [['ask'], /a question, or --file with questions, is needed/],
  [['ask', 'x', '--on', '2026-02-30'], /--on: "2026-02-30" is no day/],
  [['ask', 'x', '--known-by', 'May'], /--known-by: "May" is no day and no moment/],
  [['ask', '--file', 'absent.csv'], /absent\.csv/],
  [
    ['ask', '--file', 'partners.csv', '--column', 'name'],
    /--column: "name" is no column of partners\.csv; there are 番号, 社名/,
  ],
  [['register', '--ended', 'May..June'], /--ended: "May..June" is no range of days/],
  [['register', '--instrument', 'list'], /--instrument: "list"; allowed is one of country-ban/],
  [['register', '--history', 'mofcom/1999/1'], /--history: the journal holds no mofcom\/1999\/1/],
  [['audit'], /--out is needed/],
] as const)('%j says in one line what is wrong', ([name, ...args], message) => {
  const { status, error } = command(name, ...args);
  expect(error).toMatch(message);
  expect(error).not.toMatch(/\n\s+at /);
  expect(status).toBe(1);
});

test('the register is filtered as researchers filter, and every version of a measure is shown', () => {
  const ids = (...args: readonly string[]): readonly string[] =>
    (JSON.parse(command('register', '--json', ...args).out) as readonly { measure: string }[]).map(
      ({ measure }) => measure,
    );
  expect(ids('--announced', '2026-01-01..2026-03-31')).toEqual(['mofcom/2026/1', 'mofcom/2026/11', 'mofcom/2026/12']);
  expect(ids('--party', 'TDK')).toEqual(['mofcom/2026/12']);
  expect(ids('--code', '1C004')).toEqual(['mofcom/2025/10']);
  expect(ids('--instrument', 'watch-list')).toEqual(['mofcom/2026/12', 'mofcom/2026/28']);
  expect(ids('--goods', 'graphite-batteries', '--ended', '2024-12-01..2024-12-01')).toEqual(['mofcom/2023/39']);
  const { out } = command('register', '--history', 'mofcom/2026/11');
  expect(out).toContain('version 1  2026-02-24  imposed  (20 parties)');
});

test('the audit folder is whole, its manifest true, and the same bytes come again', () => {
  for (const name of ['one', 'two']) command('audit', '--on', '2026-03-01', '--known-by', '2026-11-25', '--out', name);
  const files = readdirSync(join(folder, 'one'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'register.csv',
      'register.xlsx',
      'register.json',
      'told.csv',
      'journal.jsonl',
      'manifest.txt',
    ]),
  );
  for (const line of readFileSync(join(folder, 'one', 'manifest.txt'), 'utf8')
    .trim()
    .split('\n')) {
    const [hash, path = ''] = line.split('  ');
    const [one, two] = ['one', 'two'].map((name) => readFileSync(join(folder, name, path)));
    expect(
      createHash('sha256')
        .update(one ?? '')
        .digest('hex'),
    ).toBe(hash);
    expect(one?.equals(two ?? Buffer.from('')), path).toBe(true);
  }
  expect(command('audit', '--out', 'one').error).toMatch(/one is not empty/);
});
