import { numeral, parseNumeral } from '../../lexicon/numerals.ts';
import type { NamedDay } from '../../lexicon/dates.ts';
import { addDays, beijingDate, type BeijingDate } from '../../time.ts';
import { daysIn, isRange } from './day-mentions.ts';

/** From when, and until when, as a text says; undefined where it does not. */
export interface Period {
  readonly from?: BeijingDate;
  readonly until?: BeijingDate;
}

const forces =
  '实施|施行|执行|生效|适用|停止|终止|暂停|恢复|废止|失效|起算|计算|不再|试行|实行|撤销|解除|取消|移出|列入';
const force = `(?:正式|一并|同时|提前|予以|依法|被|起|[将把对](?:其|上述[^,。]{0,8}?(?:实体|企业|公司)))*(?:${forces})`;
const itself = '(?:本)?(?:公告|决定|规定|令|办法|条例|通知|通告)?(?:的)?(?:公布|发布|公告|签发|印发|颁布|下发)';
/** 自(本公告)公布之日起, 即日起: the announcement's own day, or so many days after it. */
const atOnce = new RegExp(
  `(?<![该其号]|上述|前述)(?:自|从)?${itself}之日起(?:(?:满|第)?(?<later>${numeral})(?:个)?(?<unit>自然日|工作日|日|天|月)(?:之)?(?:后|起)|满(?<later3>${numeral})(?:个)?(?<unit3>自然日|工作日|日|天|月))?|` +
    `(?:自|从|于)?${itself}(?:之日)?后?(?:的)?(?:满|第)(?<later2>${numeral})(?:个)?(?<unit2>自然日|工作日|日|天|月)(?:之)?(?:后|起|日)|` +
    `(?:自|从|于)?${itself}(?:之日)?(?:的)?(?<next>次日|翌日|第二日|第二天)(?:起|施行|实施|执行|生效)|` +
    `(?:自|从|于)(?<month>下月|次月|下个月)(?:1|一)日(?:零时)?(?:起|施行|实施|执行|生效|停止)|` +
    `(?:即日|今日|今天|当日|当天)起|立即(?:生效|实施|施行|执行)|${itself}之日(?:实施|施行|生效)`,
  'g',
);
/** 自公布之日起30日内: a time for something else, which begins nothing. */
const within = new RegExp(`^(?:的)?(?:第)?${numeral}(?:个)?(?:自然日|工作日|日|天|周|星期|月|年)(?:之|以)?内`);
// 自收到…之日起, 自列入…之日起: a day that the text does not tell.
const duration = new RegExp(
  `(?:暂停|为期|期限为?|期为?|有效期为?|延长|顺延|续延|延期|展期|恢复|试行|继续)[^。;\\n]{0,60}?(?<![月年第\\d])(?<count>${numeral}|半)(?<unit>年|个月|天|日)(?!第|\\d|[一-鿿]{0,2}月|前|内)`,
);

/** “自9月15日起实施”有误，应为“自10月15日起实施”: what was printed before. */
const misprint = /"[^"]{1,200}"(?=(?:一句|的表述)?,?(?:有误|应为|更正为|改为|修改为|调整为|变更为))/g;

/** The period that words set: `自…起至…`, `至2026年11月10日`, `暂停…一年`, `自公布之日起30日后`. */
export function periodOf(said: string, publishedOn: BeijingDate | undefined): Period {
  const words = said.includes('"') ? said.replace(misprint, '') : said;
  const named = daysIn(words, publishedOn);
  const range = rangeIn(words, named, publishedOn);
  const from = openingDay(words, named) ?? range?.from ?? publicationDay(words, publishedOn);
  const until = closingDay(words, named) ?? range?.until;
  if (until) return { ...(from && { from }), until };
  const span = duration.exec(words)?.groups;
  const last = span && from ? lastDay(from, span['count'] ?? '', span['unit'] ?? '') : undefined;
  return { ...(from && { from }), ...(last && { until: last }) };
}

/** 2027年4月1日至9月30日, without a preposition: a period to come, where it is not over; what is past is only told. */
function rangeIn(words: string, named: readonly NamedDay[], publishedOn: BeijingDate | undefined): Period | undefined {
  for (const [i, first] of named.entries()) {
    const last = named[i + 1];
    if (!last || last.day < first.day || !isRange(words.slice(first.to, last.from))) continue;
    if (publishedOn && (last.day < publishedOn || first.day < addDays(publishedOn, -longPast))) continue;
    if (/^(?:期间)?(?:已|内?签订|内?签署|申报|受理|的贸易)/.test(words.slice(last.to))) continue;
    return { from: first.day, until: last.day };
  }
  return undefined;
}
// A period that began so many days before its text is one that the text tells of.
export const longPast = 45;

