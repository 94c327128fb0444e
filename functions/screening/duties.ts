import type { Instrument } from '../findings/finding.ts';

/** The languages of the watch's readers. */
export type DutyLanguage = 'en' | 'ja' | 'zh';

/**
 * Who must do what under an instrument, in one sentence. Export Control Law (2020) and Regulations on Export Control of
 * Dual-Use Items (State Council Order 792): the articles are named where the duty rests on them.
 */
const duties: Readonly<Record<Instrument, Readonly<Record<DutyLanguage, string>>>> = {
  'country-ban': {
    en: 'Exporters may not send dual-use items to Japanese military users, for military use, or to any end user or use that helps raise Japan’s military strength; who passes items of Chinese origin on to Japan against it, from anywhere, is liable.',
    ja: '日本の軍事ユーザー・軍事用途、および日本の軍事力向上に資する一切の最終需要者・用途への両用品目の輸出は禁止。中国原産品を違反して日本へ移転した者は、国・地域を問わず責任を負う。',
    zh: '禁止向日本军事用户、军事用途及一切有助于提升日本军事实力的其他最终用户、用途出口两用物项；任何国家和地区的组织和个人违规向日本转移原产于中国的相关物项，须承担法律责任。',
  },
  'control-list': {
    en: 'Exporters may not send dual-use items to it, and nobody abroad may pass it dual-use items of Chinese origin; dealings under way stop at once; in special cases an exporter may apply to the ministry (Export Control Law art. 18; Regulations art. 29).',
    ja: '輸出者による両用品目の輸出、および域外の者による中国原産両用品目の移転は禁止。進行中の取引は直ちに停止。特別な事情があれば輸出者が商務部に申請できる（輸出管理法第18条、両用品目条例第29条）。',
    zh: '禁止出口经营者向其出口两用物项，禁止境外组织和个人向其转移原产于中国的两用物项，正在开展的活动立即停止；特殊情况可向商务部申请（出口管制法第十八条、条例第二十九条）。',
  },
  'watch-list': {
    en: 'No general licence and no certificate by registration: each export to it needs a single licence, with a risk report and a written pledge that nothing helps raise Japan’s military strength; the usual time limit for review does not apply (Regulations art. 26).',
    ja: '包括許可・登録による証明は使えず、個別許可が必要。リスク評価報告と、日本の軍事力向上に用いない旨の誓約書を添える。通常の審査期限は適用されない（両用品目条例第26条）。',
    zh: '不得申请通用许可或以登记填报信息方式获得出口凭证；须申请单项许可，并提交风险评估报告和不用于提升日本军事实力的书面承诺；审查不受规定期限限制（条例第二十六条）。',
  },
  'unreliable-entity-list': {
    en: 'Trade with China and new investment there may be barred for it; read the notice for what is.',
    ja: '中国との輸出入や新規投資が禁止され得る。内容は公告による。',
    zh: '可能被禁止从事与中国有关的进出口活动和境内新增投资，以公告为准。',
  },
  'item-control': {
    en: 'The exporter in China needs a licence for it, with papers on end user and end use (Export Control Law arts. 12, 15; Regulations arts. 14 to 17). Customs codes are for reference; the description decides.',
    ja: '中国の輸出者は許可を要し、最終需要者・最終用途の証明を添える（輸出管理法第12・15条、両用品目条例第14～17条）。HSコードは参考であり、品目の記述による。',
    zh: '出口经营者须申请许可，并提交最终用户和最终用途证明文件（出口管制法第十二、十五条，条例第十四至十七条）。海关商品编号仅供参考，以物项描述为准。',
  },
  'item-list': {
    en: 'What the list describes needs a licence from the exporter in China; its own words decide.',
    ja: 'リストに記述された品目は、中国の輸出者に許可が必要。記述による。',
    zh: '清单所列物项须由出口经营者申请许可，以清单描述为准。',
  },
  'licence-catalogue': {
    en: 'The exporter in China shows a licence to customs. A licence is due whether or not a customs code is printed, and the unified list prevails.',
    ja: '中国の輸出者は税関に許可証を提示。HSコードの記載の有無にかかわらず許可を要し、統一リストが優先する。',
    zh: '出口经营者须向海关交验许可证。无论是否列明海关商品编号均须申领，以两用物项出口管制清单为准。',
  },
  'licensing-rule': {
    en: 'A rule of licensing; read it for who must do what.',
    ja: '許可手続に関する規則。義務の内容は本文による。',
    zh: '许可管理规定，具体义务以文本为准。',
  },
};

export const dutyOf = (instrument: Instrument, language: DutyLanguage): string => duties[instrument][language];
