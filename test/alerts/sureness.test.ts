import { expect, test } from 'vitest';
import type { Conditions } from '../../functions/findings/finding.ts';
import { sitePagesOf } from '../../functions/site/addresses.ts';
import { languages } from '../../functions/sources/source.ts';
import { addMinutes } from '../../functions/time.ts';
import { history } from './history.ts';
import { date, instant, Journal, measure, officialPage, pressArticle, report, sourcesAt } from './journal.ts';

const { journal, stories } = history();
const story = (name: string) => {
  const change = stories[name];
  if (!change) throw new Error(`no story ${name}`);
  return change;
};

test('an end for which no official source was read is not told as confirmed', () => {
  const change = story('lapse');
  const at = addMinutes(change.observedAt, 1);
  const long = addMinutes(at, -3 * 1_440);
  const sources = sourcesAt(at).map((source) =>
    source.authority === 'official' ? { ...source, state: 'down' as const, checkedAt: long } : source,
  );
  const [en, ja, zh] = languages.map((language) => journal.tell(change, language, { sources }));
  expect(en?.email).toContain('NOT CHECKED: official sources last read 8 Nov 2026');
  expect(en?.email).not.toContain('CONFIRMED');
  expect(en?.sms).toContain('NOT CHECKED');
  expect(ja?.email).toContain('延長の有無は未確認');
  expect(ja?.email).not.toContain('確認済');
  expect(zh?.email).toContain('是否延期未核对');
  expect(JSON.parse(en?.json ?? '{}')).toMatchObject({ confirmed: false });
  expect(JSON.parse(journal.tell(change, 'en').json)).toMatchObject({ confirmed: true });
});

test('a report stays a report in the body for machines, also after 72 hours', () => {
  expect(JSON.parse(journal.tell(story('unconfirmed'), 'en').json)).toMatchObject({
    evidence: 'press',
    confirmed: false,
  });
});

test('a plan is told as a plan, and a report of an explanation as no control', () => {
  const told = (act: 'plan' | 'clarify', action: 'impose' | 'clarify') => {
    const own = new Journal();
    const at = instant('2026-09-02T00:10:00.000Z');
    const change = own.read(
      pressArticle('Nikkei Asia', `China ${act}`, at),
      [
        {
          action: 'report',
          report: report({
            act,
            action,
            instrument: 'item-control',
            goods: ['rare-earths'],
            reach: 'all-destinations',
          }),
          quote: 'q',
        },
      ],
      at,
    );
    return languages.map((language) => own.tell(change, language).email.split('\n')[0]);
  };
  expect(told('plan', 'impose')).toEqual([
    'Reported plan: export controls on rare earths, 2 Sep 2026',
    '中国、レアアースの輸出を規制する方針・検討との報道、2026年9月2日',
    '媒体称中国拟管制稀土出口，2026年9月2日',
  ]);
  expect(told('clarify', 'clarify')).toEqual([
    'Reported: ministry explains export controls on rare earths, 2 Sep 2026',
    '中国、レアアースの輸出管理について説明との報道、2026年9月2日',
    '媒体称商务部就稀土出口管制作出说明，2026年9月2日',
  ]);
});

test('who must apply, above what and what is refused stands on the first screen, and so does what is the reader’s own', () => {
  const own = new Journal();
  const conditions: Conditions = {
    applicants: ['exporter-in-china', 'exporter-abroad'],
    threshold: { percent: 0.1, quote: '0.1%' },
    presumptions: [{ outcome: 'denial', whom: 'listed-parties', ownedPercent: 50, quote: '原则上不予许可' }],
  };
  const of = measure('mofcom/2025/61', {
    instrument: 'item-control',
    reach: 'all-destinations',
    goods: ['rare-earths'],
    effectiveOn: date('2025-12-01'),
    conditions,
  });
  const change = own.read(
    officialPage('2025-61', '商务部公告2025年第61号', '2025-10-09'),
    [{ action: 'impose', measure: of, quote: '境外组织和个人应当申请许可' }],
    '2025-10-09T02:00:00.000Z',
    'mofcom/2025/61',
  );
  const hit = (id: string, certain = true) => ({ id, certain });
  const ours = { customers: [hit('C1'), hit('C3'), hit('C9', false)], suppliers: [], parts: [hit('P1'), hit('P3')] };
  const around = { ours, page: sitePagesOf(change, 'https://watch.example') };
  const { email } = own.tell(change, 'en', around);
  const [, screen = ''] = email.split('\n\n');
  expect(screen).toContain(
    'Who must apply: exporters in China, and organisations and persons abroad; Chinese content counts from 0.1 % of the value; applications for parties on the control list or the watch list and units of theirs from 50 % are refused as a rule',
  );
  expect(email.split('\n')[1]).toBe('Yours: 3 customers (C1, C3, C9?), 2 parts (P1, P3); ? may be meant: check');
  expect(screen).toContain('Always current: https://watch.example/en/measures/mofcom-2025-61.html');
  expect(screen).toContain('(Dual-Use Regulations art. 49)');
  const second = (language: 'ja' | 'zh') => own.tell(change, language, around).email.split('\n')[1];
  expect(second('ja')).toBe('自社該当：取引先3件（C1, C3, C9?）、部品2件（P1, P3）、「?」は該当の可能性あり、要確認');
  expect(second('zh')).toBe('涉及本公司：3家客户（C1, C3, C9?），2个零部件（P1, P3）；带“?”者可能涉及，请核对');
  expect(own.tell(change, 'en', { ours: 'unread' }).email.split('\n')[1]).toMatch(/^Yours: .* COULD NOT BE READ/);
});

test('a day that no text states is not told as the day of effect', () => {
  const own = new Journal();
  const of = measure('mofcom/2026/80', { instrument: 'item-control', reach: 'all-destinations', goods: ['antimony'] });
  const change = own.read(
    officialPage('2026-80', '商务部公告2026年第80号', '2026-08-03'),
    [{ action: 'impose', measure: of, quote: '实施出口管制' }],
    '2026-08-03T03:00:00.000Z',
    'mofcom/2026/80',
  );
  expect(own.tell(change, 'en').email).toContain('licence needed; the text states no day of effect');
  expect(own.tell(change, 'ja').email).toContain('施行日の記載なし');
});
