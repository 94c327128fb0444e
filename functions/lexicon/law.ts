type Language = 'en' | 'ja' | 'zh';

/** An article: of the Export Control Law, of the Dual-Use Regulations, or of the Provisions on the Unreliable Entity List. */
export type Article = `${'Law' | 'Regulations' | 'Unreliable Entities'} ${number}`;

/** A statement of law, with the articles that bear it. */
export interface Statement extends Readonly<Record<Language, string>> {
  readonly articles: readonly Article[];
}

/**
 * Every statement of law that an alert or an answer makes; `law-articles.ts` holds the words that bear them. 出口管制法 is in force since 1 December 2020, 两用物项出口管制条例 (State Council
 * Order 792) since 1 December 2024, 不可靠实体清单规定 (MOFCOM Order 4 of 2020) since 19 September 2020.
 */
export const law = {
  'control-list': {
    en: 'Dual-use deals with them are banned, restricted or stopped, as the announcement says; where special circumstances require one, the exporter must apply to MOFCOM and be approved first.',
    ja: '掲載企業・団体との両用品目の取引は、公告の定めるところにより禁止・制限・中止されます。特別な事情で取引が必要な場合は、輸出者が商務部に申請し、承認を受ける必要があります。',
    zh: '与管控名单所列实体的两用物项交易，按公告予以禁止、限制或责令中止；特殊情况下确需交易的，出口经营者应向商务部申请，经批准后方可进行。',
    articles: ['Law 18', 'Regulations 29'],
  },
  'control-list-units': {
    en: 'Their wholly owned companies, representative offices and branches in China get no general licence and no certificate by registration; those that they hold are revoked.',
    ja: '掲載企業・団体が中国に置く独資企業・代表機構・支店は、包括許可（通用許可）も登録・情報申告方式の輸出証明も利用できず、取得済みのものは取り消されます。',
    zh: '名单内实体在中国境内设立的独资企业、代表机构、分支机构不得申请通用许可或以登记填报信息方式获得出口凭证，已获得的予以撤销。',
    articles: ['Regulations 20'],
  },
  'control-list-fine': {
    en: 'An exporter who deals with them unlawfully is fined ten to twenty times the value where that is CNY 500,000 or more.',
    ja: '違反して取引した輸出者には、違法な取引額が50万元以上の場合、その10～20倍の過料が科されます。',
    zh: '出口经营者违规与名单内实体交易，违法经营额50万元以上的，处10倍以上20倍以下罚款。',
    articles: ['Law 37'],
  },
  'watch-list': {
    en: 'For exports to them there is no general licence and no certificate by registration: each needs a single licence, with a risk assessment report and a pledge, and review has no time limit.',
    ja: '掲載企業・団体向けの輸出には、包括許可（通用許可）も登録・情報申告方式の輸出証明も利用できません。個別許可（単項許可）にリスク評価報告書と誓約が必要で、審査期限の定めは適用されません。',
    zh: '向关注名单所列实体出口，不得申请通用许可或以登记填报信息方式获得出口凭证；申请单项许可须提交风险评估报告并作出承诺，审查不受法定期限限制。',
    articles: ['Regulations 26'],
  },
  'watch-list-removal': {
    en: 'MOFCOM may take off the list whoever cooperates with its verification and is found not to have diverted anything.',
    ja: '商務部は、検証（核査）に協力し、用途の無断変更や第三者への無断移転がないと確認された者をリストから除外できます。',
    zh: '配合核查，经核实无擅自改变最终用途、擅自转让等情形的，商务部可将其移出关注名单。',
    articles: ['Regulations 26'],
  },
  'control-list-removal': {
    en: 'MOFCOM may take off the control list, on application, whoever no longer gives grounds for being on it.',
    ja: '商務部は、掲載事由がなくなった者を、申請により管控名单から除外できます。',
    zh: '不再有列入情形的，可向商务部申请移出管控名单，由商务部决定。',
    articles: ['Law 18', 'Regulations 30'],
  },
  'country-ban': {
    en: 'China may ban exports of dual-use items to a country, an organisation or a person; exports to these end users and for these end uses are prohibited.',
    ja: '中国は、特定の国・地域、組織・個人への両用品目の輸出を禁止できます。対象の需要者・用途への輸出は禁止されます。',
    zh: '国家可禁止特定两用物项向特定目的国家和地区、特定组织和个人出口；向所列最终用户、为所列最终用途出口均被禁止。',
    articles: ['Law 10', 'Regulations 13'],
  },
  'end-use-ban': {
    en: 'Exports of dual-use items to Japanese military users, for military use, and to any other end user or use that helps raise Japan’s military strength are prohibited.',
    ja: '日本の軍事ユーザー・軍事用途、および日本の軍事力向上に資するその他一切の最終需要者・用途への両用品目の輸出は禁止されます。',
    zh: '禁止向日本军事用户、军事用途以及一切有助于提升日本军事实力的其他最终用户用途出口两用物项。',
    articles: ['Law 10', 'Regulations 13'],
  },
  'liable-abroad': {
    en: 'The announcement binds transfers from third countries as well; organisations and persons abroad who break the law are held liable.',
    ja: '公告は第三国からの移転・提供も対象としています。中国国外の組織・個人も、違反すれば法的責任を問われます。',
    zh: '公告同样适用于境外组织和个人的转移、提供行为；境外组织和个人违反规定的，依法追究法律责任。',
    articles: ['Law 44'],
  },
  licence: {
    en: 'The exporter must apply to MOFCOM: for a single licence (one end user, up to one year), a general licence (up to three years) or, in the cases of article 19, a certificate by registration.',
    ja: '輸出者は商務部に申請し、個別許可（単項許可：需要者1者、最長1年）、包括許可（通用許可：最長3年）、または19条の場合に限り登録・情報申告方式の輸出証明を得る必要があります。',
    zh: '出口经营者应向商务部申请单项许可（单一最终用户，不超过1年）或通用许可（不超过3年），第十九条所列情形可以登记填报信息方式获得出口凭证。',
    articles: ['Law 12', 'Regulations 14', 'Regulations 15', 'Regulations 19'],
  },
  'end-user': {
    en: 'The end user must state end user and end use, and may neither change the use nor pass the goods on without MOFCOM’s consent.',
    ja: '需要者は最終需要者・最終用途の証明書を提出し、商務部の許可なく用途を変更したり第三者に移転したりできません。',
    zh: '须提交最终用户和最终用途证明文件；未经商务部允许，最终用户不得擅自改变最终用途或向第三方转让。',
    articles: ['Law 15', 'Law 16', 'Regulations 24'],
  },
  review: {
    en: 'MOFCOM decides within 45 working days of accepting the application; appraisal, expert opinions and on-site checks do not count, and what goes to the State Council has no limit.',
    ja: '審査は申請の受理から45業務日以内です（鑑定、専門家への意見照会、現地検証の期間は含まず、国務院の承認を要するものは期限なし）。',
    zh: '审查期限为自受理之日起45个工作日，组织鉴别、征询专家意见、实地核查所需时间不计算在内；需报国务院批准的不受此限。',
    articles: ['Regulations 17'],
  },
  abroad: {
    en: 'MOFCOM may require those abroad who transfer items of Chinese origin, or made abroad with Chinese content or technology, to named countries or parties to follow these rules.',
    ja: '商務部は、中国原産の品目や、中国原産の品目・技術を用いて国外で製造された品目を、特定の国・地域や組織・個人へ移転・提供する国外の事業者に、この規定に準じた対応を求めることができます。',
    zh: '境外组织和个人向特定国家和地区、特定组织和个人转移、提供原产于中国或含有中国成分、使用中国技术在境外制造的特定两用物项，商务部可要求参照执行。',
    articles: ['Regulations 49'],
  },
  'item-list': {
    en: 'The control list of goods decides which dual-use items need a licence.',
    ja: '許可が必要な両用品目は、輸出管理品目リスト（管制清単）で定められます。',
    zh: '两用物项出口管制清单所列物项出口须申请许可。',
    articles: ['Law 9', 'Law 12', 'Regulations 11', 'Regulations 14'],
  },
  'catch-all': {
    en: 'Goods on no list need a licence too where the exporter knows, should know or is told that they may endanger China’s national security or serve weapons of mass destruction or terrorism.',
    ja: 'リストにない品目でも、国家安全を害する、大量破壊兵器やテロに使われるおそれがあると輸出者が知り、知るべきであり、または通知を受けた場合は許可が必要です（キャッチオール規制）。',
    zh: '清单外物项，出口经营者知道、应当知道或者得到通知可能危害国家安全、被用于大规模杀伤性武器或恐怖主义目的的，也须申请许可。',
    articles: ['Law 12', 'Regulations 14'],
  },
  customs: {
    en: 'Customs does not release dual-use items without the export licence.',
    ja: '輸出許可証がなければ、中国税関は両用品目の通関を認めません。',
    zh: '不能提供出口许可证件的，海关不予放行。',
    articles: ['Law 19', 'Regulations 21'],
  },
  procedure: {
    en: 'Licences are applied for, reviewed and used by these rules: kinds, documents, time limits, changes.',
    ja: '輸出許可の種類、申請書類、審査期限、変更手続に関わります。',
    zh: '涉及出口许可的种类、申请材料、审查期限和变更手续。',
    articles: ['Regulations 15', 'Regulations 16', 'Regulations 17', 'Regulations 18'],
  },
  'unreliable-entities': {
    en: 'Trade with China, investment in China and entry may be restricted or forbidden, as the announcement says.',
    ja: '中国との輸出入、中国での投資、入国などが、公告の定めに応じて制限・禁止されます。',
    zh: '可被限制或者禁止从事与中国有关的进出口活动、在中国境内投资以及相关人员入境等，以公告为准。',
    articles: ['Unreliable Entities 10'],
  },
  temporary: {
    en: 'A temporary control lasts at most two years and may be extended at most twice; without a new announcement it ends.',
    ja: '臨時管理は1回2年以内で、延長は2回までです。新たな公告がなければ終了します。',
    zh: '临时管制的实施期限每次不超过2年，延长不超过2次；期满未公告延长的，不再实施。',
    articles: ['Law 9', 'Regulations 12'],
  },
} as const satisfies Readonly<Record<string, Statement>>;

