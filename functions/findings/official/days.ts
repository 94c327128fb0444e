import { type NamedDay, namedDays } from '../../lexicon/dates.ts';
import { numeral, parseNumeral } from '../../lexicon/numerals.ts';
import { addDays, beijingDate, type BeijingDate } from '../../time.ts';

/** From when, and until when, as a text says; undefined where it does not. */
export interface Period {
  readonly from?: BeijingDate;
  readonly until?: BeijingDate;
}

const force =
  '(?:正式|一并|同时|提前|予以|依法|被|起)*(?:实施|施行|执行|生效|适用|停止|终止|暂停|恢复|废止|失效|起算|计算|不再|试行|实行|撤销|解除|取消|移出|列入)';
/** 自(本公告)公布之日起, 即日起: the announcement's own day. */
const atOnce = new RegExp(
  `(?:自|从)?(?:本)?(?:公告|决定|规定|令|办法|条例|通知|通告)?(?:的)?(?:公布|发布|公告|签发|印发|颁布)之日起(?:(?<later>${numeral})(?:个)?(?<unit>日|天|月)(?:后|起))?|即日起|立即(?:生效|实施|施行|执行)|(?:公布|发布)之日(?:实施|施行|生效)`,
);
// 自收到…之日起, 自列入…之日起: a day that the text does not tell.
const duration = new RegExp(
  `(?:暂停|为期|期限为?|期为?|有效期为?|延长|恢复|试行|继续)[^。;\\n]{0,60}?(?<![月年第\\d])(?<count>${numeral}|半)(?<unit>年|个月|天|日)(?!第|\\d|[一-鿿]{0,2}月|前|内)`,
);

/** The period that words set: `自…起至…`, `至2026年11月10日`, `暂停…一年`, `自公布之日起30日后`. */
export function periodOf(words: string, publishedOn: BeijingDate | undefined): Period {
  const from = openingDay(words, publishedOn) ?? publicationDay(words, publishedOn);
  const until = closingDay(words);
  if (until) return { ...(from && { from }), until };
  const span = duration.exec(words)?.groups;
  const last = span && from ? lastDay(from, span['count'] ?? '', span['unit'] ?? '') : undefined;
  return { ...(from && { from }), ...(last && { until: last }) };
}

/** 自公布之日起, with the days after it that the text names; 昨天发布 is the day before the text that says so. */
function publicationDay(words: string, publishedOn: BeijingDate | undefined): BeijingDate | undefined {
  const said = atOnce.exec(words);
  if (!said || !publishedOn) return undefined;
  const day = /(?:昨天|昨日)[^。]{0,16}(?:发布|公布)/.test(words) ? addDays(publishedOn, -1) : publishedOn;
  const { later, unit } = said.groups ?? {};
  if (later === undefined) return day;
  const months = unit === '月' ? lastDay(day, later, '个月') : undefined;
  return months ? addDays(months, 1) : addDays(day, parseNumeral(later) ?? 0);
}

/** The day that a period opens with: followed by 起 or 开始, or after 自 or 于 by a word of force. */
function openingDay(words: string, publishedOn: BeijingDate | undefined): BeijingDate | undefined {
  return daysIn(words, publishedOn).find((named) => {
    const before = words.slice(Math.max(0, named.from - 3), named.from);
    const after = words.slice(named.to, named.to + 16);
    if (/^(?:\d{1,2}时|零时)?\)?(?:\([^)]{1,16}\))?(?:\d{1,2}时|零时)?(?:起|开始)/.test(after))
      return !/^起?施行的/.test(after);
    return (
      /(?:于|自|从|即)$/.test(before) &&
      new RegExp(`^(?:\\d{1,2}时|零时)?\\)?(?:\\([^)]{1,12}\\))?${force}`).test(after)
    );
  })?.day;
}

/** Days with their year, and 自4月6日起 without: of the year of the text. */
function daysIn(words: string, publishedOn: BeijingDate | undefined): readonly NamedDay[] {
  const full = namedDays(words);
  const year = (full[0]?.day ?? publishedOn)?.slice(0, 4);
  if (year === undefined) return full;
  const brief = [
    ...words.matchAll(
      /(?<=[自从于](?<soon>(?:(?:本|这|下)(?:个)?(?:周|星期)[一二三四五六日天]|[今明后][天日])(?:即)?[(,]?)?)(?<which>今年|本年|去年|明年)?(?<month>\d{1,2})月(?<day>\d{1,2})日/g,
    ),
  ].flatMap((match) => {
    const { soon, which = '', month, day: date } = match.groups ?? {};
    const shift = { 去年: -1, 明年: 1 }[which] ?? 0;
    const inYear = (later: number): BeijingDate | undefined =>
      beijingDate(Number(year) + shift + later, Number(month), Number(date));
    // Next Monday is never before the page: at the end of December it is of the next year.
    const day = soon && publishedOn && (inYear(0) ?? '') < addDays(publishedOn, -7) ? inYear(1) : inYear(0);
    return day ? [{ day, from: match.index, to: match.index + match[0].length }] : [];
  });
  return [...full, ...brief].sort((a, b) => a.from - b.from);
}

const closes = /(?:至|到|截至|截止到?|延长至|延至|届满日为)$/;
function closingDay(words: string): BeijingDate | undefined {
  return namedDays(words).findLast(
    (named) =>
      closes.test(words.slice(Math.max(0, named.from - 5), named.from)) ||
      /^(?:\d{1,2}时)?(?:止|为止)/.test(words.slice(named.to, named.to + 6)),
  )?.day;
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
