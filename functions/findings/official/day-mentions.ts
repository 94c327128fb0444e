import { type NamedDay, namedDays } from '../../lexicon/dates.ts';
import { addDays, beijingDate, type BeijingDate } from '../../time.ts';

const soon = /(?:(?:本|这|下)(?:个)?(?:周|星期)[一二三四五六日天]|[今明后][天日])(?:即)?[(,]?$/;
const brief =
  /(?<!\d|年|\d-)(?:(?<which>今年|本年|去年|明年|次年)?(?<month>\d{1,2})月)(?<date>\d{1,2})日|(?<=日(?:零时|\d{1,2}时)?(?:起)?[至到~-])(?<end>\d{1,2})日|(?<=[于自从在])(?<next>[昨明后])[日天](?!的)|(?<!\d)(?<then>[明后])[日天](?=(?:零时)?(?:起|开始))/g;
const away: Readonly<Record<string, number>> = { 昨: -1, 明: 1, 后: 2 };
const shifts: Readonly<Record<string, number>> = { 去年: -1, 明年: 1, 次年: 1 };

/**
 * The days that words name, in their order: with their year, or without, as in 4月6日 and 4月1日至15日. The year is that
 * of the day before it in the words, else that of the text; a range that would end before it begins ends a year later.
 */
export function daysIn(words: string, publishedOn: BeijingDate | undefined): readonly NamedDay[] {
  const full = namedDays(words);
  const found: NamedDay[] = [];
  let next = 0;
  const upTo = (place: number): void => {
    for (let one = full[next]; one !== undefined && one.from <= place; one = full[++next]) found.push(one);
  };
  for (const match of words.matchAll(brief)) {
    const from = match.index;
    upTo(from);
    const last = found.at(-1);
    if (last && from < last.to) continue;
    const day = dayOf(match, words, last, publishedOn ?? full[0]?.day);
    if (day) found.push({ day, from, to: from + match[0].length });
  }
  upTo(words.length);
  return found;
}

function dayOf(
  match: RegExpExecArray,
  words: string,
  earlier: NamedDay | undefined,
  publishedOn: BeijingDate | undefined,
): BeijingDate | undefined {
  const { which = '', month, date, end, next, then } = match.groups ?? {};
  const days = away[next ?? then ?? ''];
  if (days !== undefined) return publishedOn && addDays(publishedOn, days);
  if (end !== undefined) return earlier && beijingDate(yearOf(earlier.day), monthOf(earlier.day), Number(end));
  const base = which === '次年' || which === '' ? (earlier?.day ?? publishedOn) : publishedOn;
  if (!base) return undefined;
  const inYear = (later: number): BeijingDate | undefined =>
    beijingDate(yearOf(base) + (shifts[which] ?? 0) + later, Number(month), Number(date));
  const day = inYear(0);
  if (which === '' && earlier && isRange(words.slice(earlier.to, match.index)) && day && day < earlier.day)
    return inYear(1);
  // Next Monday is never before the page: at the end of December it is of the next year.
  const isSoon = soon.test(words.slice(Math.max(0, match.index - 8), match.index));
  return isSoon && publishedOn && (day ?? '') < addDays(publishedOn, -7) ? inYear(1) : day;
}

const yearOf = (day: BeijingDate): number => Number(day.slice(0, 4));
const monthOf = (day: BeijingDate): number => Number(day.slice(5, 7));

/** What parts the first day of a range from its last: 至, 起至, 零时起施行至, a dash. */
export const isRange = (between: string): boolean =>
  /^(?:零时|\d{1,2}时)?(?:\([^)]{1,8}\))?(?:起|开始)?(?:[,]?(?:暂停|暂缓)?(?:实施|施行|执行|适用)?)?(?:至|到|~|-{1,2})$/.test(
    between,
  );
