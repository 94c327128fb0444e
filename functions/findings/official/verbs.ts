import { matchesOf } from '../../lexicon/matches.ts';
import { unreal } from './unreal.ts';

/**
 * What a clause does, from its verbs. A verb phrase of the ministry is a head (实施, 采取, 名单…) under any number of
 * operators (停止 · 继续 · 暂停 · 实施), in the active or, behind its object, in the passive (公告…停止执行; 暂停期限延长至…).
 * The operators are composed, so that 停止继续暂停实施 needs no entry of its own: ending a pause is a resumption.
 */
export type ClauseAct =
  | 'list' // a party comes onto a list
  | 'remove' // a party leaves it
  | 'suspend'
  | 'extend' // a suspension goes on
  | 'shorten' // a suspension ends sooner
  | 'resume'
  | 'lift'
  | 'prolong' // a measure goes on beyond its last day
  | 'amend'
  | 'correct'
  | 'replace' // one name, figure or number for another
  | 'keep' // all stays as it was
  | 'expire'; // a period comes to its end

type Operator =
  | 'stop'
  | 'void'
  | 'pause'
  | 'go-on'
  | 'longer'
  | 'shorter'
  | 'again'
  | 'end'
  | 'enter'
  | 'leave'
  | 'alter'
  | 'correct'
  | 'replace'
  | 'head'
  | 'noun'
  | 'other';

/** Words, longest first where one begins another; nouns and passives stand beside their verbs. */
const words: readonly (readonly [Operator, string])[] = [
  ['void', '不再有效|失去效力|失效|废止|废除|作废|自动终止'],
  [
    'pause',
    '不予(?=适用|执行|实施)|(?:暂时|临时|暂行|阶段性)停止|停止(?=(?:实施|执行|施行|适用)?(?:[半一二两三四五六七八九十]|\d{1,2})(?:个月|年|天))|暂停|暂缓|暂不(?=[^,]{0,4}(?:适用|执行|实施|施行|采取|生效))|中止|缓期|(?:冻结|延缓|推迟)(?=执行|实施|施行|适用)|搁置',
  ],
  ['stop', '停止|终止|终结|终了|取消|撤销|撤回|撤除|解除|解禁|放开|不再|结束|叫停|不予延续'],
  ['longer', '延长|延期|延续|延至|展期|顺延|续延|续期'],
  ['shorter', '缩短|提前(?:结束|终止|届满)'],
  ['again', '恢复|重新|重启|复效'],
  ['go-on', '继续|维持|照常|依然|仍(?:然|旧)?(?=在|按|为|有效|暂停)|(?:再|再次)(?=暂停)'],
  ['end', '届满|到期|期满'],
  ['leave', '移出|移除|调出|(?:转出|退出)(?=[^,]{0,30}(?:名单|清单|范围|管制))|剔除|删除|除名|删去'],
  [
    'enter',
    '列入|纳入|(?<=名单中)补充(?!.{0,12}(?:信息|别名|名称|地址))|调整(?:至|到|入|为)(?=[^,]{0,12}名单)|转列|改列|转入|移入|调入|增列|加入|(?:降|升|降级|升级|转|改|调)(?:为|至|到|入)(?=[^,]{0,12}名单)|增加至|列为|增补|增加(?=[:"]|.{0,12}(?:名单|实体))|补充列入|新增(?!条款|[一二两三]?(?:条|款|段))',
  ],
  ['correct', '更正|勘误|订正|应为|改正'],
  ['replace', '替换|更名|变更为|改为|调整为|变更'],
  [
    'alter',
    '修改|修订|调整|修正|补充(?!列入|说明|材料|协议|措施)|更新|增加(?=[一二两三]?(?:条|款|段))|(?:推迟|延后|提前)(?=至|到)',
  ],
  ['head', '实施|施行|执行|适用|采取|实行|试行|生效|使用|受理|签发|审查|开展'],
  ['noun', '措施|管制|禁令|禁运|限制|规定|条款|公告|办法|目录|决定|通知|名单|清单|要求|许可'],
  [
    'other',
    '公布|发布|宣布|决定|规定|所列(?!入)|所附|涉及|包括|参与|从事|有关|对|向|将|把|就|与|由|在|经|为|按照|依照',
  ],
];
const scanner = new RegExp(words.map(([, forms], i) => `(?<w${i}>${forms})`).join('|'), 'g');

interface Token {
  readonly operator: Operator;
  readonly from: number;
  readonly to: number;
}

function tokensOf(clause: string): readonly Token[] {
  return matchesOf(scanner, clause).flatMap((match) => {
    const i = words.findIndex((_, index) => match.groups?.[`w${index}`] !== undefined);
    const operator = words[i]?.[0];
    return operator ? [{ operator, from: match.index, to: match.index + match[0].length }] : [];
  });
}

