import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Document, DocumentId } from '../../functions/documents/document.ts';
import type { Report, ReportedAct } from '../../functions/findings/finding.ts';
import { interpret } from '../../functions/findings/interpret.ts';
import { reasonsOf } from '../../functions/findings/press/explain.ts';
import { FeatureList } from '../../functions/findings/press/feature-list.ts';
import { featuresOf } from '../../functions/findings/press/features.ts';
import { tagged } from '../../functions/findings/press/for-reading.ts';
import { scoresOf } from '../../functions/findings/press/model.ts';
import { readHeadline, theModel } from '../../functions/findings/press/read-headline.ts';
import { Scorer } from '../../functions/findings/press/scorer.ts';
import { languages } from '../../functions/sources/source.ts';
import type { BeijingDate } from '../../functions/time.ts';
import { ordinaryHeadline, summaryOf } from '../bench/headlines.ts';

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

// A piece of another word is no country (美術館, 大雨の中, 依法, 增加), a council's approval no licence, and a city no government.
test.each([
  ['航空会社、再び新しい橋を開始', '地裁、大阪で新しい橋を延期。美術館、長い協議の末フェリーの時刻表を承認。'],
  ['農協、再び新しい橋を中止', '航空会社、大阪で電池工場を承認。鉄道会社、大雨の中夜間バス計画を再開。'],
  ['名古屋市、中止していたごみ袋の指定を再び実施', '市議会の承認を得て再開する。'],
  ['横浜の水族館が工事を再開、年内は入場を制限', '市の承認を受け、再び公開を停止する。'],
  ['中学再次停课一周', '大阪市依法恢复管制，名单增加三所。'],
  ['地方法院再次延长禁令', '大阪铁路公司依法申请恢复通车。'],
  ['Osaka council again suspends its night ban', 'The city resumes the list of streets where it applies.'],
])('%s: not told, whatever its summary repeats', (title, summary) => {
  expect(reportIn(title, summary)).toBeUndefined();
});

test('one letter is a country beside another, behind a preposition, or where a clause begins', () => {
  expect(reportIn('中方对日暂停稀土出口')).toMatchObject({ act: 'impose', reach: 'japan' });
  expect(reportIn('陸對日禁止軍民兩用物項出口')).toMatchObject({ act: 'impose', reach: 'japan' });
});

test('of ordinary news one headline in seven at most is read beyond its words', () => {
  const news = Array.from({ length: 900 }, (_, n) => {
    const language = languages[n % 3] ?? 'en';
    return readHeadline(ordinaryHeadline(n, language), summaryOf(2 * n, language, 400));
  });
  expect(news.filter((opinion) => opinion !== undefined).length).toBeLessThanOrEqual(900 / 7);
});

test('weights that are added while features come are those of features that were written down', () => {
  const words = fc.constantFrom(
    '中国',
    '对日',
    'China ',
    'bans ',
    '、',
    '再び',
    '輸出',
    ' of ',
    '管制',
    '🜚',
    'x',
    '3',
    '。',
    '美術館',
  );
  const text = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(''));
  const model = theModel();
  const scorer = new Scorer(model);
  fc.assert(
    fc.property(text, text, (title, summary) => {
      const texts = tagged(title, summary, model);
      const list = new FeatureList();
      featuresOf(...texts, list);
      scorer.clear();
      featuresOf(...texts, scorer);
      const written = scoresOf(model, list);
      for (const [c, score] of scorer.scores().entries()) expect(score).toBeCloseTo(written[c] ?? NaN, 9);
    }),
  );
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
