import { chemicalTrade } from './subject.ts';

/**
 * MOFCOM's fixed phrases, as patterns on folded text. The laws: 出口管制法 (Export Control Law, in force 2020-12-01) and
 * 两用物项出口管制条例 (Dual-Use Regulations, State Council Order 792, in force 2024-12-01).
 */

/** Neighbouring regimes with lists, licences and announcements of their own. */
export const otherRegimes: readonly (readonly [rule: string, pattern: RegExp])[] = [
  ['trade remedy', /反倾销|反补贴|保障措施|倾销幅度|反规避/],
  ['precursor chemicals', /易制毒/],
  ['import licence', /自动进口许可|进口许可证?管理货物目录|商用密码进口许可清单(?!、出口)|产品进口目录|旧机电/],
  ['import', /(?:恢复|暂停|停止|禁止|进口)[^出]{0,12}水产品|进口[^出]{0,8}(?:食品|肉类)/],
  ['ordinary export licence', /一般出口许可证/],
  ['quota or ordinary licence', /出口配额|关税配额|国营贸易|(?<!两用物项.{0,8})(?<!技术进)出口许可证管理货物目录/],
  ['countermeasure outside export control', /反外国制裁法(?!.{0,80}两用物项)|限制性措施.{0,20}反制/],
  ['the unreliable entity list itself', /^(?:[^ ]{0,30}\s?)?《?不可靠实体清单规定/],
  // The catalogue of technology barred or restricted from export rests on the Foreign Trade Law, not on dual use.
  ['technology catalogue', /禁止出口限制出口技术目录/],
  ['certification or standard', /认证(?:产品)?目录|检测机构|规范条件|行业规范|国家标准/],
  ['export tax', /出口退税|出口关税/],
  ['state trading', /企业名录|国营贸易/],
];

/** Paperwork that changes nobody's duties. */
export const procedure =
  /无纸化|电子(?:签发|化|证)|(?:申领|签发|发证|换发).{0,12}(?:机构|系统|流程|指南|平台)|(?:系统|平台)(?:升级|维护|上线|切换|停机|迁移)|(?:启用|上线|切换|停用).{0,20}(?:系统|平台|网站|端口|网址)|培训(?:班)?|讲座|公开课|宣讲|研讨会|座谈会|年会|论坛|招聘|遴选|采购|统一平台|对话机制|论证会|听证会|专家(?:库|名单|委员会|组)|工作计划|立法计划|统计工作|信息报送|打印|网上(?:申请|办理)|(?:受理|办公|服务)时间|放假|活动(?:的|$)|宣传月|合规月|竞赛|展览|博览会/;

/** The ministry's other business: an announcement of it that moves another by number alone is not ours. */
export const otherBusiness =
  /补贴|以旧换新|消费(?:者|品|券)|零售|餐饮|家政|二手车|报废|典当|拍卖|直销|老字号|成品油|食糖|棉花|羊毛|化肥|肉类|粮食|外商投资|外资|劳务|对外援助|服务外包|服务贸易|加工贸易|电子商务|跨境电商|展会|自贸试验区|经营许可|特许经营|旧货|酒类/;

/** Drafts put out for comment bind nobody yet. */
export const draft =
  /征求意见|征集意见|征集[^,。]{0,40}(?:建议|意见)|听取意见|意见征集|意见反馈|草案|送审稿|讨论稿|征询意见/;
/** 现向社会公开征求意见: a text that says so of itself, whatever its title. */
export const asksForComment =
  /(?:现|拟|予以)[^。\n]{0,60}(?:公开)?(?:征求|征集|听取)[^。\n]{0,20}(?:意见|建议)(?!的?(?:基础|情况))|(?:欢迎|可以?|请)[^。\n]{0,60}(?:提出|反馈)[^。\n]{0,20}意见/;

/** Cases of those who broke the rules: fines and arrests alter no rule. */
export const enforcement =
  /行政处罚|处罚决定|典型案例|案例通报|违(?:法|规)[^,。]{0,12}案|走私|查获|查处|查办(?!法)|立案侦查|判决|起诉书/;

/** Explanations of a text by its author, and looks back; the text itself is the announcement. */
export const explanation =
  /解读|一图读懂|图解|问答|问题解答|负责人就|权威回应|起草说明|署名文章|综述|回顾|盘点|年度报告|白皮书|工作总结|大事记/;

/** The issuers' names under a text: no party is called so. */
export const signature =
  /^(?:中华人民共和国|商务部|海关总署|工业和信息化部|国家密码(?:管理)?局|科学?技术?部|外交部|生态环境部|国家发展和?改革委员会|国家国防科技工业局|国家原子能机构|中央军委装备发展部)+(?:\d{4}年.*)?$/;
