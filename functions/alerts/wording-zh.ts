import type { Instant } from '../time.ts';
import { doubtIn } from './doubts.ts';
import { guidance } from './guidance-zh.ts';
import { briefDay, day, entities, goods, goodsOf, instruments, what, when } from './headline-zh.ts';
import type { Matter } from './matters.ts';
import { nameOf } from './names.ts';
import { clocks, endUsesOf, shownTerm, type Status, type Wording } from './wording.ts';

const endUses = {
  'military-users': '军事用户',
  'military-uses': '军事用途',
  'military-strength': '一切有助于提升军事实力的其他最终用户用途',
  'mass-destruction': '大规模杀伤性武器',
  terrorism: '恐怖主义目的',
} as const;

const carried = (outlets: readonly string[]): string =>
  outlets.length > 0
    ? `${outlets.length}家媒体（${outlets.slice(0, 8).join('、')}${outlets.length > 8 ? '等' : ''}）`
    : '1家媒体';

function status(status: Status): string {
  switch (status.kind) {
    case 'confirmed':
      return `【已确认】依据${status.evidence === 'official-text' ? '官方文件原文' : '官方表态'}`;
    case 'by-date':
      return '【已确认】官方文件规定的日期已到，无新公告';
    case 'unread':
      return '【官方文件，待核对】内容未能可靠读取';
    case 'said':
      return '【官方表态】商务部已提及，公告原文尚未见到';
    case 'reported':
      return `【未证实】${carried(status.outlets)}报道，商务部尚未公布`;
    case 'unconfirmed':
      return `【仍未证实】${carried(status.outlets)}曾报道${status.number ? `（提醒#${status.number}）` : ''}，72小时内未见商务部文件印证`;
  }
}

function change({ kind, from, until, wasUntil, what: part, parties, removed, terms, instrument }: Matter): string {
  switch (kind) {
    case 'imposed':
      if (parties.length > 0) return `未列入 → ${day(from)}起列入`;
      return instrument === 'item-control'
        ? `无需依本公告申请许可 → ${day(from)}起须经许可`
        : `无此措施 → ${day(from)}起实施`;
    case 'amended': {
      const moved = [
        ...(parties.length > 0 ? [`${parties.length}家实体：未列出 → 已列出`] : []),
        ...(removed.length > 0 ? [`${removed.length}家实体：已列出 → 不再列出`] : []),
        ...terms
          .map(shownTerm)
          .map(({ name, before, after }) => `${termWords[name] ?? name}：${value(before)} → ${value(after)}`),
      ];
      return moved.join('；') || '按下引原文修改';
    }
    case 'parties-removed':
      return `在名单内 → ${day(from)}起移出`;
    case 'suspended':
      return `实施中 → ${day(from)}起暂停${until ? `至${day(until)}` : '，未定期限'}`;
    case 'extended':
      return `暂停至${wasUntil ? day(wasUntil) : '？'} → ${until ? `暂停至${day(until)}` : '暂停，未定期限'}`;
    case 'resumed':
      return `暂停中 → ${day(from)}起恢复实施`;
    case 'lifted':
      return `实施中 → ${day(from)}起停止实施`;
    case 'took-effect':
      if (part === 'measure') return `已公布未施行 → ${day(from)}起施行`;
      return `实施中 → ${day(from)}起${part === 'lifting' ? '停止实施' : '暂停'}`;
    case 'ends-soon':
      return part === 'suspension'
        ? `暂停至${day(until ?? from)} → 如不延期，${day(from)}起恢复实施`
        : `实施至${day(until ?? from)} → 如不延期即失效`;
    case 'lapsed':
      return part === 'suspension'
        ? `暂停至${day(until ?? from)} → ${day(from)}起恢复实施（无新公告）`
        : `实施至${day(until ?? from)} → 已失效`;
    case 'clarified':
      return '措施本身无变化，仅为说明';
    case 'reported':
    case 'unconfirmed':
      return '法律上暂无变化，仅为报道';
    case 'unclear':
      return '查阅原文前无法确定';
  }
}

