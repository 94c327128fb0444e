import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownParents, knownParties } from '../../functions/lexicon/parties.ts';
import { nameKey } from '../../functions/screening/name-key.ts';
import { ask, met } from './asking.ts';

const since: Readonly<Record<string, string>> = {
  'mofcom/2026/11': '2026-02-24',
  'mofcom/2026/12': '2026-02-24',
  'mofcom/2026/27': '2026-06-29',
  'mofcom/2026/28': '2026-06-29',
};
const dayBefore: Readonly<Record<string, string>> = { '2026-02-24': '2026-02-23', '2026-06-29': '2026-06-28' };

const names = knownParties.flatMap((party) => {
  const { zh, en, ja, also = [], former = [] } = party;
  return [zh, en, ...(ja ? [ja] : []), ...also, ...former].map((name) => [name, party] as const);
});

test('every listed party is listed by each of its names, from its day on, and not before', () => {
  for (const [name, { measure, zh }] of names) {
    const day = since[measure] ?? '';
    const isIt = ({ measure: id, party, certain }: ReturnType<typeof ask>['matches'][number]): boolean =>
      certain && id === measure && party?.zh === zh;
    expect(ask(name, day), name).toMatchObject({ verdict: 'listed' });
    expect(ask(name, day).matches.some(isIt), name).toBe(true);
    const before = ask(name, dayBefore[day] ?? '');
    expect(before.matches.some(isIt), name).toBe(false);
    expect(before.later?.some(isIt), name).toBe(true);
  }
  expect(names.length).toBeGreaterThan(400);
});

test('a parent of listed parties, and an abbreviation of two or three letters, are possible', () => {
  const listed = new Set(names.map(([name]) => nameKey(name).core));
  const parents = knownParents.flatMap((parent) => parent.names).filter((name) => !listed.has(nameKey(name).core));
  for (const name of [...parents, ...knownParties.flatMap(({ short = [] }) => short)])
    expect(ask(name).verdict, name).toBe('possible');
});

test('other companies are in no list, and hardly any looks like one that is', () => {
  const others = readFileSync(new URL('other-companies.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const verdicts = others.map((name) => [name, ask(name).verdict] as const);
  expect(verdicts.filter(([, verdict]) => verdict === 'listed' || verdict === 'covered')).toEqual([]);
  const possible = verdicts.filter(([, verdict]) => verdict === 'possible');
  expect(possible.length / others.length).toBeLessThanOrEqual(0.02);
  expect(others.length).toBeGreaterThanOrEqual(300);
});

test.each([
  ['ﾃﾗﾄﾞﾛｰﾝ㈱', 'mofcom/2026/28 other-name'],
  ['三菱重工マリンマシナリー（株）', 'mofcom/2026/11 other-name'],
  ['（株）IHIエアロスペース・エンジニアリング', 'mofcom/2026/11 other-name'],
  ['IHI AEROSPACE CO.,LTD', 'mofcom/2026/11 folded'],
  ['冲電氣工業', 'mofcom/2026/28 folded'],
  ['細谷火工　株式会社', 'mofcom/2026/28 folded'],
  ['Mitsui E & S', 'mofcom/2026/28 folded'],
  ['三菱重工エンジンとターボチャージャ', 'mofcom/2026/11 near?'],
  ['富士重工業', 'mofcom/2026/12 former-name'],
  ['有限会社光和興業', 'mofcom/2026/27 other-legal-form?'],
  ['日油有限会社', 'mofcom/2026/12 other-legal-form?'],
  ['株式会社IHIエアロスペース 富岡事業所', 'mofcom/2026/11 contains?'],
  ['TDKラムダ株式会社', 'mofcom/2026/12 contains?'],
  ['Mitsubishi Electric Sofware Corporation', 'mofcom/2026/27 near?'],
  ['三菱電機ソフトェア', 'mofcom/2026/27 near?'],
  ['日野市役所', undefined],
  // As banks write legal forms in kana.
  ['ｶ)ﾄｰｷﾝ', 'mofcom/2026/12 other-name'],
  ['ｴﾈｵｽ(ｶ', 'mofcom/2026/12 other-name'],
  ['日野自動車（株式会社）', 'mofcom/2026/12 other-name'],
  // Brackets tell companies from one another, unless they hold another name of the same.
  ['Nitto Denko (Shanghai Songjiang) Co., Ltd.', 'mofcom/2026/12 contains?'],
  ['宇宙航空研究開発機構（ＪＡＸＡ）', 'mofcom/2026/11 other-name'],
  ['JAXA 筑波宇宙センター', 'mofcom/2026/11 contains?'],
  ['斯巴鲁汽车（中国）有限公司', 'mofcom/2026/12 contains?'],
  ['富士重工業株式会社 航空宇宙カンパニー', 'mofcom/2026/12 contains?'],
  ['石川島播磨重工業', 'mofcom/2026/11 parent?'],
  // One word beside a short name may be anybody's: 日野興業 is not of 日野自動車.
  ['日野興業株式会社', undefined],
  ['豊和銀行', undefined],
])('%s is met as %s', (name, how) => {
  expect(met(ask(name))[0]).toBe(how);
});

test('nothing is ever clear: what binds all the same, and what nobody has read, stand in every answer', () => {
  const answer = ask('日産自動車株式会社', '2026-03-01');
  expect(answer.verdict).toBe('no-match');
  expect(answer.alsoApplies.map(({ rule, measure }) => [rule, measure])).toEqual([
    ['end-use-ban', 'mofcom/2026/1'],
    ['catch-all', 'npc/2020/export-control-law'],
  ]);
  expect(ask('日産自動車株式会社', '2026-01-05').alsoApplies.map(({ rule }) => rule)).toEqual(['catch-all']);
  expect(answer.unread.map(({ kind }) => kind)).toContain('not-read');
  expect(ask('日産自動車株式会社').unread.map(({ kind }) => kind)).toContain('beyond');
});
