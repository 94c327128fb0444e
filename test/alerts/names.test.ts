import fc from 'fast-check';
import { expect, test } from 'vitest';
import { announcementName, announcementNames, briefName } from '../../functions/alerts/announcement-name.ts';
import { namesOf } from '../../functions/alerts/names.ts';
import { bytesOf, cut, excerpt, fitBytes, plain, webAddress } from '../../functions/alerts/safe-text.ts';
import { namer } from '../../functions/alerts/letter.ts';
import { phrase } from '../../functions/alerts/phrases.ts';
import { texts } from '../../functions/alerts/text/texts.ts';
import type { Doubt } from '../../functions/findings/doubt.ts';
import type { MeasureId } from '../../functions/findings/finding.ts';
import { type Language, languages } from '../../functions/sources/source.ts';
import { doubt } from './any-change.ts';
import { number } from './journal.ts';

test('an announcement bears the name that its readers know, in their language', () => {
  const named = (id: string) => languages.map((language) => announcementName(number(id), language));
  expect(named('mofcom/2026/11')).toEqual([
    'MOFCOM Announcement No. 11 of 2026',
    '商務部公告2026年第11号',
    '商务部公告2026年第11号',
  ]);
  expect(named('uel/2025/10')).toEqual([
    'Unreliable Entity List Mechanism Announcement No. 10 of 2025',
    '不可靠実体清単工作機制公告2025年第10号',
    '不可靠实体清单工作机制公告2025年第10号',
  ]);
  expect(named('mofcom-order/2020/4')).toEqual([
    'MOFCOM Order No. 4 of 2020',
    '商務部令2020年第4号',
    '商务部令2020年第4号',
  ]);
  expect(named('state-council-order/792')).toEqual([
    'State Council Order No. 792',
    '国務院令第792号',
    '国务院令第792号',
  ]);
  expect(briefName(number('mofcom/2026/11'), 'en')).toBe('MOFCOM No. 11/2026');
});

test('several announcements of one year are named in one breath', () => {
  const numbers = ['mofcom/2025/55', 'mofcom/2025/56', 'mofcom-order/2020/4'].map(number);
  expect(announcementNames(numbers, 'en')).toBe('MOFCOM Announcements Nos. 55, 56 of 2025; MOFCOM Order No. 4 of 2020');
  expect(announcementNames(numbers, 'ja')).toBe('商務部公告2025年第55・56号、商務部令2020年第4号');
  expect(announcementNames(numbers, 'zh')).toBe('商务部公告2025年第55、56号、商务部令2020年第4号');
});

test('every doubt is phrased in every language, and none with a word that is missing', () => {
  const doubts = fc.sample(doubt, { numRuns: 300, seed: 1 });
  const said = (one: Doubt, language: Language) => phrase(texts[language].doubts, one, namer(texts[language]));
  for (const language of languages) {
    expect(doubts.map((one) => said(one, language)).filter((words) => words.includes('undefined'))).toEqual([]);
  }
  expect(said({ kind: 'count', act: 'list', stated: 20, read: 19, unread: [] }, 'ja')).toBe(
    '本文の記載は20社・団体ですが、名称を読み取れたのは19社・団体です',
  );
  expect(said({ kind: 'unknown-target', act: 'suspend', target: 'mofcom/2025/55' as MeasureId }, 'zh')).toBe(
    '文件暂停商务部公告2025年第55号，但没有该措施的记录',
  );
});

test('what cannot be seen, and what would become a link, is taken out', () => {
  expect(plain('ab\u202Ecd\u200B \r\n ef\u0000')).toBe('abcd ef');
  expect(plain('see https://evil.example/x?y now, or www.evil.com')).toBe('see […] now, or […]');
  expect(plain('NEC Network and Sensor Systems, Ltd. 1C117.c')).toBe('NEC Network and Sensor Systems, Ltd. 1C117.c');
});

test('a text is cut between characters as readers see them', () => {
  expect(cut('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15)).toBe('👩‍👩‍👧‍👦…');
  expect(cut('输出管理', 3)).toBe('输出…');
  expect(cut(`e${'\u0301'.repeat(300)}`, 10)).toBe('…');
  expect(excerpt('abc', 3)).toBe('abc');
  expect(bytesOf(fitBytes('长"\n'.repeat(1_000), 500))).toBeLessThanOrEqual(500);
});

test('only a plain web address is shown as one', () => {
  expect(webAddress('https://www.mofcom.gov.cn/a b')).toBe('https://www.mofcom.gov.cn/a%20b');
  for (const bad of ['javascript:alert(1)', 'https://user:word@evil.example/', 'none'])
    expect(webAddress(bad)).toBeUndefined();
});

test('a party is named once in each script that is known', () => {
  expect(namesOf({ zh: '三菱造船株式会社', en: 'MHI', ja: '三菱造船株式会社' })).toBe('三菱造船株式会社 / MHI');
  expect(namesOf({})).toBe('?');
});

test.each([
  ['bit.ly/3xYz', 'bit[.]ly/3xYz'],
  ['login.evil.ai', 'login[.]evil[.]ai'],
  ['evil.gov.uk', 'evil[.]gov[.]uk'],
  ['商务部.cn/登录', '商务部[.]cn/登录'],
  ['商务部.中国', '商务部[.]中国'],
  ['请登录evil.cc确认', '请登录evil[.]cc确认'],
  ['evil。com/a', 'evil[.]com/a'],
  ['evil．com/a', 'evil[.]com/a'],
  ['evil․com', 'evil[.]com'],
  ['evil.xn--fiqs8s', 'evil[.]xn--fiqs8s'],
  ['//evil.vip/x', '//evil[.]vip/x'],
  ['203.0.113.9/login', '203[.]0[.]113[.]9/login'],
  ['help@evil.tv', 'help[at]evil[.]tv'],
  ['a＠evil.com', 'a[at]evil[.]com'],
  ['tel:+8610', 'tel[:]+8610'],
  ['javascript:alert(1)', 'javascript[:]alert(1)'],
  ['hxxp://evil.cc/x', '[…]'],
  ['mailto:a@b.c', '[…]'],
  ['清单.zip', '清单[.]zip'],
])('%s becomes no link: %s', (address, shown) => {
  expect(plain(`see ${address} now`)).toBe(`see ${shown} now`);
});

test.each([
  '1.三菱造船株式会社',
  '出口管制。中国商务部公告',
  '3A001.a.2、1C902.c.3',
  'U.S. and E.U. say',
  'Koyama Co., Ltd.',
  'S.p.A.',
  'No. 11/2026, 2026.11.25, 100.5 %, 10:30',
])('%s is no address, and stays', (words) => {
  expect(plain(words)).toBe(words);
});

test('an address is a link where it leads to a site of the catalogue, and to be read elsewhere', () => {
  expect(webAddress('https://www.scmp.com/news/1')).toBe('https://www.scmp.com/news/1');
  expect(webAddress('https://www.mofcom.gov.cn.evil.example/login')).toBe(
    'https[:]//www[.]mofcom[.]gov[.]cn[.]evil[.]example/login',
  );
  expect(webAddress('https://www.scmp.com:8443/')).toBe('https[:]//www[.]scmp[.]com:8443/');
});