const termWords: Readonly<Record<string, string>> = {
  instrument: '措施类型',
  reach: '目的地',
  effectiveOn: '施行日期',
  until: '截止日期',
  extraterritorial: '适用于第三国',
  codes: '编码',
  true: '是',
  false: '否',
  japan: '日本',
  'all-destinations': '所有目的地',
  elsewhere: '其他国家',
  '': '无',
  ...instruments,
};
const value = (text: string): string => termWords[text] ?? text;
const reachWords = {
  japan: '对日本出口',
  'all-destinations': '所有目的地（含日本）',
  elsewhere: '对其他国家出口',
} as const;

function covers(matter: Matter): string {
  const { parties, abouts, reach, report } = matter;
  const items = abouts.flatMap((about) => about.items);
  const hs = new Set(items.flatMap(({ hsCodes }) => hsCodes)).size;
  const uses = endUsesOf([...abouts.flatMap((about) => about.endUses), ...(report?.endUses ?? [])]);
  const names = parties.slice(0, 3).map((party) => nameOf(party, 'zh'));
  const ban = matter.instrument === 'country-ban' && abouts.length > 0;
  const parts = [
    ...(parties.length > 0
      ? [
          `${entities(matter)}（${names.join('、')}${parties.length > 3 ? `等，${matter.doubt === undefined ? '全部' : '已读取的'}名称见下` : ''}）`,
        ]
      : []),
    ...(ban && items.length === 0 ? ['所有两用物项'] : []),
    ...(matter.goods.length > 0 ? [goodsOf(matter, 5)] : []),
    ...(items.length > 0 ? [`${items.length}项物项、${hs}个参考海关商品编号（见下）`] : []),
    ...(uses.length > 0 ? [uses.map((use) => endUses[use]).join('、')] : []),
    ...(reach && parties.length === 0 ? [reachWords[reach]] : []),
  ];
  return parts.join('；') || '请查阅原文';
}

/** `2月24日10:02`，当日为`10:02`，北京时间。 */
const hour = (at: Instant | undefined, now?: Instant): string => {
  if (!at) return '无';
  const { beijing } = clocks(at);
  if (now && clocks(now).beijing.day === beijing.day) return beijing.time;
  return `${day(beijing.day).replace(/^\d+年/, '')}${beijing.time}`;
};