/** 自公布之日起, with the days after it that the text names; 昨天发布 is the day before the text that says so. */
function publicationDay(words: string, publishedOn: BeijingDate | undefined): BeijingDate | undefined {
  if (!publishedOn) return undefined;
  const said = [...words.matchAll(atOnce)].find(({ index, 0: one }) => !within.test(words.slice(index + one.length)));
  if (!said) return undefined;
  const day = /(?:昨天|昨日)[^。]{0,16}(?:发布|公布)/.test(words) ? addDays(publishedOn, -1) : publishedOn;
  const { later, later2, later3, unit, unit2, unit3, next, month } = said.groups ?? {};
  if (next !== undefined) return addDays(day, 1);
  if (month !== undefined) {
    const [year = 0, index = 0] = day.split('-').map(Number);
    return beijingDate(index === 12 ? year + 1 : year, index === 12 ? 1 : index + 1, 1);
  }
  const [count, kind] = [later ?? later2 ?? later3, unit ?? unit2 ?? unit3];
  if (count === undefined) return day;
  // Which days are worked is settled anew for each year.
  if (kind === '工作日') return undefined;
  const months = kind === '月' ? lastDay(day, count, '个月') : undefined;
  return months ? addDays(months, 1) : addDays(day, parseNumeral(count) ?? 0);
}

const hour = '(?:\\(?(?:零时|\\d{1,2}(?:时|:\\d\\d)(?:\\d{1,2}分)?)\\)?)?(?:\\([^)]{1,16}\\))?';
const opens = new RegExp(`^${hour}\\)?${hour}(?:起|开始|始(?!终))(?!施行的)`);
const acts = new RegExp(`^${hour}\\)?${hour}${force}`);
const endsThen = new RegExp(`^(?:零时)(?:终结|终了|结束|终止|截止)`);

/** 已于2026年1月6日起正式施行: since when something stands. */
const inForce = new RegExp(`^${hour}(?:起|开始)?(?:正式)?(?:施行|实施|执行|生效|公布|发布)`);
/** 自2026年1月6日起施行的公告, 将于11月1日生效的措施: when something that is spoken of began. */
const ofNoun = new RegExp(
  `^${hour}\\)?${hour}(?:起|开始)?(?:正式|一并|同时|予以|依法)*(?:${forces}|发布|公布|签发|印发|到期|届满)的(?!$)`,
);

/** 实施时间由10月15日推迟至12月15日: when something begins after all. */
const movedTo = /(?:实施|施行|生效|执行)的?(?:时间|日期|日)[^,。]{0,40}(?:推迟|延后|提前|调整|变更|改)(?:至|到|为)$/;

/** The day that a period opens with: followed by 起 or 开始, or after 自 or 于 by a word of force. */
function openingDay(words: string, named: readonly NamedDay[]): BeijingDate | undefined {
  return named.find((one) => {
    if (movedTo.test(words.slice(Math.max(0, one.from - 60), one.from))) return true;
    const before = words.slice(Math.max(0, one.from - 16), one.from);
    const after = words.slice(one.to, one.to + 24);
    if (/原定?[于自]?$/.test(before)) return false;
    if (/(?:已|曾|早)(?:经)?[于自从]$/.test(before) && inForce.test(after)) return false;
    if (ofNoun.test(after) && !/(?:公布|发布|印发)[^,]{0,12}$/.test(before)) return false;
    if (opens.test(after)) return true;
    // 已于4月18日将其移出: the day on which it was done.
    if (/(?:已|现)(?:经|决定)?于$/.test(before) && /^(?:依法|正式)?(?:将|把|对|被)/.test(after)) return true;
    return /(?:于|自|从|即)$/.test(before) && (acts.test(after) || (endsThen.test(after) && before.endsWith('于')));
  })?.day;
}

const closes =
  /(?:至|到|截至|截止到?|延长至|延至|(?:提前|推迟|延后|调整|变更)(?:至|到|为)|届满日为|(?:截止|终止|到期|届满|失效)(?:日|日期|时间)?(?:为|是|:))$/;
const closed = /^(?:\d{1,2}时)?(?:止|为止|届满|期满|到期|终止|终结|终了|结束|截止)/;
/** 原定于…届满, 将于…期满: an end that the text only tells of. */
const narratedEnd = /(?:原定?于?|将于|已于|即将于|定于|本应于|本于|本应在|原本)$/;

function closingDay(words: string, named: readonly NamedDay[]): BeijingDate | undefined {
  return named.findLast(({ from, to }) => {
    const before = words.slice(Math.max(0, from - 8), from);
    if (movedTo.test(words.slice(Math.max(0, from - 60), from))) return false;
    return closes.test(before) || (closed.test(words.slice(to, to + 8)) && !narratedEnd.test(before));
  })?.day;
}

/**
 * The last day of a period counted from its first. A year or a month ends on the eve of the corresponding day, as the
 * ministry counts (one year from 10 November 2025 to 9 November 2026); days are counted from the morrow (Civil Code
 * art. 201): 90 days from 14 May 2025 ended on 12 August.
 */
export function lastDay(start: BeijingDate, count: string, unit: string): BeijingDate | undefined {
  const amount = parseNumeral(count) ?? 0;
  if (unit === '天' || unit === '日') return amount > 36_500 ? undefined : addDays(start, amount);
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  const index = year * 12 + month - 1 + (count === '半' ? 6 : unit === '年' ? amount * 12 : amount);
  const ends = [day, 30, 29, 28].map((last) =>
    beijingDate(Math.floor(index / 12), (index % 12) + 1, Math.min(day, last)),
  );
  const corresponding = ends.find((end) => end !== undefined);
  return corresponding && addDays(corresponding, -1);
}

/** 期限届满后, 期满后: what follows begins on the day after. */
export const dayAfter = (day: BeijingDate): BeijingDate => addDays(day, 1);