// 实施的, 采取的, 此前列入…的: what a verb before 的 says belongs to the noun behind it, and is not the clause's act.
const attributive = /的(?!(?:决定|公告|通知|通告|说明|令|更正|补充)|$)/g;
const titleNoun = /(?:决定|公告|通知|通告)的$/;

/** The tokens that make the clause's own verb phrase. */
function mainTokens(clause: string): readonly Token[] {
  const tokens = tokensOf(clause);
  const demoted = new Set<Token>();
  for (const match of matchesOf(attributive, clause)) {
    if (titleNoun.test(clause.slice(Math.max(0, match.index - 2), match.index + 1))) continue;
    const before = tokens.findLast(
      ({ from, to, operator }) =>
        to <= match.index && (operator !== 'noun' || (to === match.index && /规定|决定/.test(clause.slice(from, to)))),
    );
    // 废止公告…号关于…的规定: the noun behind 的 is what is acted on.
    const object =
      before !== undefined &&
      /号|关于/.test(clause.slice(before.to, match.index)) &&
      /^的[^,的]{0,10}(?:规定|措施|内容|条款|要求|管制|限制|禁令|部分)/.test(
        clause.slice(match.index, match.index + 20),
      );
    if (before && !object && match.index - before.to <= 40 && !hasTermAsObject(clause, before, match.index))
      demoted.add(before);
  }
  return tokens.filter((token) => !demoted.has(token) && !negated(clause, token));
}

/** 延长该临时管制的实施期限: the term is what is made longer; 延长至5月的期限 is a noun. */
const hasTermAsObject = (clause: string, { operator, to }: Token, end: number): boolean =>
  operator === 'longer' && to < end && !/^[至到]/.test(clause.slice(to)) && /^的[^,的]{0,6}期/.test(clause.slice(end));

const negated = (clause: string, { operator, from }: Token): boolean =>
  operator !== 'other' &&
  /(?:未被?|没有|无需|未[予获能]|不[予能宜]|不(?!再|得))$/.test(clause.slice(Math.max(0, from - 2), from));

/** 经核实的，移出…: what will be done with whoever meets a condition. */
const onCondition = /(?:经|符合|满足|配合|属实|具备|消除|改正)[^,。]*的[,，\s]*$/;

/** 暂停期至…, 期限为…: how long, of what another clause does. */
const term =
  /^(?:其|该|上述|本次)?(?:暂停|暂缓|中止|实施|有效|管制)?(?:实施|执行|适用)?(?:期间?|期限)(?::|为|至|到|自|从|是|由|$)/;
/** 公告…的暂停期: what it is of, and nothing done yet; 再延长一年 in the next clause is. */
const pausePeriod =
  /^(?![^,]*(?:暂停|停止)[^,]*暂停|[^,]*(?:作出|采取|实行|给予)(?!的)(?![^,]*的(?:暂停|暂缓|中止)(?:措施|安排)))[^,]{0,120}(?:暂停|暂缓|中止)(?:实施|执行|适用)?(?:的)?(?:期间?|期限|状态|安排|措施)$/;
/** 第55号公告仍暂停实施, 暂停期不作调整: all stays as it was. */
const stays = /(?:仍|依然|照旧|依旧)[^,]{0,6}暂停|暂停[^,]{0,20}(?:不变|不作(?:出)?调整|不受影响|保持|不在此列)/;
/** 本公告同时暂停, 上述调整一并适用: what a text says of itself while its target rests acts on nothing else. */
const ofItself =
  /^(?:[^,]{0,30}(?:的|时|后|期间))?(?:本(?:公告|决定|通知|修改|修订|调整|更正|补充)|(?:上述|前述|该|此次|有关)(?:调整|修改|修订|更正|补充|安排|规定的?调整))[^,]{0,12}(?:一并|同时|亦|也|同步|相应|随之)/;
const ends = /延长|延期|延续|延至|展期|顺延|续延|续期|缩短|届满|到期|期满|终止|终结|终了|停止|取消|结束|提前/;
/** 暂停执行期间: while it lasts, nothing is done. */
const meanwhile = /(?:上述|有关)?[^,]{0,12}暂停[^,]{0,8}期(?:间|内)(?!$)(?![^,]*(?:延|展期|终|结束))/g;
/** 原定于…届满, 现顺延三个月: said of the subject of an earlier clause. */
const goesOnWith =
  /^(?:现|原定?|将|再次?|决定|予以?|同意|第[二三四]次|继续|提前|于[^,]{4,24}?|至[^,]{4,24}?|自[^,]{4,24}?(?:起|届满后|期满后|到期后))*(?:延长|延期|延续|延至|展期|顺延|续延|续期|缩短|届满|到期|期满|终止|终结|终了|取消|结束|不再(?:实施|执行|适用))/;
