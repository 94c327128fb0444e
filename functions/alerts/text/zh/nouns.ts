import { clocks } from '../clocks.ts';
import { briefDay, eastAsianDay } from '../east-asian-day.ts';
import type { Days, Marks, Nouns } from '../text.ts';

const day = eastAsianDay;

export const days: Days = {
  day,
  brief: (date) => briefDay(date, '-'),
  moment(at) {
    const { tokyo, beijing } = clocks(at);
    const inTokyo = beijing.day === tokyo.day ? tokyo.time : `${day(tokyo.day)}${tokyo.time}`;
    return `${day(beijing.day)}${beijing.time}（北京时间，东京${inTokyo}）`;
  },
  hour(at, now) {
    const { beijing } = clocks(at);
    return clocks(now).beijing.day === beijing.day ? beijing.time : `${day(beijing.day)}${beijing.time}`;
  },
  near: (away) => (away === 0 ? '（今天）' : away > 0 ? `（${away}天后）` : `（${-away}天前）`),
};

export const marks: Marks = {
  comma: '，',
  semicolon: '；',
  colon: '：',
  stop: '。',
  space: '',
  ellipsis: '…',
  aside: (text) => `（${text}）`,
  quoted: (text) => `“${text}”`,
  section: (title) => `■ ${title}`,
};

export const nouns: Nouns = {
  instruments: {
    'country-ban': '对特定国家的两用物项出口禁令',
    'control-list': '出口管制管控名单',
    'watch-list': '关注名单',
    'unreliable-entity-list': '不可靠实体清单',
    'item-control': '物项出口管制',
    'item-list': '两用物项出口管制清单',
    'licence-catalogue': '两用物项和技术进出口许可证管理目录',
    'licensing-rule': '出口许可管理规则',
  },
  lists: {
    'control-list': { whole: '出口管制管控名单', brief: '管控名单' },
    'watch-list': { whole: '关注名单', brief: '关注名单' },
    'unreliable-entity-list': { whole: '不可靠实体清单', brief: '不可靠实体清单' },
  },
  banOnJapan: '两用物项对日出口禁令',
  goods: {
    'rare-earths': '稀土',
    'gallium-germanium': '镓、锗',
    antimony: '锑',
    'superhard-materials': '超硬材料',
    'tungsten-group': '钨、碲、铋、钼、铟',
    chemicals: '管制化学品',
    'graphite-batteries': '石墨及电池材料',
    drones: '无人机',
    'aerospace-structures': '航空航天结构件及发动机',
    'commercial-cryptography': '商用密码',
    'critical-minerals': '关键矿产',
  },
  briefGoods: {},
  endUses: {
    'military-users': '军事用户',
    'military-uses': '军事用途',
    'military-strength': '一切有助于提升军事实力的其他最终用户用途',
    'mass-destruction': '大规模杀伤性武器',
    terrorism: '恐怖主义目的',
  },
  reaches: { japan: '对日出口', 'all-destinations': '对日出口同样适用', elsewhere: '对其他国家出口' },
  terms: {
    instrument: '措施类型',
    reach: '目的地',
    effectiveOn: '施行日期',
    until: '截止日期',
    extraterritorial: '适用于第三国',
    codes: '管制编码和商品编号',
    goods: '物项',
    endUses: '最终用户和最终用途',
    announcement: '公告编号',
    items: '物项描述',
    conditions: '申请条件',
    staged: '分步施行',
  },
  urgency: { immediate: '紧急', routine: '通知' },
  evidence: {
    'official-text': '官方文件',
    'official-statement': '官方表态',
    'state-media': '官方媒体',
    press: '新闻媒体',
    'trade-body': '行业团体或日本政府机构',
  },
};
