import { goods } from '../../lexicon/goods.ts';

/**
 * MOFCOM's fixed phrases, as patterns on folded text. The laws: 出口管制法 (Export Control Law, in force 2020-12-01) and
 * 两用物项出口管制条例 (Dual-Use Regulations, State Council Order 792, in force 2024-12-01).
 */

// 监控化学品 and their kin are dual-use by their names, whether or not a title says so.
const chemicals = `(?:${(goods.find(({ family }) => family === 'chemicals')?.zh ?? []).join('|')})`;
const chemicalTrade = `${chemicals}.{0,24}(?:进出口|出口).{0,8}(?:监管|管理|管制|许可)`;

/** Without one of these a text is not about China's export controls. */
export const subject = new RegExp(
  [
    '出口管制|两用物项|管控名单|关注名单|不可靠实体清单|商用密码.{0,12}出口|实施.{0,6}管制|未经许可,?不得出口',
    '稀土.{0,30}(?:出口|许可|管制)|禁止.{0,40}(?:出口|转移)|(?:出口|对外).{0,6}通用许可',
    chemicalTrade,
    // A licence of MOFCOM for what is made abroad, or taken out, of Chinese goods or technology.
    '(?:境外|任何(?:国家|组织|企业)|组织(?:和|或者?)个人)[^。]{0,240}(?:须|应当|应|必须|需)[^。]{0,24}(?:商务部|主管部门)[^。]{0,12}(?:许可|批准)',
    '未经(?:商务部)?许可[^。]{0,60}(?:不得|禁止)[^。]{0,80}(?:提供|转移|销售)|商务部(?:颁发|核发|签发)的许可|通用许可',
    '(?:暂停|停止|限制|不得)(?:向|对)日本?[^。]{0,6}出口',
    '(?:向|对)日本?出口[^。]{0,40}许可',
  ].join('|'),
);

/** Neighbouring regimes with lists, licences and announcements of their own. */
export const otherRegimes: readonly (readonly [rule: string, pattern: RegExp])[] = [
  ['trade remedy', /反倾销|反补贴|保障措施|倾销幅度|反规避/],
  ['precursor chemicals', /易制毒/],
  ['import licence', /自动进口许可|进口许可证?管理货物目录|商用密码进口许可清单》?的公告$/],
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
  /无纸化|电子(?:签发|化|证)|(?:申领|签发|发证|换发).{0,12}(?:机构|系统|流程|指南|平台)|系统(?:升级|维护|上线)|培训(?:班)?|宣讲|研讨会|座谈会|年会|论坛|招聘|采购|统一平台|对话机制/;

/** Drafts put out for comment bind nobody yet. */
export const draft = /征求意见|草案/;

/** Explanations of a text by its author; the text itself is the announcement. */
export const explanation = /解读|一图读懂|图解|问答|负责人就|权威回应/;

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
export const ruleTitle = /(?:条例|办法|规定|规则|细则|管制法|决定|通知|公告|通告|更正|说明|安排|指导意见|指南|令)/;

/** 境外组织和个人…转移或提供; 任何国家和地区的组织和个人 (出口管制法 art. 44 reaches beyond the border). */
export const thirdCountries =
  /任何国家和?(?:、|或)?地区的?(?:组织|个人)|境外(?:的)?(?:组织|个人|企业|出口经营者|特定出口经营者)[^。]{0,200}(?:转移|提供|出口|许可)|(?:组织|个人).{0,20}(?:原产于|中国原产|原产地为).{0,40}(?:转移|提供)/;

/** Laws that bind abroad by an article of their own: 出口管制法 art. 44, 两用物项出口管制条例 art. 49. */
export const reachesAbroad = /^(?:中华人民共和国)?(?:出口管制法|两用物项出口管制条例)$/;

/** 对境外相关稀土物项实施出口管制: made abroad, and controlled all the same (No. 61 of 2025). */
export const foreignItems = /对境外.{0,12}物项/;

/** A statement beside an announcement: spokesperson, press conference, reply. */
export const statementTitle = /答记者问|发言人|新闻发布会|吹风会|谈话|回应|表示|^商务部:|媒体提问/;
/** Words of a statement that add to its announcement: who is spared, what is approved, what is meant. */
export const clarifying =
  /不(?:会)?受(?:到)?影响|不影响|仅(?:针对|限|涉及|适用)|只(?:针对|涉及|限)|无需担心|不必担心|不涉及民用|可以?(?:依法)?申请移出|已(?:经)?(?:就此)?作出(?:明确)?规定|民用(?:用途|领域|物项|贸易)|合规(?:申请|贸易|使用|用途)?.{0,16}(?:许可|批准|予以)|已(?:批准|获批|核准)|(?:批准|获得).{0,10}通用许可|通用许可|便利(?:措施|化)|不是禁止|并非禁止|豁免/;
/** A spokesperson's own announcement of a measure. */
export const announcing = /(?:决定|宣布|将).{0,60}(?:禁止|列入|实施|加强)|(?:禁止|加强).{0,40}(?:出口|管制)/;