/** The words that lead from a list to the announcement's own party list. */
export const annexHeading =
  /^附(?:件|表|录|则)?\d?(?:[:.、]|$)|^附(?:件|表)?[一二三123]?[:.、]?.{0,40}(?:名单|清单|实体|列表)[:.]?$/;

/** 公布/发布 a catalogue or a list of goods. */
export const licenceCatalogue = /(?:许可证管理(?:货物)?目录|进出口许可证管理目录)/;
export const itemList =
  /(?:公布|发布|调整|修订|更新|印发).{0,40}(?:两用物项(?:和技术)?出口管制清单|(?:进口许可清单、)?出口管制清单)/;
/** A text that is itself a rule of licensing, by its title; what it rests on is none. */
export const ruleOfLicensing = (title: string): boolean => rule.test(title) || licensingDuty.test(title);
const rule = new RegExp(
  `(?:两用物项|出口管制|管制物项).{0,24}(?:条例|办法|规定|规则|细则|法)(?!律|规|定代表)|出口管制法|通用许可|${chemicalTrade}`,
);
/** 关于两用物项出口许可…的通知, 两用物项出口申报要求: duties of those who export. */
const licensingDuty =
  /(?:两用物项|出口管制|通用许可).{0,24}(?:许可|申报|申请|要求|程序|办理|管理)|(?:许可|申报|申请).{0,16}(?:两用物项|出口管制)|出口.{0,20}许可管理/;
export const ruleTitle =
  /(?:条例|办法|规定|规则|细则|管制法|决定|通知|公告|通告|更正|说明(?!会)|安排|指导意见|指南|令)/;

/** 境外组织和个人…转移或提供; 任何国家和地区的组织和个人 (出口管制法 art. 44 reaches beyond the border). */
export const thirdCountries =
  /任何国家和?(?:、|或)?地区的?(?:组织|个人)|境外(?:的)?(?:组织|个人|企业|(?:特定)?(?:出口)?经营者)[^。]{0,200}(?:转移|提供|出口|许可)|(?:组织|个人).{0,20}(?:原产于|中国原产|原产地为).{0,40}(?:转移|提供)/;

/** Laws that bind abroad by an article of their own: 出口管制法 art. 44, 两用物项出口管制条例 art. 49. */
export const reachesAbroad = /^(?:中华人民共和国)?(?:出口管制法|两用物项出口管制条例)$/;

/** 对境外相关稀土物项实施出口管制: made abroad, and controlled all the same (No. 61 of 2025). */
export const foreignItems = /对境外.{0,12}物项/;

/** A statement beside an announcement: spokesperson, press conference, reply. */
export const statementTitle = /答记者问|发言人|新闻发布会|吹风会|谈话|回应|表示|^商务部:|媒体提问|答问/;
/**
 * Words of a statement that add to its announcement: who is spared, what is approved, what a term means, how something
 * is counted, and what must be done.
 */
export const clarifying = new RegExp(
  [
    '不(?:会)?受(?:到)?影响|不影响|无需担心|不必担心|不涉及民用|不是禁止|并非禁止',
    '(?:仅|只|也|同样|不|均)(?:会)?(?:针对|限于|涉及|适用|溯及|追溯)|不属于|属于[^。]{0,20}(?:范围|用户|物项)',
    '可以?(?:依法)?申请移出|已(?:经)?(?:就此)?作出(?:明确)?规定|民用(?:用途|领域|物项|贸易)',
    '(?<!符)合规(?:申请|贸易|使用|用途)?.{0,16}(?:许可|批准|予以)|通用许可|许可[^。]{0,12}便利|便利[^。]{0,12}许可',
    '已(?:经)?(?:批准|获批|核准)|退回|补正',
    '视(?:为|同|作)|(?:是|系)指|指的是|所称|合并计算|相加|逐级累计|累计计算|为(?:分母|分子|基础|准)|按[^。,]{0,16}计算|不计入|逐级',
    '无关|同名|推定|逐案|持股|豁免|免于|审查时限|工作日|(?:受理|审查|核查)[^。]{0,20}(?:完成|期限|之日)',
    '(?:须|应当|无需|不需要?|(?<![许认])可以?)[^。,]{0,24}(?:申请|申领|备案|报告|提交|登记|许可|审查)(?!移出)',
  ].join('|'),
);
/** A spokesperson's own announcement of a measure. */
export const announcing = /(?:决定|宣布|将).{0,60}(?:禁止|列入|实施(?!进口)|加强)|(?:禁止|加强).{0,40}(?:出口|管制)/;
