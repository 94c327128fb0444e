import type { ReportedAct } from '../../../findings/finding.ts';
import type { Family } from '../../../lexicon/goods.ts';
import { isFirst } from '../../catalogue-words.ts';
import { type Phrases, phrase } from '../../phrases.ts';
import type { Topic, Who } from '../../topic.ts';
import type { Headlines } from '../text.ts';
import { nouns } from './nouns.ts';

export const entities = ({ count, japan }: Who): string => `${count}家${japan ? '日本' : ''}实体`;
const some = (japan: boolean): string => `${japan ? '日本' : '外国'}实体`;

/** `稀土、石墨及电池材料等`. */
export function goodsOf(goods: readonly Family[], most: number): string {
  const names = goods.map((family) => nouns.goods[family]);
  return `${names.slice(0, most).join('、')}${names.length > most ? '等' : ''}`;
}

const topics: Headlines['topics'] = {
  list: ({ list, who, japan }) => `${who ? entities(who) : some(japan)}列入${nouns.lists[list].whole}`,
  ban: ({ japan }) => (japan ? nouns.banOnJapan : '两用物项出口禁令'),
  japan: () => '两用物项对日出口管制',
  goods: ({ goods }, brief) => `${goodsOf(goods, brief ? 1 : 3)}出口管制`,
  catalogue: ({ which }) => (which === 'item-list' ? '两用物项出口管制清单' : '两用物项许可证管理目录'),
  rules: () => '出口许可管理规则',
  'dual-use': () => '两用物项出口管制',
};

/** What a report says that China does. */
const imposing: Phrases<Topic> = {
  list: ({ list, japan }) => `将${some(japan)}列入${nouns.lists[list].brief}`,
  ban: ({ japan }) => `禁止两用物项${japan ? '对日' : ''}出口`,
  japan: () => '管制两用物项对日出口',
  goods: ({ goods }) => `管制${goodsOf(goods, 2)}出口`,
  catalogue: ({ which }) => `调整两用物项${which === 'item-list' ? '出口管制清单' : '许可证管理目录'}`,
  rules: () => '调整出口许可规则',
  'dual-use': () => '管制两用物项出口',
};

const about = (topic: Topic, brief: boolean): string => phrase(topics, topic, brief);
const part = (of: { readonly part: boolean }): string => (of.part ? '（部分）' : '');
/** What a control of goods asks for is what its readers look for. */
const licences = (topic: Topic, brief: boolean, otherwise: string, again = '须经许可'): string =>
  topic.kind === 'goods' ? `${goodsOf(topic.goods, brief ? 1 : 3)}出口${again}` : `${about(topic, brief)}${otherwise}`;
const inBrackets = (goods: readonly Family[], brief: boolean): string =>
  goods.length > 0 ? `（${goodsOf(goods, brief ? 1 : 3)}）` : '';

const acts: Readonly<Record<ReportedAct, (topic: Topic, brief: boolean) => string>> = {
  impose: (topic) => `媒体称中国将${phrase(imposing, topic).replace(/^将/, '')}`,
  ease: (topic, brief) => `媒体称中国将放宽${about(topic, brief)}`,
  resume: (topic, brief) => `媒体称中国将恢复${about(topic, brief)}`,
  clarify: (topic, brief) => `媒体称商务部就${about(topic, brief)}作出说明`,
  plan: (topic) => `媒体称中国拟${phrase(imposing, topic)}`,
};
const uses = { military: '（军事相关用户和用途）', named: '（特定用户和用途）', none: '' } as const;

