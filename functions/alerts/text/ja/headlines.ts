import type { ReportedAct } from '../../../findings/finding.ts';
import type { Family } from '../../../lexicon/goods.ts';
import { isFirst } from '../../catalogue-words.ts';
import { type Phrases, phrase } from '../../phrases.ts';
import type { Topic, Who } from '../../topic.ts';
import type { Headlines } from '../text.ts';
import { nouns } from './nouns.ts';

export const entities = ({ count, japan }: Who): string => `${japan ? '日本の' : ''}${count}社・団体`;
const some = (japan: boolean): string => (japan ? '日本企業等' : '外国企業等');

/** `レアアース、黒鉛・電池材料など`. */
export function goodsOf(goods: readonly Family[], most: number, brief = false): string {
  const names = goods.map((family) => (brief && nouns.briefGoods[family]) || nouns.goods[family]);
  return `${names.slice(0, most).join('、')}${names.length > most ? 'など' : ''}`;
}

const topics: Headlines['topics'] = {
  list: ({ list, who, japan }, brief) =>
    `${who ? entities(who) : some(japan)}の${nouns.lists[list][brief ? 'brief' : 'whole']}掲載`,
  ban: ({ japan }) => (japan ? nouns.banOnJapan : '両用品目の輸出禁止'),
  japan: () => '両用品目の対日輸出規制',
  goods: ({ goods }, brief) => `${goodsOf(goods, brief ? 1 : 3, brief)}の輸出管理`,
  catalogue: ({ which }) => (which === 'item-list' ? '両用品目輸出管理リスト' : '両用品目の輸出入許可証管理目録'),
  rules: () => '輸出許可手続の規則',
  'dual-use': () => '両用品目の輸出管理',
};

/** What a report says that China does. */
const imposing: Phrases<Topic, [brief: boolean]> = {
  list: ({ list, japan }, brief) => `${some(japan)}を${nouns.lists[list][brief ? 'brief' : 'whole']}に掲載`,
  ban: ({ japan }) => `両用品目の${japan ? '対日' : ''}輸出を禁止`,
  japan: () => '両用品目の対日輸出を規制',
  goods: ({ goods }, brief) => `${goodsOf(goods, brief ? 1 : 2, brief)}の輸出を規制`,
  catalogue: ({ which }) => (which === 'item-list' ? '両用品目輸出管理リストを改定' : '許可証管理目録を改定'),
  rules: () => '輸出許可の規則を改定',
  'dual-use': () => '両用品目の輸出を規制',
};

const about = (topic: Topic, brief: boolean): string => phrase(topics, topic, brief);
const part = (of: { readonly part: boolean }): string => (of.part ? '一部' : '');
/** What a control of goods asks for is what its readers look for. */
const licences = (topic: Topic, brief: boolean, otherwise: string, again = ''): string =>
  topic.kind === 'goods'
    ? `${goodsOf(topic.goods, brief ? 1 : 3, brief)}の輸出に${again}許可が必要`
    : `${about(topic, brief)}${otherwise}`;
const inBrackets = (goods: readonly Family[], brief: boolean): string =>
  goods.length > 0 ? `（${goodsOf(goods, brief ? 1 : 3, brief)}）` : '';

const acts: Readonly<Record<ReportedAct, (topic: Topic, brief: boolean) => string>> = {
  impose: (topic, brief) => phrase(imposing, topic, brief),
  ease: (topic, brief) => `${about(topic, brief)}を緩和`,
  resume: (topic, brief) => `${about(topic, brief)}を再び適用`,
  clarify: (topic, brief) => `${about(topic, brief)}について説明`,
  plan: (topic, brief) => `${phrase(imposing, topic, brief)}する方針・検討`,
};
const uses = { military: '（軍事関連の需要者・用途）', named: '（特定の需要者・用途）', none: '' } as const;

