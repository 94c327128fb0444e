import { expect, test } from 'vitest';
import { compose } from '../../functions/alerts/compose.ts';
import { languages } from '../../functions/sources/source.ts';
import { history } from './history.ts';
import { date, instant, Journal, measure, officialPage } from './journal.ts';

const { journal, stories } = history();
const told = (name: string) => {
  const change = stories[name];
  if (!change) throw new Error(`no story ${name}`);
  return change;
};

test('a template that fails still sends number, kind, quote and address', () => {
  const change = told('control-list');
  const register = new Proxy(journal.register, {
    get: () => {
      throw new Error('the register is broken');
    },
  });
  for (const language of languages) {
    const { subject, email, sms, json, urgency } = compose(
      change,
      { register, sources: [], at: change.observedAt },
      language,
    );
    expect(urgency).toBe('immediate');
    expect(subject).toBe('[immediate: imposed, 2026-02-24] #12');
    expect(sms).toBe('China dual-use: imposed, 2026-02-24. MOFCOM/press #12');
    for (const fact of [
      '#12',
      'imposed',
      '20家日本实体列入出口管制管控名单',
      'https://www.mofcom.gov.cn/',
      'the register is broken',
    ])
      expect(email).toContain(fact);
    expect(JSON.parse(json)).toMatchObject({ number: 12, change: { effects: [{ kind: 'imposed' }] } });
  }
});

test('what a Change does not name reaches everybody: its attribute is empty', () => {
  const attributes = (name: string) => journal.tell(told(name), 'ja').attributes;
  expect(attributes('control-list')).toEqual({
    urgency: 'immediate',
    language: 'ja',
    reach: 'japan',
    instrument: ['control-list'],
    effect: ['imposed'],
    goods: [],
  });
  expect(attributes('suspension')).toMatchObject({
    urgency: 'routine',
    reach: 'all-destinations',
    instrument: ['item-control'],
    goods: ['superhard-materials', 'rare-earths', 'graphite-batteries'],
  });
  const journey = new Journal();
  const unread = journey.read(
    officialPage('2026-60', '商务部公告2026年第60号', '2026-08-03'),
    [
      {
        action: 'unclear',
        doubt: { kind: 'clause-not-understood' },
        quote: '现公告如下',
      },
    ],
    '2026-08-03T03:00:00.000Z',
  );
  expect(journey.tell(unread, 'en').attributes).toMatchObject({ reach: '', instrument: [], goods: [] });
});

test('the body for machines holds the whole Change, and says what it rests on', () => {
  const change = told('january-ban');
  const { json, subject } = journal.tell(change, 'en', { outlets: ['CGTN'] });
  expect(JSON.parse(json)).toEqual({
    version: 2,
    kind: 'alert',
    number: 10,
    subject,
    urgency: 'immediate',
    evidence: 'official-text',
    confirmed: true,
    composedAt: '2026-01-06T11:01:00.000Z',
    outlets: ['South China Morning Post', 'CGTN'],
    change,
  });
  expect(JSON.parse(journal.tell(told('report'), 'en').json)).toMatchObject({ evidence: 'press', confirmed: false });
});

test('the first twelve lines say what changed, how sure it is, from when, what it hits and what to do', () => {
  const { email } = journal.tell(told('control-list'), 'en');
  const screen = email
    .split('\n')
    .slice(0, 12)
    .map((line) => line.replace(/:.*/s, ''));
  expect(screen).toEqual([
    'China’s export control list',
    '',
    'Change',
    'Covers',
    'Groups',
    'Status',
    'Basis',
    'Means',
    'Do now',
    'Being unlisted does not mean being cleared',
    '',
    '== Entities (20) ==',
  ]);
});

test('a suspension that no longer covers everybody names its part and its parties', () => {
  const journey = new Journal();
  const of = measure('mofcom/2026/70', { instrument: 'control-list', parties: [{ zh: '甲公司' }, { zh: '乙公司' }] });
  journey.read(
    officialPage('2026-70', '商务部公告2026年第70号', '2026-08-03'),
    [{ action: 'impose', measure: of, quote: '列入' }],
    '2026-08-03T03:00:00.000Z',
    'mofcom/2026/70',
  );
  const part = journey.read(
    officialPage('2026-71', '商务部公告2026年第71号', '2026-08-10'),
    [
      {
        action: 'suspend',
        measure: of.id,
        clause: '第一款',
        parties: [{ zh: '乙公司' }],
        until: date('2026-12-31'),
        quote: '暂停对乙公司实施',
      },
    ],
    '2026-08-10T03:00:00.000Z',
    'mofcom/2026/71',
  );
  const { email } = journey.tell(part, 'en');
  expect(email).toContain('suspended in part');
  expect(email).toContain('Part: 第一款');
  expect(email).toContain('== Entities (1) ==\n1. 乙公司');
});

test('nothing is said of sources that have not answered yet', () => {
  const change = told('control-list');
  const at = instant('2026-02-24T02:05:00.000Z');
  const { email } = compose(change, { register: journal.register, sources: [], at }, 'en');
  expect(email).toContain('No official source has answered yet.');
});
