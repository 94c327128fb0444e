import type { DoubtedAct } from '../../../findings/doubt.ts';
import type { Text } from '../text.ts';
import { days, nouns } from './nouns.ts';

const acts: Readonly<Record<DoubtedAct, string>> = {
  suspend: '停止する',
  resume: '再開する',
  lift: '廃止する',
  amend: '改正する',
  'remove-parties': '対象者を外す',
};

const left = (files: readonly string[]): string => (files.length > 0 ? `（未読の添付${files.length}件）` : '');

/** What two copies may differ in. */
const factNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...nouns.terms,
    ...{ parties: '対象者', measure: '措置', wording: '文言', from: '開始日', until: '終了日', on: '日付' },
  }),
);

const inFacts = (facts: readonly string[]): string =>
  facts.length > 0 ? `：${facts.map((fact) => factNames.get(fact) ?? fact).join('、')}` : '';

export const doubts: Text['doubts'] = {
  'clause-not-understood': () => '輸出管理に関する文書ですが、何を定めたのか特定できません',
  count: ({ stated, read, unread }) =>
    `本文の記載は${stated ?? '数不明の'}社・団体ですが、名称を読み取れたのは${read}社・団体です${left(unread)}`,
  'no-country': () => '対象者の国・地域が書かれていません',
  'unread-attachment': ({ files }) => `一覧が添付にあり、読み取れていません${left(files)}`,
  'page-changed': ({ since }) =>
    `掲載ページが書き換えられ、${since ? `${days.day(since)}に読み取った` : '前回の'}内容が見当たりません`,
  'wording-changed': ({ before, after }) => `文言が変わりました：「${before}」→「${after}」`,
  'copies-differ': ({ announcement, facts }, name) =>
    `${announcement ? name(announcement) : '同じ文書'}の2つの掲載内容が食い違っています${inFacts(facts)}（もう一方は下記の2つ目のURL）`,
  'unknown-target': ({ act, target }, name) => `${name(target)}を${acts[act]}内容ですが、その措置の記録がありません`,
  'unknown-parties': ({ names }) =>
    `記録にあるリストと一致しない対象者を挙げています${names.length > 0 ? `：${names.join('、')}` : ''}`,
  'page-unread': ({ since }) =>
    `表題から輸出管理の文書とみられますが、${days.moment(since)}以降、ページを読み取れません`,
  'characters-lost': () => '本文の文字が失われています',
  other: ({ words }) => words,
};