/** 見出しは体言止め。 */
export const headlines: Headlines = {
  topics,
  headlines: {
    listed: ({ list, who, edited }, brief) =>
      brief
        ? `中国、${entities(who)}を${nouns.lists[list].brief}に掲載${edited ? '（修正）' : ''}`
        : `${entities(who)}を${nouns.lists[list].whole}に掲載${edited ? '（公告の修正による追加）' : ''}`,
    delisted: ({ list, who, left }, brief) =>
      `${entities(who)}を${list ? nouns.lists[list][brief ? 'brief' : 'whole'] : 'リスト'}から除外（残り${left}）`,
    banned: ({ japan, uses: of }, brief) =>
      `中国、両用品目の${japan ? '対日' : ''}輸出を禁止${brief && of === 'military' ? '（軍事用途等）' : uses[of]}`,
    licensed: ({ goods, everywhere, abroad }, brief) =>
      `中国、${goodsOf(goods, brief ? 1 : 3, brief) || '新たな品目'}の輸出を許可制に${abroad ? '（国外からの移転も対象）' : ''}${
        everywhere && !abroad && !brief ? '（日本を含む全仕向地）' : ''
      }`,
    revised: ({ which, goods }, brief) =>
      `中国、${which === 'item-list' ? '両用品目輸出管理リスト' : '両用品目の輸出入許可証管理目録'}を改定${inBrackets(goods, brief)}`,
    ruled: ({ goods }, brief) => `中国、輸出許可手続の規則を公布${inBrackets(goods, brief)}`,
    amended: ({ topic, added, removed, terms }, brief) => {
      const moved = [
        ...(added > 0 ? [`${added}社・団体を追加`] : []),
        ...(removed > 0 ? [`${removed}社・団体の記載なし`] : []),
        ...(terms ? ['内容の変更'] : []),
      ];
      return `${about(topic, brief)}の公告を修正${moved.length > 0 ? `（${moved.join('、')}）` : ''}`;
    },
    'list-read': ({ which, counts: of }, brief) => {
      const name = which === 'item-list' ? '管理リスト' : brief ? '許可証目録' : '許可証管理目録';
      const read = `${name}を${of.edited ? '差し替え' : '読み取り'}：`;
      if (isFirst(of)) return `${read}管制コード${of.entries}件`;
      const since = of.against === undefined ? '' : brief ? `（対${of.against}年）` : `（${of.against}年版と比較）`;
      return brief
        ? `${read}追加${of.added}・削除${of.removed}・HS変更${of.customs}${since}`
        : `${read}追加${of.added}件、削除${of.removed}件、税関商品コードの変更${of.customs}件${since}`;
    },
    'taken-back': ({ topic }, brief) => `${about(topic, brief)}の公告、修正を取り消し`,
    restored: ({ topic }, brief) => `${about(topic, brief)}の公告、再び閲覧可能に（内容に変更なし）`,
    suspended: (it, brief) => `${about(it.topic, brief)}の適用を${part(it)}停止`,
    extended: (it, brief) => `${about(it.topic, brief)}の適用停止を延長`,
    shortened: (it, brief) => `${about(it.topic, brief)}の適用停止を短縮`,
    resumed: (it, brief) => `${about(it.topic, brief)}の適用を${part(it)}再開`,
    lifted: (it, brief) => `${about(it.topic, brief)}を${part(it)}解除`,
    begun: (it, brief) => licences(it.topic, brief, 'が施行'),
    'suspension-begun': (it, brief) => `${about(it.topic, brief)}の適用停止を開始`,
    ended: (it, brief) => `${about(it.topic, brief)}が終了`,
    'suspension-ends': (it, brief) => `${about(it.topic, brief)}の適用停止`,
    'measure-ends': (it, brief) => about(it.topic, brief),
    'suspension-over': (it, brief) => licences(it.topic, brief, 'の適用を再開', '再び'),
    expired: (it, brief) => `${about(it.topic, brief)}が満了`,
    overdue: (it, brief) => `${about(it.topic, brief)}が法定の2年を経過`,
    explained: ({ topic }, brief) => `商務部、${about(topic, brief)}について説明`,
    reported: ({ topic, act }, brief) => `中国、${acts[act](topic, brief)}との報道`,
    unconfirmed: ({ topic, act }, brief) => `72時間後も未確認：${acts[act](topic, brief)}との報道`,
    unclear: ({ topic }, brief) => `要原文確認：${about(topic, brief)}に関する公式文書`,
  },
  whens: {
    effect: ({ day, until, today }, show) =>
      `、${show(day)}${today ? '（本日）' : ''}施行${until ? `（${show(until)}まで）` : ''}`,
    from: ({ day, until, today }, show) =>
      `、${today ? `本日（${show(day)}）` : show(day)}から${until ? `${show(until)}まで` : ''}`,
    'not-stated': () => '、施行日の記載なし',
    between: ({ from, until }, show) => `、${show(from)}～${show(until)}`,
    'open-ended': ({ from }, show) => `、${show(from)}から（期限の定めなし）`,
    until: ({ until, was }, show) =>
      `、${until ? `${show(until)}まで` : '期限の定めなし'}${was ? `（従来${show(was)}まで）` : ''}`,
    ends: ({ on, days }, show) => `、${show(on)}に期限（残り${days}日）`,
    again: ({ day, today, seen }, show) =>
      `、${today && seen !== 'unread' ? `本日（${show(day)}）` : show(day)}から${lapse(seen)}`,
    over: ({ on, seen }, show) => `、${show(on)}限り${lapse(seen)}`,
    seen: ({ day }, show) => `、${show(day)}に確認`,
    dated: ({ day }, show) => `、${show(day)}`,
  },
};

const lapse = (seen: 'no-extension' | 'unread' | undefined): string =>
  seen === 'unread' ? '（延長の有無は未確認）' : seen ? '（延長の公告なし）' : '';
