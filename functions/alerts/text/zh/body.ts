import type { Presumption } from '../../../findings/finding.ts';
import { nameOf } from '../../names.ts';
import type { Body } from '../text.ts';
import { entities, goodsOf } from './headlines.ts';
import { days, nouns } from './nouns.ts';

const carried = (outlets: readonly string[]): string =>
  outlets.length > 0
    ? `${outlets.length}家媒体（${outlets.slice(0, 8).join('、')}${outlets.length > 8 ? '等' : ''}）`
    : '1家媒体';

const outcomes: Readonly<Record<Presumption['outcome'], string>> = {
  denial: '不予许可',
  'case-by-case': '逐案审批',
  approval: '予以许可',
};
const whom: Readonly<Record<Presumption['whom'], string>> = {
  'listed-parties': '向管控名单和关注名单所列实体的申请',
  military: '向军事用户的申请',
  other: '公告所列情形的申请',
};

/** 面向熟悉中国出口管制用语的读者，用公告的原词，北京时间在前。 */
export const body: Body = {
  labels: {
    change: '变化',
    measures: '所涉措施',
    covers: '范围',
    groups: '所属集团',
    ours: '涉及本公司',
    conditions: '申请人及条件',
    stages: '分步施行',
    clause: '所涉条款',
    stillPaused: '仍暂停实施（最后一日）',
    status: '核实情况',
    quote: '依据',
    means: '影响',
    doNow: '建议',
    doubt: '存疑之处',
    also: '另有',
    page: '最新情况',
    parties: '所涉实体',
    added: '新增实体',
    removed: '不再列出的实体',
    left: '仍在名单内的实体',
    items: '物项',
    endUses: '最终用户和最终用途（原文）',
    related: '其他措施',
    source: '来源',
    sources: '来源',
  },
  turns: {
    edited: ({ added, removed, unstated }, terms) =>
      [
        ...(added > 0 ? [`${added}家实体：未列出 → 已列出`] : []),
        ...(removed > 0 ? [`${removed}家实体：已列出 → 不再列出`] : []),
        ...terms,
        ...(unstated ? ['未写明起始日期'] : []),
      ].join('；') || '按下引原文修改',
    'taken-back': () => '恢复为修改前的内容',
    restored: () => '无变化，页面恢复原内容',
    explained: () => '措施本身无变化，仅为说明',
    reported: () => '法律上暂无变化，仅为报道',
    unknown: () => '查阅原文前无法确定',
  },
  words: { yes: '是', no: '否', none: '无' },
  came: (count, first) => `新增${count}项（${first}）`,
  went: (count, first) => `删除${count}项（${first}）`,
  states: {
    unlisted: '未列入',
    listed: '列入',
    delisted: '移出',
    unlicensed: '无需依本公告申请许可',
    licensed: '须经许可',
    absent: '无此措施',
    announced: '已公布、未施行',
    'in-force': '实施中',
    applies: '实施',
    'applies-again': '恢复实施',
    suspended: '暂停实施',
    'suspended-open': '暂停实施，未定期限',
    ended: '停止实施',
    expired: '失效',
    overdue: '已满法定两年',
  },
  state: ({ is, from, until }) =>
    `${from ? `${days.day(from)}起` : ''}${body.states[is]}${until ? `至${days.day(until)}` : ''}`,
  buts: {
    'unless-extended': (after) => `如未延期，${after}`,
    'day-not-stated': (after) => `${after}（公告未写明施行日期）`,
    'no-extension': (after) => `${after}，未见延期公告`,
    unread: (after) => `按公告${after}；未能读取官方信息源，是否延期未核对`,
  },
  covers: {
    parties: ({ who, names, below }) =>
      `${entities(who)}（${names.map((party) => nameOf(party, 'zh')).join('、')}${
        below === 'none' ? '' : `等，${below === 'all' ? '全部' : '已读取的'}名称见下`
      }）`,
    'all-items': () => '所有两用物项',
    goods: ({ goods }) => goodsOf(goods, 5),
    items: ({ items, hs, coded, below }) =>
      coded
        ? `${items}项${hs > 0 ? `、${hs}个参考海关商品编号` : ''}${below ? '（见下）' : ''}`
        : hs > 0
          ? '下列商品编号'
          : `${items}项（见下）`,
    uses: ({ uses }) => uses.map((use) => nouns.endUses[use]).join('、'),
    reach: ({ reach }) => nouns.reaches[reach],
  },
  conditions: {
    abroad: () => '除境内出口经营者外，境外组织和个人也须申请',
    threshold: ({ percent }) => `中国成分价值比例达${percent}%及以上即适用`,
    presumption: ({ outcome, whom: of, ownedPercent, firm }) =>
      `${whom[of]}${ownedPercent === undefined ? '' : `（含持股${ownedPercent}%及以上的子公司、分公司等）`}${firm || outcome === 'case-by-case' ? '' : '原则上'}${outcomes[outcome]}`,
    exempt: ({ count }) => `另有${count}项豁免，见公告`,
  },
  statuses: {
    text: ({ announcement, readAt }, name) =>
      `【已确认】${days.moment(readAt)}读取${announcement ? name(announcement) : '官方文件'}原文`,
    statement: ({ readAt }) => `【已确认】商务部表态，${days.moment(readAt)}读取`,
    day({ announcement, checked, byLaw }, name, now) {
      const text = announcement ? name(announcement) : '下列官方文件';
      const by = byLaw ? `${text}未规定期限，此为临时管制自实施之日起两年的法定期限` : `${text}规定的日期`;
      if (byLaw && checked.read > 0 && checked.last) {
        return `【法定期限】${by}；未见延长公告（官方信息源最近读取${days.hour(checked.last, now)}）`;
      }
      if (checked.read > 0 && checked.last) {
        return `【已确认】${by}；未见相反公告（官方信息源最近读取${days.hour(checked.last, now)}）`;
      }
      const last = checked.last ? `最近读取${days.hour(checked.last, now)}` : '从未读取';
      return `【未核对】${by}；未能读取官方信息源（${last}），请查阅商务部网站`;
    },
    unread: ({ readAt }) => `【官方文件，请核对原文】内容未能可靠读取，${days.moment(readAt)}获取`,
    said: ({ readAt }) => `【官方表态】商务部已提及（${days.moment(readAt)}读取），公告原文尚未见到`,
    reported: ({ outlets }) => `【未证实】${carried(outlets)}报道，未见商务部公布`,
    unconfirmed: ({ outlets, report }) =>
      `【仍未证实】${carried(outlets)}曾报道（提醒#${report}），72小时内未见官方文件印证`,
  },
  briefStatus(one) {
    if (one.kind === 'day') return one.checked.read > 0 ? '已确认' : '未核对';
    if (one.kind === 'unread') return '请核对原文';
    if (one.kind === 'said') return '未见原文';
    return one.kind === 'text' || one.kind === 'statement' ? '已确认' : '未证实';
  },
  briefSource(one) {
    if (one.kind === 'reported') return one.evidence === 'state-media' ? '官方媒体' : '媒体';
    return one.kind === 'unconfirmed' ? '媒体' : '商务部';
  },
  quotes: {
    text: (quoted) => `公告原文${quoted}`,
    statement: (quoted) => `商务部表态${quoted}`,
    report: (quoted) => `报道${quoted}`,
  },
  confirms: (number, on, outlets) =>
    `${days.day(on)}提醒#${number}（${Math.max(1, outlets.length)}家媒体报道）已得到官方证实`,
  meanings: {
    suspended: '暂停期内不适用上述要求；措施本身仍在，如未延期，次日恢复。其他措施继续有效。',
    delisted: '不再受该名单限制，其他措施仍适用。',
    ending: '如未延期，该措施即告失效。',
    overdue: '法定两年期限已满，未见延长或终止的公告，有关物项也可能已列入管制清单。',
    ended: '该措施的要求不再适用，其他措施继续有效。',
    explained: '仅为说明，本身不改变义务。',
    'ease-reported': '商务部公布之前，不构成任何放宽。',
    'plan-reported': '尚属计划或传闻，商务部公布之前不适用。',
    'explanation-reported': '报道称有关方面作出说明，本身不改变义务。',
    unconfirmed: '仅凭报道不产生义务。',
    unread: '查阅原文之前无法确定。',
  },
  supposing: {
    'not-extended': (law) => `如未延期：${law}`,
    confirmed: (law) => `商务部公布之前不具效力。如与报道一致：${law}`,
    'as-it-seems': (law) => `如与标题一致：${law}`,
  },
  doings: {
    'control-list':
      '请将下列名称与客户、最终用户和在手订单逐一比对；拟交付给名单内实体的中国原产两用物项（含在日库存）应暂停发货。',
    'watch-list': '请将下列名称与客户和最终用户逐一比对；备好最终用途说明和承诺书，并预留更长的交货期。',
    'unreliable-entity-list': '请对照公告核查与所列实体的合同、投资和人员往来。',
    'country-ban': '可能流向此类用户或用途的物项应暂停发货；请客户书面确认最终用户和最终用途，中国供应商也会要求提供。',
    'item-control': '请对照公告所列编码核对自中国采购的物项，向供应商确认许可申请时间，并检查库存和交货期。',
    'item-list': '请按新清单重新核对自中国采购物项的归类。',
    'licence-catalogue': '下次发货前，请对照新目录核对自中国采购物项的编码。',
    'licensing-rule': '请与中国供应商核对正在办理和拟办理的许可申请。',
    overdue: '不要仅凭此恢复发货；请向商务部、海关或供应商核实，并核对管制清单。',
    eased: '恢复交易前，请先核对仍然适用的其他措施（见下），并记录有关日期。',
    'ends-soon': '请现在确定须在期满前自中国发出的货物，并请供应商尽早申请许可。',
    explained: '请核对是否涉及本公司的订单或申请。',
    reported:
      '请先梳理可能受影响的订单，勿仅凭媒体所报名称和日期行事。商务部证实后，或72小时仍未证实时，我们将再次通知。',
    plan: '目前无须行动，请留意可能受影响的订单。',
    unconfirmed: '仅供参考，请勿据此决策。',
    unclear: '请立即查阅原文（网址见下），已读取的内容可能不完整。',
  },
  notListed: (ban) =>
    `未列入名单不等于不受限制：${ban}禁止所有两用物项对日本军事用户、军事用途以及一切有助于提升日本军事实力的其他最终用户用途出口。`,
  own: {
    customers: (count) => `${count}家客户`,
    suppliers: (count) => `${count}家供应商`,
    parts: (count) => `${count}个零部件`,
  },
  ownUnsure: '带“?”者可能涉及，请核对',
  oursUnread: '未能读取本公司客户、供应商和零部件名单，请人工核对',
  count: (stated, read) =>
    stated === read ? `公告所称${stated}家，读取${read}家，一致。` : `公告所称${stated}家，读取${read}家，不一致。`,
  hs: (codes) => `海关商品编号 ${codes.join('、')}`,
  hsNote: '海关商品编号仅供参考，以管制编码和物项描述为准。',
  more: (count, where) => `… 另有${count}项：${where}`,
  elsewhere: (address) => `见${address || '公告原文'}`,
  standing(standing, from) {
    switch (standing.kind) {
      case 'announced':
        return `${days.day(standing.from)}起施行`;
      case 'in-force':
        return `${from ? `${days.day(from)}起` : ''}实施${standing.partly ? '，部分暂停' : ''}`;
      case 'suspended':
        return `暂停实施${standing.until ? `至${days.day(standing.until)}` : ''}`;
      case 'lifted':
        return `${days.day(standing.on)}起停止实施`;
      case 'expired':
        return `${days.day(standing.on)}届满`;
      case 'unknown':
        return `${days.day(standing.since)}以后情况不明`;
    }
  },
  compiled: (day) => `据截至${day}的公开资料，未读公告原文`,
  otherMeasures: (inForce, suspended) => `另有其他物项的措施：实施中${inForce}项，暂停${suspended}项`,
  watching({ sources, read, last }, now) {
    if (sources === 0 || !last) return '尚无官方信息源响应。';
    const away = sources - read;
    return `官方信息源：${sources}个中${read}个在24小时内响应（最近${days.hour(last, now)}）${
      away > 0 ? `；${away}个无响应，其新公布内容会延迟发现` : ''
    }。`;
  },
  why: (number, choice) =>
    `${number === undefined ? '' : `提醒#${number}。`}类别：${choice.join('、')}。退订请点击文末链接或联系为您订阅的管理员。`,
  disclaimer: '仅供参考，不构成法律意见，以中文原文为准。',
};