export const headlines: Headlines = {
  topics,
  headlines: {
    listed: ({ list, who, edited }) =>
      `${entities(who)}被${edited ? '补充' : ''}列入${nouns.lists[list].whole}${edited ? '（公告修改）' : ''}`,
    delisted: ({ list, who, left }) =>
      `${entities(who)}被移出${list ? nouns.lists[list].whole : '名单'}，尚余${left}家`,
    banned: ({ japan, uses: of }) => `禁止两用物项${japan ? '对日' : ''}出口${uses[of]}`,
    licensed: ({ goods, everywhere, abroad }, brief) =>
      `对${goodsOf(goods, brief ? 1 : 3) || '有关物项'}实施出口管制${abroad ? '（含境外转移）' : ''}${
        everywhere && !abroad && !brief ? '（对日出口同样适用）' : ''
      }`,
    revised: ({ which, goods }, brief) =>
      `两用物项${which === 'item-list' ? '出口管制清单' : '许可证管理目录'}调整${inBrackets(goods, brief)}`,
    ruled: ({ goods }, brief) => `出口许可新规发布${inBrackets(goods, brief)}`,
    amended: ({ topic, added, removed, terms }, brief) => {
      const moved = [
        ...(added > 0 ? [`新增${added}家实体`] : []),
        ...(removed > 0 ? [`${removed}家实体不再列出`] : []),
        ...(terms ? ['内容变更'] : []),
      ];
      return `${about(topic, brief)}公告作出修改${moved.length > 0 ? `：${moved.join('、')}` : ''}`;
    },
    'list-read': ({ which, counts: of }) => {
      const name = which === 'item-list' ? '管制清单' : '许可证管理目录';
      const read = `${name}${of.edited ? '被替换' : '已读取'}：`;
      if (isFirst(of)) return `${read}编码${of.entries}个`;
      const since = of.against === undefined ? '' : `（与${of.against}年相比）`;
      return `${read}新增${of.added}个、删除${of.removed}个、海关编号变化${of.customs}个${since}`;
    },
    'taken-back': ({ topic }, brief) => `${about(topic, brief)}公告撤回修改`,
    restored: ({ topic }, brief) => `${about(topic, brief)}公告恢复可读，内容未变`,
    suspended: (it, brief) => `${about(it.topic, brief)}暂停实施${part(it)}`,
    extended: (it, brief) => `${about(it.topic, brief)}继续暂停实施`,
    shortened: (it, brief) => `${about(it.topic, brief)}暂停期缩短`,
    resumed: (it, brief) => `${about(it.topic, brief)}恢复实施${part(it)}`,
    lifted: (it, brief) => `${about(it.topic, brief)}停止实施${part(it)}`,
    begun: (it, brief) => licences(it.topic, brief, '正式施行'),
    'suspension-begun': (it, brief) => `${about(it.topic, brief)}开始暂停实施`,
    ended: (it, brief) => `${about(it.topic, brief)}不再实施`,
    'suspension-ends': (it, brief) => `${about(it.topic, brief)}暂停期将满`,
    'measure-ends': (it, brief) => `${about(it.topic, brief)}有效期将满`,
    'suspension-over': (it, brief) => licences(it.topic, brief, '恢复实施', '恢复许可要求'),
    expired: (it, brief) => `${about(it.topic, brief)}有效期届满`,
    overdue: (it, brief) => `${about(it.topic, brief)}已满法定两年`,
    explained: ({ topic }, brief) => `商务部就${about(topic, brief)}作出说明`,
    reported: ({ topic, act }, brief) => acts[act](topic, brief),
    unconfirmed: ({ topic, act }, brief) => `72小时仍未证实：${acts[act](topic, brief)}`,
    unclear: ({ topic }, brief) => `请核对原文：${about(topic, brief)}文件内容无法确认`,
  },
  whens: {
    effect: ({ day, until, today }, show) =>
      `，${today ? `今天（${show(day)}）` : show(day)}起施行${until ? `（至${show(until)}）` : ''}`,
    from: ({ day, until, today }, show) =>
      `，${today ? `今天（${show(day)}）` : show(day)}起${until ? `至${show(until)}` : ''}`,
    'not-stated': () => '，未写明施行日期',
    between: ({ from, until }, show) => `，${show(from)}至${show(until)}`,
    'open-ended': ({ from }, show) => `，${show(from)}起，未定期限`,
    until: ({ until, was }, show) => `，${until ? `至${show(until)}` : '未定期限'}${was ? `（原至${show(was)}）` : ''}`,
    ends: ({ on, days }, show) => `，至${show(on)}，还剩${days}天`,
    again: ({ day, today, seen }, show) =>
      `，${today && seen !== 'unread' ? `今天（${show(day)}）` : show(day)}起${lapse(seen)}`,
    over: ({ on, seen }, show) => `，${show(on)}止${lapse(seen)}`,
    seen: ({ day }, show) => `，${show(day)}发现`,
    dated: ({ day }, show) => `，${show(day)}`,
  },
};

const lapse = (seen: 'no-extension' | 'unread' | undefined): string =>
  seen === 'unread' ? '（是否延期未核对）' : seen ? '（未见延期公告）' : '';