export type LawId = keyof typeof law;

type Act = 'Law' | 'Regulations' | 'Unreliable Entities';
const acts: Readonly<Record<Language, Readonly<Record<Act, string>>>> = {
  en: {
    Law: 'Export Control Law',
    Regulations: 'Dual-Use Regulations',
    'Unreliable Entities': 'Provisions on the Unreliable Entity List',
  },
  ja: { Law: '輸出管理法', Regulations: '両用品目輸出管理条例', 'Unreliable Entities': '不可靠実体清単規定' },
  zh: {
    Law: '《出口管制法》',
    Regulations: '《两用物项出口管制条例》',
    'Unreliable Entities': '《不可靠实体清单规定》',
  },
};

/** A statement and its articles, as a language cites them: `… (Export Control Law arts. 15, 16; Dual-Use Regulations art. 24)`. */
export function cited(id: LawId, language: Language): string {
  const { [language]: words, articles }: Statement = law[id];
  const byAct = Map.groupBy(articles, (article) => article.replace(/ \d+$/, '') as Act);
  const named = [...byAct].map(([act, of]) => {
    const numbers = of.map((article) => Number(/\d+$/.exec(article)?.[0]));
    const name = acts[language][act];
    if (language === 'en') return `${name} art${numbers.length > 1 ? 's' : ''}. ${numbers.join(', ')}`;
    if (language === 'ja') return `${name}${numbers.join('・')}条`;
    return `${name}${numbers.map((number) => `第${inChinese(number)}条`).join('、')}`;
  });
  const end = words.slice(-1);
  if (language === 'en') return `${words.slice(0, -1)} (${named.join('; ')})${end}`;
  return `${words.slice(0, -1)}（${named.join('、')}）${end}`;
}

const digits = '〇一二三四五六七八九';
/** 1 to 99 as articles are counted: 九, 十二, 二十九. */
function inChinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens > 1 ? (digits[tens] ?? '') : ''}十`;
  return `${ten}${ones > 0 ? (digits[ones] ?? '') : ''}`;
}
