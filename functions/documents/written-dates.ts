import type { Source } from '../sources/source.ts';
import {
  addDays,
  type BeijingDate,
  beijingDate,
  beijingDay,
  type Instant,
  instantOf,
  parseBeijingDate,
} from '../time.ts';
import { monthNamed } from './month-names.ts';
import { minutesEast } from './zones.ts';

/**
 * The day in a list's row, `[2026-01-06]`, `2026/1/6`, `2026年01月06日`, or the day before the month and the year that stand under
 * it: of several the one that is said to be of publication, else the first. A day ahead of now is none.
 */
export function dayIn(text: string, now: Instant): BeijingDate | undefined {
  const words = inWesternYears(text.normalize('NFKC'));
  const found = [...words.matchAll(figures)].flatMap(({ groups = {}, index }) => {
    const { y = groups['year'], m = groups['month'], d = groups['day'] } = groups;
    const real = beijingDate(Number(y), Number(m), Number(d));
    const day = real && notAhead(real, now);
    return day
      ? [{ day, isPublished: /(?:发布|公布|公开)\S{0,3}\s{0,3}$/.test(words.slice(Math.max(0, index - 12), index)) }]
      : [];
  });
  return (found.find(({ isPublished }) => isPublished) ?? found[0])?.day;
}

const figures =
  /(?<!\d)(?:(?<y>\d{4})\s{0,2}[-/.年]\s{0,2}(?<m>\d{1,2})\s{0,2}[-/.月]\s{0,2}(?<d>\d{1,2})(?!\d)|(?<day>\d{1,2})\s{1,9}(?<year>\d{4})\s?[-/.年]\s?(?<month>\d{1,2})(?!\d|\s?[-/.月]\s?\d))/g;

/** The day in the address that a CMS gave a page, `t20260224_123.html` or `/2026/02/24/`, for rows that bear none. */
export function dayInAddress(url: string, now: Instant): BeijingDate | undefined {
  const found = /\/t(\d{4})(\d{2})(\d{2})_|\/(\d{4})\/(\d{2})\/(\d{2})\//.exec(url);
  const [year, month, day] = (found ?? []).slice(1).filter((part) => part as string | undefined);
  const real = beijingDate(Number(year), Number(month), Number(day));
  return real && notAhead(real, now);
}

/** The day of a number, as sites write it: `20260224`, or milliseconds or seconds since 1970. */
export function dayOfNumber(value: number, now: Instant): BeijingDate | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(String(value));
  if (compact) return dayIn(compact.slice(1).join('-'), now);
  const at = value < 1e9 ? undefined : instantOf(value < 1e11 ? value * 1_000 : value);
  return at && notAhead(beijingDay(at), now);
}

/** Years that are counted from an emperor's accession or a republic's founding. */
const eras = { 令和: 2018, 平成: 1988, 昭和: 1925, 民國: 1911, 民国: 1911 } as const;

const inWesternYears = (text: string): string =>
  text.replace(
    /(令和|平成|昭和|民[國国])\s?(\d{1,3}|元)\s?年/g,
    (_, era: keyof typeof eras, year: string) => `${eras[era] + (year === '元' ? 1 : Number(year))}年`,
  );

// Servers publish a day early by their own midnight; more than that is an event's date or a mistake.
const notAhead = (day: BeijingDate, now: Instant): BeijingDate | undefined =>
  day <= addDays(beijingDay(now), 1) ? day : undefined;

/** What a feed's date says; nothing rather than a guess. */
export interface Published {
  readonly publishedAt?: Instant;
  readonly publishedOn?: BeijingDate;
}

// The web is younger than this: what a feed dates before it is zero, in one clock's reckoning or another's.
const FIRST_YEAR = 1990;

/**
 * Reads a feed's date in the zone it names, else in the source's, else in UTC: RFC 822 and ISO 8601, the month before the day,
 * what JavaScript and Java print, months in other languages. An impossible date, `03/04/2026` and 1970 say nothing. One more
 * than an hour ahead of now (ECNS runs seven) keeps its day at most: it must not make an old item new.
 *
 * No library reads these exactly (tried November 2026): any-date-parser takes 30 February for 2 March and `GMT+0800` for GMT,
 * chrono completes what it cannot read with today, luxon knows RFC 822 and ISO 8601 alone.
 */