/** 面向熟悉中国出口管制用语的读者，用公告的原词，北京时间在前。 */
export const wordingZh: Wording = {
  language: 'zh',
  labels: {
    change: '变化', status: '状态', effective: '时间', covers: '范围', thirdCountries: '第三国转移', means: '影响',
    doNow: '建议', also: '同一公告另有', parties: '所涉实体', removed: '不再列出的实体', items: '物项',
    endUses: '最终用户和最终用途（原文）', clause: '所涉条款', quote: '商务部原文', reading: '我们的理解',
    because: '存疑之处', related: '相关措施', source: '来源', publisher: '发布者', title: '标题', address: '网址', published: '公布',
    retrieved: '获取', evidence: '证据等级', archive: '存档SHA-256', number: '记录编号', freshness: '官方网站监测情况',
    why: '为何收到本邮件', report: '报道原文', changes: '变化一览', due: '未来30天', inForce: '现行措施',
    digest: '周报', trouble: '异常的信息源',
  }, // prettier-ignore
  urgency: { immediate: '紧急', routine: '通知' },
  evidence: {
    'official-text': '官方文件',
    'official-statement': '官方表态',
    'state-media': '官方媒体',
    press: '新闻媒体',
    'trade-body': '行业团体或日本政府机构',
  },
  instruments,
  banOnJapan: '两用物项对日出口禁令',
  reaches: reachWords,
  goods,
  endUses,
  terms: termWords,
  comma: '，',
  colon: '：',
  stop: '。',
  ellipsis: '…',
  aside: (text) => `（${text}）`,
  quoted: (text) => `“${text}”`,
  day,
  briefDay,
  moment(at) {
    const { tokyo, beijing } = clocks(at);
    const inTokyo = beijing.day === tokyo.day ? tokyo.time : `${day(tokyo.day)}${tokyo.time}`;
    return `${day(beijing.day)}${beijing.time}（北京时间；东京${inTokyo}）`;
  },
  near: (days) => (days === 0 ? '（今天）' : days > 0 ? `（${days}天后）` : `（${-days}天前）`),
  section: (title) => `■ ${title}`,
  what,
  when,
  change,
  status,
  briefStatus: ({ kind }) =>
    kind === 'confirmed' || kind === 'by-date'
      ? '已确认'
      : kind === 'unread'
        ? '待核对原文'
        : kind === 'said'
          ? '未见原文'
          : '未证实',
  briefSource: (one) =>
    one.kind === 'reported'
      ? one.evidence === 'state-media'
        ? '官方媒体'
        : '媒体'
      : one.kind === 'unconfirmed'
        ? '媒体'
        : '商务部',
  confirms: (number, on, outlets) => `${day(on)}提醒#${number}（当时为${carried(outlets)}报道）现已得到官方证实。`,
  effective: (matter) => when(matter, day).replace(/^[ ,、，]+/, ''),
  covers,
  thirdCountries: (covered) =>
    covered ? '适用。从任何国家和地区（含日本）转移、提供原产于中国的物项均在其列' : '所读文本未提及',
  guidance,
  notListed: (ban) =>
    `未列入名单不等于不受限制：无论是否列入名单，${ban}均禁止两用物项对日本军事用户、军事用途以及一切有助于提升日本军事实力的其他最终用户用途出口。`,
  count: (stated, read) =>
    stated === read
      ? `公告所称${stated}家，读取${read}家，一致。`
      : `公告所称${stated}家，读取${read}家，不一致，请核对原文。`,
  hs: (codes) => `海关商品编号 ${codes.join('、')}`,
  hsNote: '海关商品编号仅供参考，以管制编码和物项描述为准。',
  because: (doubt) => doubtIn(doubt, 'zh'),
  more: (count, where) => `… 另有${count}项：${where}`,
  elsewhere: (address) => `见${address || '公告原文'}`,
  standing(standing, from) {
    switch (standing.kind) {
      case 'announced':
        return `${day(standing.from)}起施行`;
      case 'in-force':
        return `${day(from)}起实施${standing.partly ? '，部分暂停' : ''}`;
      case 'suspended':
        return `暂停实施${standing.until ? `至${day(standing.until)}` : ''}`;
      case 'lifted':
        return `${day(standing.on)}起停止实施`;
      case 'expired':
        return `${day(standing.on)}届满`;
      case 'unknown':
        return `${day(standing.since)}起状态未确认`;
    }
  },
  health: ({ state, checkedAt, changedAt, failingSince }, at) =>
    `${state === 'down' ? '无响应，' : ''}最近检查${hour(checkedAt, at)}，最近更新${hour(changedAt, at)}${state !== 'ok' && failingSince ? `，${hour(failingSince, at)}起失败` : ''}`,
  otherSources: (count, silent) => `其他信息源${count}个，${silent === 0 ? '均有响应' : `${silent}个无响应`}。`,
  noSources: '尚无官方网站响应。',
  noRelated: '无记录。',
  why: (choice) =>
    `您订阅了dual-use-watch中文提醒（本条类别：${choice.join('、')}）。如需退订，请点击文末链接或联系为您订阅的管理员。`,
  disclaimer: '仅供参考，不构成法律意见，以中文原文为准。',
  digestSubject: (n, from, to) => `周报：${n === 0 ? '无变化' : `${n}项变化`}，${day(from)}至${day(to)}`,
  digestHeadline: (n, from, to) =>
    n === 0
      ? `${day(from)}至${day(to)}，中国两用物项出口管制没有涉及日本的新变化。`
      : `${day(from)}至${day(to)}，中国两用物项出口管制有${n}项涉及日本的变化。`,
  watched: ({ sources, polls, failed, since, silent }) =>
    sources === 0
      ? '尚未成功读取任何官方网站。'
      : `${hour(since)}以来对${sources}个官方网站共检查${polls.toLocaleString('en')}次，失败${failed}次；${silent === undefined ? '其中有网站从未响应。' : `响应最久远的网站为${silent}分钟前。`}`,
  quiet: (n) => `另有${n}项仅记录、未提醒（初次读取，或因大量刊登而暂缓）。`,
  nothing: '无。',
  standings: (inForce, japan, suspended, announced) =>
    `实施中${inForce}项（其中针对日本${japan}项），暂停${suspended}项，待施行${announced}项。`,
};
