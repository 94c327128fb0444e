import type { DoubtedAct } from '../../../findings/doubt.ts';
import type { Text } from '../text.ts';
import { days, nouns } from './nouns.ts';

const acts: Readonly<Record<DoubtedAct, string>> = {
  suspend: '暂停',
  resume: '恢复',
  lift: '取消',
  amend: '修改',
  'remove-parties': '移出相关实体的',
};

const left = (files: readonly string[]): string => (files.length > 0 ? `（${files.length}个附件未读取）` : '');

/** What two copies may differ in. */
const factNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...nouns.terms,
    ...{ parties: '实体', measure: '措施', wording: '措辞', from: '起始日期', until: '截止日期', on: '日期' },
  }),
);

const inFacts = (facts: readonly string[]): string =>
  facts.length > 0 ? `：${facts.map((fact) => factNames.get(fact) ?? fact).join('、')}` : '';

export const doubts: Text['doubts'] = {
  'clause-not-understood': () => '文件涉及出口管制，但无法确定其具体措施',
  count: ({ stated, read, unread }) => `正文称${stated ?? '若干'}家，实际读取到${read}家${left(unread)}`,
  'no-country': () => '未写明所涉实体属于哪个国家或地区',
  'unread-attachment': ({ files }) => `清单载于附件，未能读取${left(files)}`,
  'page-changed': ({ since }) => `页面已被修改，不再包含${since ? days.day(since) : '此前'}的内容`,
  'wording-changed': ({ before, after }) => `措辞有变：“${before}”→“${after}”`,
  'copies-differ': ({ announcement, facts }, name) =>
    `${announcement ? name(announcement) : '同一文件'}的两份文本内容不一致${inFacts(facts)}（另一份见下列第二个网址）`,
  'unknown-target': ({ act, target }, name) => `文件${acts[act]}${name(target)}，但没有该措施的记录`,
  'unknown-parties': ({ names }) => `所列实体与记录的名单不一致${names.length > 0 ? `：${names.join('、')}` : ''}`,
  'page-unread': ({ since }) => `标题显示涉及出口管制，但自${days.moment(since)}起页面无法读取`,
  'characters-lost': () => '正文有文字缺失',
  other: ({ words }) => words,
};