export function publishedIn(raw: string, zone: Source['zone'], now: Instant): Published {
  const { on, clock } = usualIn(raw) ?? wordedIn(raw);
  if (!on) return {};
  const moment = clock && momentOf(on, clock, zone);
  if (moment === 'impossible') return {};
  if (moment && Date.parse(moment) <= Date.parse(now) + 3_600_000) {
    return { publishedAt: moment, publishedOn: beijingDay(moment) };
  }
  const publishedOn = notAhead(on, now);
  return publishedOn ? { publishedOn } : {};
}

interface Stamp {
  readonly on: BeijingDate | undefined;
  readonly clock: Clock | undefined;
}

/** What nearly every feed writes, `Mon, 02 Mar 2026 03:00:00 GMT` or `2026-03-02T03:00:00+00:00`, costs a tenth of the rest. */
const usual =
  /^(?:(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d\d) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) |(\d{4})-(\d\d)-(\d\d)T)(\d\d):(\d\d):(\d\d)(?: (GMT|[+-]\d{4})|(Z|[+-]\d\d:\d\d))$/;

function usualIn(raw: string): Stamp | undefined {
  const found = usual.exec(raw);
  if (!found) return undefined;
  const [, day, month = '', year, isoYear, isoMonth, isoDay, hour, minute, second, zone, isoZone = ''] = found;
  const number = Number(isoMonth ?? monthNamed(month));
  return {
    on: realDay(year ?? isoYear, number, day ?? isoDay),
    clock: { hour: Number(hour), minute: Number(minute), second: Number(second), zone: zone ?? isoZone },
  };
}

function wordedIn(raw: string): Stamp {
  const { date, clock } = partsOf(raw);
  return { on: dateIn(date), clock };
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** What stands behind it: a zone, or nothing. */
  readonly zone: string;
}

const noon = { am: 'am', pm: 'pm', 上午: 'am', 下午: 'pm', 午前: 'am', 午後: 'pm', 오전: 'am', 오후: 'pm' } as const;
const time =
  /(?<before>上午|下午|午前|午後|오전|오후|\b[ap]\.?m\b\.?)?\s*(?<!\d)(?<hour>\d{1,2})\s?(?:[:時时点시]\s?(?<minute>\d{2})(?:[:分분]\s?(?<second>\d{2})?(?:[.,]\d{1,9})?秒?)?|[時时点시](?!\d))\s*(?<after>[ap]\.?m\b\.?)?/i;
const basic = /^(\d{4})(\d{2})(\d{2})(?:[t ]?(\d{2}):?(\d{2})(?::?(\d{2}))?(\D.*)?)?$/i;
/** Clocks with points, `25 Nov 2026 10.00.00`: behind a year, where they cannot be a day. */
const pointed = /(?<=\d{4}[\st,]{1,3})(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![\d.])/i;

/** A date's words and its clock; the year may stand behind the clock, as Java and Unix print it. */
function partsOf(raw: string): { readonly date: string; readonly clock: Clock | undefined } {
  const text = inWesternYears(raw.slice(0, 200).normalize('NFKC'))
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(pointed, (_, hour: string, minute: string, second = '00') => `${hour}:${minute}:${second}`)
    .trim()
    .slice(0, 80);
  const written = text.replace(
    basic,
    (_, year: string, month: string, day: string, hour?: string, ...rest: string[]) =>
      hour
        ? `${year}-${month}-${day}T${hour}:${rest[0] ?? '00'}:${rest[1] ?? '00'}${rest[2] ?? ''}`
        : `${year}-${month}-${day}`,
  );
  const match = time.exec(written);
  if (!match?.groups) return { date: written, clock: undefined };
  const { before = '', hour = '', minute = '0', second = '0', after = '' } = match.groups;
  const rest = written.slice(match.index + match[0].length).replace(/^\s*(?:uhr|hrs?)\b\.?/i, '');
  const year = /(?:^|\s)(\d{4})\s*$/.exec(rest);
  const half = noon[(before || after).toLowerCase().replaceAll('.', '') as keyof typeof noon] as
    'am' | 'pm' | undefined;
  return {
    date: `${written.slice(0, match.index).replace(/(?<=\d)t\s*$/i, '')} ${year?.[1] ?? ''}`.trim(),
    clock: {
      hour: half === undefined || Number(hour) > 12 ? Number(hour) : (Number(hour) % 12) + (half === 'pm' ? 12 : 0),
      minute: Number(minute),
      second: Number(second),
      zone: (year ? rest.slice(0, year.index) : rest).trim(),
    },
  };
}

