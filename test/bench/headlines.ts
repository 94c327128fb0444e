import type { Language } from '../../functions/sources/source.ts';

/** Words of headlines: who, does what, to what, and when or where. Written for the bench. */
interface Words {
  readonly who: readonly string[];
  readonly does: readonly string[];
  readonly what: readonly string[];
  readonly where: readonly string[];
  readonly beside: readonly string[];
  /** What the watch is for. */
  readonly news: readonly string[];
  readonly order: (who: string, does: string, what: string, where: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    who: [
      'City council',
      'Harbour authority',
      'Chip maker',
      'Farmers’ union',
      'Rail operator',
      'Court',
      'Airline',
      'Museum',
    ],
    does: ['approves', 'delays', 'opens', 'reviews', 'cancels', 'extends', 'doubles'],
    what: [
      'night bus plan',
      'new bridge',
      'wheat forecast',
      'pay deal',
      'spring exhibition',
      'battery plant',
      'tax refund',
      'cherry harvest',
      'ferry timetable',
    ],
    where: [
      'in Osaka',
      'after long talks',
      'for a third year',
      'in Chengdu',
      'amid heavy rain',
      'near Busan',
      'before the holidays',
      'in Lyon',
      'at short notice',
      'again',
      'by a wide margin',
    ],
    beside: [
      'Soybean exports to China rise for a fourth month',
      'Analysts weigh what rare earth export controls mean for car makers',
      'Washington adds ten firms to its own export blacklist',
      'Tokyo shares slip as investors fret over dual-use trade',
      'Why China’s control list keeps lawyers busy',
    ],
    news: [
      'China bans exports of dual-use items to Japanese military users',
      'China adds 12 Japanese firms to export control list',
    ],
    order: (who, does, what, where) => `${who} ${does} ${what} ${where}`,
  },
  ja: {
    who: ['市議会', '港湾局', '半導体大手', '農協', '鉄道会社', '地裁', '航空会社', '美術館'],
    does: ['を承認', 'を延期', 'を開始', 'を見直し', 'を中止', 'を延長', 'を倍増'],
    what: [
      '夜間バス計画',
      '新しい橋',
      '小麦の見通し',
      '賃上げ交渉',
      '春の展覧会',
      '電池工場',
      '税の還付',
      'さくらんぼの収穫',
      'フェリーの時刻表',
    ],
    where: [
      '大阪で',
      '長い協議の末',
      '3年連続で',
      '成都で',
      '大雨の中',
      '釜山近郊で',
      '連休を前に',
      'リヨンで',
      '急きょ',
      '再び',
      '大差で',
    ],
    beside: [
      '大豆の輸出が4カ月連続で増加',
      'レアアースの輸出規制は自動車業界に何をもたらすか 専門家が解説',
      '米、10社を独自の輸出禁止リストに追加',
      '軍民両用品の貿易への懸念で東京株反落',
      '観光地のリスト、今年も更新',
    ],
    news: ['中国、日本の軍事ユーザー向け軍民両用品の輸出を禁止', '中国、日本企業12社を輸出管理リストに追加'],
    order: (who, does, what, where) => `${who}、${where}${what}${does}`,
  },
  zh: {
    who: ['市议会', '港务局', '芯片企业', '农业合作社', '铁路公司', '地方法院', '航空公司', '美术馆'],
    does: ['批准', '推迟', '启动', '重新审议', '取消', '延长', '扩大'],
    what: [
      '夜间公交方案',
      '新桥工程',
      '小麦产量预测',
      '薪资协议',
      '春季展览',
      '电池工厂项目',
      '退税办法',
      '樱桃采摘季',
      '渡轮时刻表',
    ],
    where: [
      '大阪',
      '经长时间协商',
      '连续第三年',
      '成都',
      '大雨中',
      '釜山附近',
      '节前',
      '里昂',
      '临时',
      '再次',
      '以较大优势',
    ],
    beside: [
      '大豆出口连续四个月增长',
      '分析人士解读稀土出口管制对汽车业的影响',
      '美国将十家企业列入其出口管制清单',
      '两用技术贸易忧虑拖累东京股市',
      '景区名单今年再次更新',
    ],
    news: ['中国禁止两用物项向日本军事用户出口', '中国将12家日本实体列入出口管制管控名单'],
    order: (who, does, what, where) => `${where}${who}${does}${what}`,
  },
};

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;

/** The n-th sentence of a newspaper, on anything but the subject. */
function sentence(n: number, language: Language): string {
  const { who, does, what, where, order } = words[language];
  // The lists' lengths have no common divisor: the same four meet again after thousands.
  return order(pick(who, n), pick(does, n), pick(what, n), pick(where, n));
}

/** The n-th headline that stands near the subject, and is no news of it: most of what a reader must tell apart. */
export const besideHeadline = (n: number, language: Language): string => `${pick(words[language].beside, n)} (${n})`;

/** The n-th headline: one in sixteen stands near the subject, and none is news of it. On ordinary days fewer do. */
export const ordinaryHeadline = (n: number, language: Language): string =>
  n % 16 === 7 ? besideHeadline(n, language) : `${sentence(n, language)} (${n})`;

/** The n-th headline where one in a hundred is news of the subject. */
export const mixedHeadline = (n: number, language: Language): string =>
  n % 100 === 50 ? pick(words[language].news, Math.trunc(n / 100)) : ordinaryHeadline(n, language);

/** A summary of about so many characters, as feeds carry them; half come as HTML. */
export function summaryOf(n: number, language: Language, characters: number): string {
  const end = language === 'en' ? '. ' : '。';
  let text = '';
  for (let i = 1; text.length < characters; i++) text += `${sentence(n * 31 + i * 17, language)}${end}`;
  return n % 2 === 0 ? text : `<p>${text}</p><p><a href="https://example.com/${n}">${n}</a></p>`;
}

/** Five different acts of China’s, each news of its own. */
export const fiveActs: readonly string[] = [
  'China bans exports of dual-use items to Japanese military users',
  'China adds 12 Japanese firms to export control list',
  'Beijing suspends rare earth export curbs on Japan until November',
  'China removes 3 Japanese firms from export control list',
  'China says export controls on dual-use items will not affect normal civilian trade with Japan',
];