/** 自3月1日起予以撤销: what is ended stands in the clause before. */
const passive = /^(?:自.{0,24}起)?(?:予以|依法|被|一并|全部|正式|同时|即)*(?:停止|终止|取消|撤销|解除)/;

/** Whether a clause names a suspension, as what a later clause is about. */
export const namesPause = (clause: string): boolean =>
  pausePeriod.test(clause.replace(/(?:原定|将|即将)?(?:于|至)[^,]{4,24}?(?:届满|期满|到期|终止|结束)$/, ''));

/**
 * What a clause does; undefined where none of its verbs acts on a measure. Titles and brackets are blanked before.
 * @param lead the clause before it, where that has no verb of its own
 * @param topic the clause before it in the sentence that names a suspension and does nothing to it (公告…所定暂停期间)
 */
export function actOfClause(said: string, lead = '', topic = ''): ClauseAct | undefined {
  if (unreal.test(said) || /^(?:期满|届满|期限届满|到期)(?:之)?后$/.test(said)) return undefined;
  if (term.test(said) || ofItself.test(said)) return undefined;
  if (/^(?:鉴于|由于|考虑到)/.test(said)) return undefined;
  if (leftOpen.test(said)) return 'keep';
  if (stays.test(said) || /继续(?:列入|保留|列于)/.test(said)) return 'keep';
  const clause = `${goesOnWith.test(said) ? topic : ''}${said.replace(meanwhile, '').replace(fromThen, '')}`;
  if (pausePeriod.test(clause) && !ends.test(clause)) return undefined;
  if (published.test(clause)) return clause.includes('移出') ? 'remove' : 'list';
  const tokens = mainTokens(clause);
  const has = (...operators: readonly Operator[]): boolean =>
    tokens.some(({ operator }) => operators.includes(operator));
  const at = (operator: Operator): number => tokens.findIndex((token) => token.operator === operator);
  if (
    has('pause') &&
    !/暂停(?:(?:向|对)[^,]{2,8}出口(?!管制|限制|禁令|许可|的)|进口|受理|签发|销售|交易|征收|加征|对.{0,12}征)/.test(
      clause,
    )
  ) {
    if (has('shorter')) return 'shorten';
    if (has('stop', 'void')) return 'resume';
    if (has('again')) return at('again') > at('pause') ? 'resume' : 'suspend';
    if (has('longer')) return 'extend';
    if (has('end')) return 'expire';
    return has('go-on') ? 'extend' : 'suspend';
  }
  if (has('pause')) return undefined;
  if (notRenewed.test(clause)) return 'lift';
  if (noLongerListed.test(clause)) return 'remove';
  if (/(?:撤销|取消|废止|收回)[^,]{0,60}移出(?:的)?决定/.test(clause)) return 'resume';
  if (has('leave') && ofGoods.test(clause)) return 'amend';
  if (has('leave')) return onCondition.test(lead) || ofWhoever.test(clause) ? undefined : 'remove';
  if (tokens.some((token) => token.operator === 'again' && takesUp(clause, token))) return 'resume';
  // 不再适用于民用医疗设备: some are spared, and the rest goes on.
  if (/(?:不再|停止|终止)适用于/.test(clause)) return 'amend';
  if (has('void')) return 'lift';
  const whole = passive.test(clause) ? lead : '';
  const stops = tokens.filter(({ operator }) => operator === 'stop' || operator === 'shorter');
  if (stops.some((token) => isOfMeasure(clause, token, whole))) return 'lift';
  if (has('longer') && /(?:暂停|暂缓|中止)[^,]{0,10}(?:期|时间)/.test(clause)) return 'extend';
  if (has('longer') && /管制|措施|期限|有效期|(?:决定|再次|第[二三四五]次|予以)延长$/.test(clause)) return 'prolong';
  if (has('replace')) return 'replace';
  if (has('correct')) return 'correct';
  if (ofEntry.test(clause) || ofClause.test(clause)) return 'amend';
  // （一）最终用户被列入管控名单的；: a condition of something else.
  if ((has('enter') && !ofWhoever.test(clause)) || asMeasure.test(clause)) return 'list';
  if (has('go-on') && goesOnFor.test(clause)) return 'prolong';
  if (has('go-on') && has('head', 'noun')) return 'keep';
  if (has('end')) return 'expire';
  if (has('alter')) return 'amend';
  return leftOut.test(clause) ? 'keep' : undefined;
}

