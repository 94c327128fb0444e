import { countries } from '../../lexicon/countries.ts';
import { matchesOf } from '../../lexicon/matches.ts';

/** Who does what a clause says. A text that tells what another announcement did, narrates. */
export type Actor = 'china' | 'foreign' | 'narrated';

const names = countries.filter(({ code }) => code !== 'CN' && code !== 'HK' && code !== 'MO');
const long = names
  .flatMap(({ zh }) => zh)
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[()]/g, '\\$&'))
  .join('|');
const short = [...new Set(names.flatMap(({ short: one }) => (one ? [one] : [])))].join('');
const bodies =
  '瓦森纳安排|联合国|安理会|国际原子能机构|世贸组织|世界贸易组织|七国集团|g7|二十国集团|北约|欧委会|欧洲议会|欧盟委员会|澳大利亚集团|导弹及其技术控制制度|核供应国集团|国际能源署|经合组织';
const own =
  '中方|中国政府|我方|我国|我部|商务部|海关总署|国务院|主管部门|有关部门|国家出口管制|不可靠实体清单工作机制|本公告|本通知|本决定|公告(?=\\d{4}年)|这份公告';
/** 哈方, 荷方: the other side of a conversation, by one character. */
const side =
  '(?![中双我各对一多官东南北西地警军校资买卖甲乙关收务请求供需])[一-鿿]方(?!面|式|案|向|法|便|可|能|位|针|程|略|才)';
const organ =
  '(?:联邦)?(?:政府|商务部|财政部|国务院|国会|议会|议院|外交部|外务省|防卫省|经济产业省|经产省|财务省|经济部|内阁|总统|首相|总理|部长|大臣|领导人|当局|官员|国防部|能源部|司法部|海关)';

/** A country, or a body of one, where it can be the subject of a clause: at its head, or behind 注意到, 就, 关于… */
const subject = new RegExp(
  `(?<own>${own})|(?<foreign>(?:${bodies})|(?:${long})(?:${organ}|[一-鿿]{0,8}?${organ})?|(?<=^|[就])[${short}](?=${organ}|拟|将|对|宣布|更新|修订|发布|制裁|延长|暂停|恢复|升级|加严|众议院|参议院)|${side})`,
  'g',
);
// A country behind one of these is spoken to or of, and does nothing.
const towards =
  /(?:对|向|与|和|同|给|为|将|把|至|到|往|赴|在|于|从|由|的|及|、|涉|驻|以|含|是|被|和|原产于|位于|中|目的国)$/;
// 日本实体, 美国企业: whom it is done to. 日本的: of it.
const done =
  /^(?:(?:地区)?(?:的|籍)?(?:一些|部分|有关|相关|多家|个别|不少|许多|几家|两家|\d{1,3}家)?(?:军事|军方|军工|国防|自卫队)?(?:实体|企业|公司|机构|组织|用户|最终用户|个人|军队|子公司|供应商|进口商|中间商|经销商|买方|收货人|居民|客户|水产品|市场|军)|[一-鿿a-z]{1,24}?(?:株式会社|公司|研究所|大学)|及其|等|和|、|的)/;

/** 加拿大政府的新规将于…: at the head of a clause its rules act for it. */
const rules = /^的[^,。]{0,10}?(?:新规|规则|法案|法令|条例|清单|措施|决定|政策|做法|制裁)/;

/** The last subject that a clause names before a place in it. */
export function actorNamed(clause: string): 'china' | 'foreign' | undefined {
  let actor: 'china' | 'foreign' | undefined;
  for (const match of matchesOf(subject, clause)) {
    const before = clause.slice(Math.max(0, match.index - 4), match.index);
    const after = clause.slice(match.index + match[0].length, match.index + match[0].length + 40);
    if (match.groups?.['own'] !== undefined) {
      if (!/(?:对|向|与|和|同|就)$/.test(before) || match[0] === '商务部') actor = 'china';
      continue;
    }
    if (towards.test(before) && !/(?:注意到|就|关于|针对|反对|回应)$/.test(before)) continue;
    if (done.test(after) && !(match.index === 0 && rules.test(after))) continue;
    actor = 'foreign';
  }
  return actor;
}

/** 就美方…答记者问, 坚决反对欧盟…, 爱尔兰《出口管制法》生效: a title about what others do. */
export function isAboutForeignAct(title: string): boolean {
  const topic = /(?:答记者问|发言人|商务部[:,]?|回应|表示).*?(?:就|关于|针对|反对|回应|谈)(?<topic>.*)$/.exec(title)
    ?.groups?.['topic'];
  const words = (topic ?? title).replace(/^\[[^\]]{1,16}\]/, '');
  if (ofOurs.test(words) || /(?:言论|炒作|表态)(?:事|问题)?(?:答记者问)?$/.test(words)) return false;
  const match = topicOf.exec(words);
  if (!match) return false;
  return !done.test(words.slice(match[0].length));
}

/** 日方要求中方取消…, 日媒炒作中国稀土“断供”: what others say of China's own measures. */
const ofOurs =
  /(?<![对向给把将])(?:中方|我方|中国|我国)(?:的|对日|对美|稀土|镓|锗|锑|石墨|有关|相关|两用物项|物项|采取|实施)*(?:取消|解除|放宽|恢复|撤销|出口管制|管制|管控|出口许可|"?断供)/;
/** 日方称中方列名…: a question of what others say, and not of what they do. */
const speech = /(?:称|要求|希望|呼吁|抗议|质疑|批评|反映|询问|敦促|抱怨)[^。]{0,40}(?:中方|中国|我国|商务部)/;

/** Whether a question tells what another country says of China's measures, rather than what it does. */
export const tellsOfOurs = (question: string): boolean => speech.test(question) || ofOurs.test(question);

const topicOf = new RegExp(
  `^(?:["《]|国别.{0,20}?:)?(?:${bodies}|${long}|[${short}](?=${organ}|拟|将|对|宣布|更新|修订|发布|制裁|延长|暂停|恢复|升级|加严|众议院|参议院)|${side})`,
);

/** 爱尔兰出口管制法, 美国出口管制条例: the law of another country. */
export const foreignLaw = new RegExp(
  `(?<!(?<!应)对|[向至往涉输])(?:${long})(?:的|《|新|有关|相关)*(?:出口管制|两用|出口贸易管理|外汇|出口管理)[一-鿿]{0,12}(?:法|条例|令|规则|清单|新规|措施|规定|限制)`,
);
