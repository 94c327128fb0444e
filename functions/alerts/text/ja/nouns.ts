import { clocks } from '../clocks.ts';
import { briefDay, eastAsianDay } from '../east-asian-day.ts';
import type { Days, Marks, Nouns } from '../text.ts';

const day = eastAsianDay;

export const days: Days = {
  day,
  brief: (date) => briefDay(date, '/'),
  moment(at) {
    const { tokyo, beijing } = clocks(at);
    const inBeijing = beijing.day === tokyo.day ? beijing.time : `${day(beijing.day)}${beijing.time}`;
    return `${day(tokyo.day)}${tokyo.time}（日本時間、北京${inBeijing}）`;
  },
  hour(at, now) {
    const { tokyo } = clocks(at);
    return clocks(now).tokyo.day === tokyo.day ? tokyo.time : `${day(tokyo.day)}${tokyo.time}`;
  },
  near: (away) => (away === 0 ? '（本日）' : away > 0 ? `（${away}日後）` : `（${-away}日前）`),
};

export const marks: Marks = {
  comma: '、',
  semicolon: '、',
  colon: '：',
  stop: '。',
  space: '',
  ellipsis: '…',
  aside: (text) => `（${text}）`,
  quoted: (text) => `「${text}」`,
  section: (title) => `■ ${title}`,
};

export const nouns: Nouns = {
  instruments: {
    'country-ban': '特定国向け両用品目の輸出禁止',
    'control-list': '輸出管理コントロールリスト（管控名单）',
    'watch-list': '注視リスト（関注名单）',
    'unreliable-entity-list': '信頼できないエンティティ・リスト（不可靠実体清単）',
    'item-control': '品目の輸出許可制',
    'item-list': '両用品目輸出管理リスト（管制清単）',
    'licence-catalogue': '両用品目・技術輸出入許可証管理目録',
    'licensing-rule': '輸出許可手続の規則',
  },
  lists: {
    'control-list': { whole: '輸出管理コントロールリスト（管控名单）', brief: '管控名单' },
    'watch-list': { whole: '注視リスト（関注名单）', brief: '注視リスト' },
    'unreliable-entity-list': {
      whole: '信頼できないエンティティ・リスト（不可靠実体清単）',
      brief: '不可靠実体清単',
    },
  },
  banOnJapan: '両用品目の対日輸出禁止',
  goods: {
    'rare-earths': 'レアアース',
    'gallium-germanium': 'ガリウム・ゲルマニウム',
    antimony: 'アンチモン',
    'superhard-materials': '超硬材料',
    'tungsten-group': 'タングステン・テルル・ビスマス・モリブデン・インジウム',
    chemicals: '規制対象化学品',
    'graphite-batteries': '黒鉛・電池材料',
    drones: '無人機',
    'aerospace-structures': '航空宇宙部品・エンジン',
    'commercial-cryptography': '商用暗号',
    'critical-minerals': '重要鉱物',
  },
  briefGoods: { 'tungsten-group': 'タングステン等' },
  endUses: {
    'military-users': '軍事ユーザー',
    'military-uses': '軍事用途',
    'military-strength': '軍事力の向上に資するその他一切の需要者・用途',
    'mass-destruction': '大量破壊兵器',
    terrorism: 'テロ目的',
  },
  reaches: { japan: '日本向け', 'all-destinations': '日本を含む全仕向地', elsewhere: '他国向け' },
  terms: {
    instrument: '措置の種類',
    reach: '仕向地',
    effectiveOn: '施行日',
    until: '期限',
    extraterritorial: '第三国への適用',
    codes: '規制番号・HSコード',
    goods: '品目',
    endUses: '需要者・用途',
    announcement: '公告番号',
    items: '品目の記述',
    conditions: '申請の条件',
    staged: '段階施行',
  },
  urgency: { immediate: '至急', routine: 'お知らせ' },
  evidence: {
    'official-text': '公式文書',
    'official-statement': '当局の発表',
    'state-media': '中国国営メディア',
    press: '報道機関',
    'trade-body': '業界団体・日本の官公庁',
  },
};