/** 继续实施临时管制两年: a control that was to end goes on for a term. */
const goesOnFor =
  /继续(?:实施|实行)临时(?:出口)?管制(?:措施)?$|继续实施(?:临时|出口)*管制.{0,4}(?:[一二两三四五]年|\d{1,2}个月|[至到]\d{4}年)/;

/** 第62号公告不在此列, …另行公告: named only to be left out. */
const leftOut = /不在(?:此|其)列|不受影响|继续有效|(?:维持|保持)不变|另行(?:公告|公布|规定|通知)|除外$/;

/** 现公布列入关注名单的日本实体：: to publish who is listed is to list them. */
const published =
  /^(?:现|兹|特|商务部|现将|[一二三四五六七八九十]、)?(?:予以)?(?:公布|发布)[^,]{0,30}(?:列入|纳入|移出)[^,]{0,20}名单的?[^,]{0,20}(?:实体|企业|公司|机构|名单|组织)/;
/** 增列别名, 补充地址: something is said of those who are listed, and nobody comes in. */
export const ofEntry =
  /(?:增列|增加|增补|补充|新增|加入)[^,]{0,8}(?:别名|别称|又称|常用名|名称|英文名|外文名|日文名|地址|信息|简称|曾用名)/;
const ofClause = /(?:增列|增加|增补|补充|新增|加入)[^,]{0,8}(?:条款|[一二两三](?:条|款|项))/;

/** 收货人曾被移出名单未满一年的: whoever this is said of. */
const ofWhoever = /^(?!.*(?:决定|[将把](?!来))).*(?<!决定|公告|通知|规定)的$|曾(?:经|被)+(?:列入|纳入|移出)/;

/** 采取列入关注名单的措施. */
const asMeasure = /采取(?:将其)?列入[^,]{0,16}名单的?[^,]{0,6}措施/;
/** 第56号的暂停实施事宜另行公告: left for another day. */
const leftOpen = /(?:事宜|安排|事项|办法|时间|日期)[^,]{0,4}另行(?:公告|公布|通知|规定)/;
/** 不再将其作为关注名单实体管理. */
const noLongerListed = /不再[^,]{0,24}(?:作为|列为|列入|纳入|视为)[^,]{0,12}名单/;

/** 期满不再延续: the end that a term has of itself. */
const notRenewed = /(?:期满|届满|到期)(?:后)?[^,]{0,6}(?:不再|不予)(?:延续|延长|续期|延期|展期)/;

/** 自该公告恢复实施之日起: a time, and nothing done. */
const fromThen = /自[^,]{0,40}?(?:恢复|暂停|停止|终止|废止|届满|列入|移出)[^,]{0,12}之日起/;

const ofMeasure = /措施|列名|管制(?!局)|禁令|禁运|限制|公告|规定|条款|(?:该|的|上述)决定|禁止/;
/** 停止向其供应…: a ban, and none lifted. */
const ofSupply = /^(?:向|对)[^,]{0,16}(?:供应|提供|销售|供货|出口)(?!.*(?:限制|禁令|措施|管制|规定|许可))/;
const inForce = /^(?:予以|对|将|继续)?(?:正式)?(?:实施|执行|施行|适用|采取|实行|有效|生效)/;

/** 第3项物项调出管制范围: goods leave, and no party does. */
const ofGoods = /^(?!.*(?:名单|实体|企业|公司|会社)).*(?:物项|管制范围|管制清单|出口管制清单)/;

/** What a stop is the stop of, or it is no act of this kind: 活动应当立即停止, 终止审查. */
function isOfMeasure(clause: string, { from, to }: Token, lead: string): boolean {
  const [before, after] = [`${lead}${clause.slice(0, from)}`.slice(-44), clause.slice(to, to + 84)];
  if (ofSupply.test(after)) return false;
  if (inForce.test(after) || ofMeasure.test(after) || /决定/.test(after)) return true;
  // 决定不再延长: what is no more done, stands behind it.
  return clause.slice(from, to) !== '不再' && (/号/.test(before) || ofMeasure.test(before));
}

/** 恢复实施, 恢复…的效力, 公告的效力恢复: of a measure, and not of trade or of the receipt of applications. */
function takesUp(clause: string, { from, to }: Token): boolean {
  const [before, after] = [clause.slice(Math.max(0, from - 40), from), clause.slice(to, to + 44)];
  return (
    inForce.test(after) ||
    /^(?:启用|管制|.{0,40}(?:措施|管制|公告|条款|禁令|效力))/.test(after) ||
    (/^$/.test(after) && /号|措施|管制|公告|条款|禁令|效力/.test(before))
  );
}