/** The day that words name: `25 Nov 2026`, `Nov 25, 2026`, `2026-11-25`, `25 十一月 2026`; weekdays say nothing. */
function dateIn(words: string): BeijingDate | undefined {
  const figured = /(?<!\d)(\d{4})\s?(?:[-/.]|年|년)\s?(\d{1,2})\s?(?:[-/.]|月|월)\s?(\d{1,2})(?!\d)/.exec(words);
  if (figured) return realDay(figured[1], Number(figured[2]), figured[3]);
  const [, first, mark, second, year] = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(words) ?? [];
  if (mark !== undefined) return ofThree(mark, Number(first), Number(second), year);
  // `8年11月25日` is the year of an era that is not named.
  if (words.includes('年')) return undefined;
  const month = monthIn(words);
  const numbers = (month && words.replace(month.word, ' ').match(/\d+/g)) ?? [];
  if (month === undefined || numbers.length !== 2) return undefined;
  const [one = '', other = ''] = numbers;
  return one.length === 4 ? realDay(one, month.number, other) : realDay(other, month.number, one);
}

/** `25.11.2026` is written where the day comes first; of `25/11/2026` only the figures tell, and of `03/04/2026` nothing. */
function ofThree(mark: string, first: number, second: number, year: string | undefined): BeijingDate | undefined {
  const dayFirst = mark === '.' || first > 12;
  if (!dayFirst && second <= 12) return undefined;
  return dayFirst ? realDay(year, second, String(first)) : realDay(year, first, String(second));
}

/** The word of a date that is a month, in whatever language; `11月` is one too. A weekday may be spelt as a month is: `mar. 24 nov.` */
function monthIn(words: string): { readonly word: string; readonly number: number } | undefined {
  const found = [...words.matchAll(/\d{0,2}[\p{L}\p{M}]+\.?/gu)].flatMap(({ 0: word, index }) => {
    const [name, number] = [word, word.replace(/^\d+/, '')]
      .map((one) => [one, monthNamed(one)] as const)
      .find((pair) => pair[1] !== undefined) ?? [word, undefined];
    return number === undefined ? [] : [{ word: name, number, isFirst: index === 0 }];
  });
  const months = found.length > 1 ? found.filter(({ isFirst }) => !isFirst) : found;
  return months.length === 1 ? months[0] : undefined;
}

function realDay(year: string | undefined, month: number, day: string | undefined): BeijingDate | undefined {
  if (year === undefined || day === undefined || day.length > 2) return undefined;
  const full = year.length === 4 ? Number(year) : year.length === 2 ? 2_000 + Number(year) : 0;
  return full < FIRST_YEAR ? undefined : beijingDate(full, month, Number(day));
}

/** `24:00` is the end of its day (ISO 8601). Undefined: the zone is none that we know, and the day is all that can be told. */
function momentOf(on: BeijingDate, clock: Clock, zone: Source['zone']): Instant | 'impossible' | undefined {
  const { hour, minute, second } = clock;
  const midnight = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !midnight) || minute > 59 || second > 60) return 'impossible';
  const east = minutesEast(clock.zone, zone);
  if (east === undefined) return undefined;
  const local = Date.parse(on) + ((hour * 60 + minute) * 60 + second) * 1_000;
  return instantOf(local - east * 60_000) ?? 'impossible';
}

/** The day of a page's own stamp, `2026-02-24 10:05`. */
export const dayOfStamp = (stamp: string): BeijingDate | undefined => parseBeijingDate(stamp.trim().slice(0, 10));
