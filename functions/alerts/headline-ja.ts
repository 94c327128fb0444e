import type { Instrument } from '../findings/finding.ts';
import type { BeijingDate } from '../time.ts';
import { announcementName, announcementNames } from './announcement-name.ts';
import type { Matter } from './matters.ts';
import { excerpt } from './safe-text.ts';
import { endUsesOf } from './wording.ts';

/** `2026年2月24日`. */
export const day = (date: BeijingDate): string => {
  const [year = '', month = '', d = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(d)}日`;
};

/** `2026/2/24`. */
export const briefDay = (date: BeijingDate): string => date.split('-').map(Number).join('/');

export const instruments: Readonly<Record<Instrument, string>> = {
  'country-ban': '特定国向け両用物項（デュアルユース品目）の輸出禁止',
  'control-list': '輸出管理規制リスト（管控名単）',
  'watch-list': '注視リスト（関注名単）',
  'unreliable-entity-list': '信頼できないエンティティリスト（不可靠実体清単）',
  'item-control': '品目の輸出管理（許可制）',
  'item-list': '両用物項輸出管理品目リスト（管制清単）',
  'licence-catalogue': '両用物項・技術輸出入許可証管理目録',
  'licensing-rule': '輸出許可手続の規則',
};
const briefLists: Partial<Record<Instrument, string>> = {
  'control-list': '管控名単',
  'watch-list': '関注名単',
  'unreliable-entity-list': '不可靠実体清単',
};
const listName = (instrument: Instrument | undefined, brief: boolean): string | undefined =>
  instrument && instrument in briefLists ? (brief ? briefLists : instruments)[instrument] : undefined;

export const goods: Readonly<Record<string, string>> = {
  'rare-earths': 'レアアース',
  'gallium-germanium': 'ガリウム・ゲルマニウム',
  antimony: 'アンチモン',
  'superhard-materials': '超硬材料',
  'tungsten-group': 'タングステン・テルル・ビスマス・モリブデン・インジウム',
  'graphite-batteries': '黒鉛・電池材料',
  drones: '無人機',
  'aerospace-structures': '航空宇宙部品・エンジン',
  'commercial-cryptography': '商用暗号',
  'critical-minerals': '重要鉱物',
};
export const goodsOf = (matter: Matter, most: number): string => {
  const names = matter.goods.map((family) => goods[family] ?? family);
  return `${names.slice(0, most).join('、')}${names.length > most ? 'など' : ''}`;
};

export const entities = ({ parties, reach, doubt, abouts }: Matter): string => {
  const n = doubt === undefined ? parties.length : (abouts[0]?.statedParties ?? parties.length);
  return `${reach === 'japan' ? '日本の' : ''}${n}社・団体`;
};

function measures({ announcements, abouts }: Matter, brief: boolean): string {
  if (announcements.length === 0) {
    const title = abouts.length === 1 && excerpt(abouts[0]?.title ?? '', 30);
    return title ? `「${title}」` : '措置';
  }
  const [first] = announcements;
  if (first && announcements.length > (brief ? 1 : 6)) {
    return `${announcementName(first, 'ja')}など${announcements.length}件`;
  }
  return announcementNames(announcements, 'ja');
}

function subjectOf(matter: Matter): string {
  const { instrument, reach } = matter;
  const list = listName(instrument, true);
  if (list) return `${reach === 'japan' ? '日本企業等の' : ''}${list}掲載`;
  if (reach === 'japan') return '両用物項の対日輸出規制';
  const named = goodsOf(matter, 2);
  return named ? `${named}の輸出管理` : '両用物項の輸出管理';
}

/** What a report says that China does. */
function reportedAct(matter: Matter): string {
  const { instrument, reach, report } = matter;
  if (report?.action === 'ease') return `${subjectOf(matter)}を緩和`;
  const list = listName(instrument, true);
  if (list) return `${reach === 'japan' ? '日本企業等' : '外国企業等'}を${list}に掲載`;
  if (reach === 'japan') return '両用物項の対日輸出を規制';
  return `${goodsOf(matter, 2) || '両用物項'}の輸出を規制`;
}

function imposed(matter: Matter, brief: boolean): string {
  const { instrument, reach, abouts } = matter;
  const list = listName(instrument, brief);
  const named = brief ? goodsOf(matter, 1).replace(/^タングステン・.*$/, 'タングステン等') : goodsOf(matter, 3);
  if (list) return `${brief ? '中国、' : ''}${list}に${entities(matter)}を追加`;
  const everywhere = reach === 'all-destinations' && !brief ? '（日本を含む全仕向地）' : '';
  switch (instrument) {
    case 'country-ban': {
      const uses = abouts.flatMap(({ endUses }) => endUses);
      const military = endUsesOf(uses).some((use) => use.startsWith('military'));
      const ends = military ? '（軍事関連の需要者・用途）' : uses.length > 0 ? '（特定の需要者・用途）' : '';
      return `中国、両用物項の${reach === 'japan' ? '対日' : ''}輸出を禁止${ends}`;
    }
    case 'item-control':
      return `中国、${named || '新たな品目'}の輸出を許可制に${everywhere}`;
    case 'item-list':
      return `中国、両用物項輸出管理品目リストを改定${named ? `（${named}）` : ''}`;
    case 'licence-catalogue':
      return '中国、両用物項の許可証管理目録を改定';
    case 'control-list':
    case 'watch-list':
    case 'unreliable-entity-list':
    case 'licensing-rule':
    case undefined:
      return `中国、輸出許可の規則を公布${named ? `（${named}）` : ''}`;
  }
}

/** What happens, without its date: a headline, ending in a noun as headlines do. */
export function what(matter: Matter, brief: boolean): string {
  const { kind, parties, removed, days = 0, clause, instrument } = matter;
  const list = listName(instrument, brief);
  const which = measures(matter, brief);
  const of = list && !brief ? `${which}・${list}` : which;
  switch (kind) {
    case 'imposed':
      return imposed(matter, brief);
    case 'amended': {
      if (list && parties.length > 0 && removed.length === 0) {
        return `${brief ? '中国、' : ''}${list}に${entities(matter)}を追加（公告の修正）`;
      }
      const moved = [
        ...(parties.length > 0 ? [`${parties.length}社・団体を追加`] : []),
        ...(removed.length > 0 ? [`${removed.length}社・団体の記載なし`] : []),
        ...(matter.terms.length > 0 ? ['内容の変更'] : []),
      ];
      return `${of}を修正${moved.length > 0 ? `（${moved.join('、')}）` : ''}`;
    }
    case 'parties-removed':
      return `${brief ? '中国、' : ''}${list ?? 'リスト'}から${entities(matter)}を除外`;
    case 'suspended':
      return `${of}の${clause ? '一部の' : ''}適用を停止`;
    case 'extended':
      return `${of}の適用停止を延長`;
    case 'resumed':
      return `${of}の${clause ? '一部の' : ''}適用を再開`;
    case 'lifted':
      return `${of}の措置を解除`;
    case 'took-effect':
      if (matter.what === 'suspension') return `${of}の適用停止が開始`;
      return matter.what === 'lifting' ? `${of}の措置が終了` : `${of}が施行`;
    case 'ends-soon':
      return `${of}の適用${matter.what === 'suspension' ? '停止' : '期間'}、残り${days}日`;
    case 'lapsed':
      return matter.what === 'suspension' ? `${of}の適用停止が終了し適用再開` : `${of}の適用期間が満了`;
    case 'clarified':
      return `商務部が${subjectOf(matter)}について説明`;
    case 'reported':
      return `中国、${reportedAct(matter)}との報道`;
    case 'unconfirmed':
      return `72時間後も未確認、${reportedAct(matter)}との報道`;
    case 'unclear':
      return `要原文確認、${subjectOf(matter)}に関する文書`;
  }
}

/** From when, or until when, as it follows on `what`. */
export function when({ kind, from, until, wasUntil, what: part }: Matter, show: (day: BeijingDate) => string): string {
  switch (kind) {
    case 'imposed':
    case 'took-effect':
      if (part !== 'measure') return `、${show(from)}から`;
      return `、${show(from)}施行${until ? `（${show(until)}まで）` : ''}`;
    case 'suspended':
      return until ? `、${show(from)}～${show(until)}` : `、${show(from)}から（期限の定めなし）`;
    case 'extended':
      return `、${until ? `${show(until)}まで` : '期限の定めなし'}${wasUntil ? `（従来${show(wasUntil)}）` : ''}`;
    case 'ends-soon':
      return `、${show(until ?? from)}まで`;
    case 'lapsed':
      return part === 'suspension' ? `、${show(from)}から` : `、${show(until ?? from)}限り`;
    case 'reported':
    case 'clarified':
    case 'unclear':
    case 'unconfirmed':
      return `、${show(from)}`;
    case 'amended':
    case 'parties-removed':
    case 'resumed':
    case 'lifted':
      return `、${show(from)}から`;
  }
}
