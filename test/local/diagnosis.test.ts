import { expect, test } from 'vitest';
import { diagnosisOf, type Facts, type Wanted } from '../../functions/local/diagnosis.ts';
import { newHealth, type SourceState } from '../../functions/sources/health.ts';
import type { Instant } from '../../functions/time.ts';

const at = '2026-02-24T03:00:00.000Z' as Instant;
const state = (id: string, more: Partial<SourceState> = {}): SourceState => ({
  ...newHealth(at),
  id,
  publisher: id,
  authority: 'official',
  state: 'ok',
  checkedAt: at,
  ...more,
});

const well: Facts = {
  at,
  subscribers: [{ protocol: 'email', endpoint: 'ada@maker.example', confirmed: true }],
  operators: [{ protocol: 'email', endpoint: 'ops@maker.example', confirmed: true }],
  schedules: [{ name: 'DualUseWatch-meti', enabled: true }],
  states: [state('meti')],
  deliveries: { changes: 3, upTo: 3, owed: 0 },
  alarms: [{ name: 'DualUseWatch-undelivered', ringing: false }],
  letters: 0,
  table: { protected: true, backups: true, stream: true },
};
const wanted: Wanted = {
  subscribers: ['ada@maker.example'],
  operators: ['ops@maker.example'],
  sources: [{ id: 'meti', every: 30, schedule: 'DualUseWatch-meti' }],
};

test('of a deployment that is well, every line says so', () => {
  const findings = diagnosisOf(well, wanted);
  expect(findings.map(({ is }) => is)).toEqual(Array(8).fill('well'));
  expect(findings.every((finding) => finding.do === undefined)).toBe(true);
});

const ill: readonly [string, Partial<Facts>, RegExp][] = [
  [
    'nobody has confirmed',
    { subscribers: [{ protocol: 'email', endpoint: 'ada@maker.example', confirmed: false }] },
    /subscribers: nobody hears[^]*ada@maker\.example: subscriber, has not confirmed/,
  ],
  [
    'a queue hears, and the person in the settings is gone',
    { subscribers: [{ protocol: 'sqs', endpoint: 'arn:test', confirmed: true }] },
    /subscribers: nobody hears[^]*ada@maker\.example: subscriber in the settings, and not subscribed/,
  ],
  [
    'the operator is gone',
    { operators: [] },
    /operators: nobody hears[^]*ops@maker\.example: operator in the settings/,
  ],
  [
    'SMS is in the sandbox',
    { sms: { sandbox: true, monthlyUsd: 1 } },
    /SMS: in the sandbox[^]*SMS: at most 1 USD a month/,
  ],
  [
    'a schedule is disabled',
    { schedules: [{ name: 'DualUseWatch-meti', enabled: false }] },
    /its schedule is disabled/,
  ],
  ['a schedule is gone', { schedules: [] }, /meti: on in the settings, and without a schedule/],
  ['a source was never polled', { states: [] }, /meti: never polled/],
  ['a source is down', { states: [state('meti', { state: 'down', cause: '503' })] }, /meti: down: 503/],
  [
    'no poll has ended for two rhythms',
    { states: [state('meti', { checkedAt: '2026-02-24T01:00:00.000Z' as Instant })] },
    /meti: no poll has ended for 120 minutes/,
  ],
  [
    'changes wait',
    { deliveries: { changes: 5, upTo: 3, owed: 2, oldest: '2026-02-24T02:00:00.000Z' as Instant } },
    /2 changes wait and 2 messages are owed, the oldest for 60 minutes/,
  ],
  ['an alarm rings', { alarms: [{ name: 'DualUseWatch-undelivered', ringing: true }] }, /undelivered: rings/],
  ['letters wait', { letters: 7 }, /dead letters: 7 wait/],
  [
    'the table is bare',
    { table: { protected: false, backups: false, stream: false } },
    /no backups[^]*no stream[^]*not protected/,
  ],
  ['a question is refused', { alarms: new Error('AccessDenied') }, /alarms: could not be asked: AccessDenied/],
];

test.each(ill)('when %s, the report says so and what to do', (_, facts, words) => {
  const findings = diagnosisOf({ ...well, ...facts }, wanted);
  expect(findings.map(({ about, is }) => `${about}: ${is}`).join('\n')).toMatch(words);
  for (const finding of findings.filter(({ is }) => is !== 'well')) expect(finding.do).toBeTruthy();
});

test('thirty sources without a schedule are one line', () => {
  const sources = Array.from({ length: 30 }, (_, i) => ({ id: `s${i}`, every: 30, schedule: `w-s${i}` }));
  const states = sources.map(({ id }) => state(id));
  const findings = diagnosisOf({ ...well, schedules: [], states }, { ...wanted, sources });
  expect(findings.filter(({ is }) => /without a schedule/.test(is)).map(({ about }) => about)).toEqual([
    's0, s1, s2 and 27 more',
  ]);
});
