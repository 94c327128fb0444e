import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Document, DocumentId } from '../../functions/documents/document.ts';
import type { Report, ReportedAct } from '../../functions/findings/finding.ts';
import { interpret } from '../../functions/findings/interpret.ts';
import { reasonsOf } from '../../functions/findings/press/explain.ts';
import type { BeijingDate } from '../../functions/time.ts';

const day = '2026-07-14' as BeijingDate;

function reportIn(title: string, summary = ''): Report | undefined {
  const document: Document = {
    id: title as DocumentId,
    fingerprint: title,
    source: 'table',
    publisher: 'The Paper',
    authority: 'press',
    language: 'en',
    url: 'https://news.example/1',
    title,
    text: summary,
    publishedOn: day,
  };
  const reading = interpret(document);
  const provision = reading.kind === 'finding' ? reading.finding.provisions[0] : undefined;
  return provision?.action === 'report' ? provision.report : undefined;
}

// None of these stands among the headlines that the reader learned from.
const told: readonly (readonly [title: string, act: ReportedAct, reach: Report['reach']])[] = [
  ['China bans exports of dual-use goods to Japanese military users', 'impose', 'japan'],
  ['China puts six more Japanese companies on its export control list', 'impose', 'japan'],
  ['Beijing to require export licences for indium phosphide', 'impose', 'all-destinations'],
  ['China suspends ban on dual-use exports to Japan for one year', 'ease', 'japan'],
  ['China removes two Japanese firms from export control list', 'ease', 'japan'],
  ['China weighs curbs on exports of graphite to Japan, sources say', 'plan', 'japan'],
  ['China says dual-use export ban does not affect civilian trade with Japan', 'clarify', 'japan'],
  // Who suspends a control does the opposite of who suspends exports.
  ['China suspends ban on rare earth exports to Japan', 'ease', 'japan'],
  ['China suspends rare earth exports to Japan', 'impose', 'japan'],
  ['Beijing stops granting licences for rare earth exports to Japan', 'impose', 'japan'],
  ['中国暂停对日稀土出口管制', 'ease', 'japan'],
  ['中国暂停对日稀土出口', 'impose', 'japan'],
  ['中国、対日レアアース輸出規制を一時停止', 'ease', 'japan'],
  ['中国、対日レアアース輸出を一時停止', 'impose', 'japan'],
  ['商务部公告：将6家日本企业列入出口管制管控名单', 'impose', 'japan'],
  ['中国对铟相关物项实施出口管制', 'impose', 'all-destinations'],
  ['商务部宣布暂停实施对日两用物项出口禁令', 'ease', 'japan'],
  ['陸商務部：6家日企列入關注名單', 'impose', 'japan'],
  ['中国、日本企業6社を輸出管理リストに追加', 'impose', 'japan'],
  ['中国商務省、軍民両用品の対日輸出を全面禁止', 'impose', 'japan'],
  ['中国、日本企業2社を輸出規制リストから除外', 'ease', 'japan'],
];

test.each(told)('%s: %s, %s', (title, act, reach) => {
  expect(reportIn(title)).toMatchObject({ act, reach });
});

// Acts of others, reactions, prices, comment, history, and other news in the same words.
test.each([
  'US adds six Chinese companies to its entity list',
  'Japan tightens export controls on chipmaking equipment',
  'Japan protests over China’s ban on dual-use exports',
  'Rare earth prices jump after China’s export curbs',
  'Opinion: Why Japan must end its reliance on Chinese rare earths',
  'China bans imports of Japanese seafood',
  'China bans dual-use exports to 12 US defence firms',
  'Tesla recalls cars over battery fault',
  '日本将更多中国企业列入最终用户名单',
  '日方就两用物项出口管制提出抗议',
  '稀土概念股集体涨停',
  '经产省收紧半导体设备出口管制',
  '経産省、半導体装置の輸出管理を強化',
  '政府、中国の輸出規制に抗議',
  'レアアース関連株が急騰',
])('%s: not told', (title) => {
  expect(reportIn(title)).toBeUndefined();
});

test('a plain ban on Japan is strong, a hint is weak at most', () => {
  expect(reportIn('China bans exports of dual-use goods to Japanese military users')?.strength).toBe('strong');
  expect(reportIn('China may have more in store for Tokyo')?.strength ?? 'weak').toBe('weak');
});

test('a summary tells what a title does not', () => {
  expect(reportIn('Morning brief')).toBeUndefined();
  const lead =
    'China’s commerce ministry banned exports of dual-use items to Japanese military users with immediate effect.';
  expect(reportIn('Morning brief', lead)).toMatchObject({ act: 'impose', reach: 'japan' });
});

test('an outlet’s name behind the title is no part of it, and a year that is past tells of the past', () => {
  expect(reportIn('Prices of steel rise - China Export Control Daily')).toBeUndefined();
  expect(reportIn('China bans dual-use exports to Japan in 2019')).toBeUndefined();
});

test('any text at all is read, the same way twice', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[中日出口管制リストa-z ,。]{0,60}$/));
  fc.assert(
    fc.property(text, text, (title, summary) => {
      expect(reportIn(title, summary)).toEqual(reportIn(title, summary));
    }),
  );
});

test('reasons stand in the words of the headline, the strongest first, ten at most', () => {
  const title = 'China bans dual-use exports to Japan, and Tokyo protests';
  const { pro, con } = reasonsOf(title, '');
  expect(pro.length).toBeLessThanOrEqual(10);
  expect(pro.map(({ weight }) => weight)).toEqual(pro.map(({ weight }) => weight).sort((a, b) => b - a));
  for (const { words } of [...pro, ...con]) {
    expect(words === 'all of it together' || title.toLowerCase().includes(words)).toBe(true);
  }
});
