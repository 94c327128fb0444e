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

/** The first real day in a list's row, `[2026-01-06]`, `2026/1/6` or `2026年01月06日`. A row dated ahead of now is undated. */
export function dayIn(text: string, now: Instant): BeijingDate | undefined {
  for (const match of text.matchAll(/(?<!\d)(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?!\d)/g)) {
    const day = beijingDate(Number(match[1]), Number(match[2]), Number(match[3]));
    if (day) return notAhead(day, now);
  }
  return undefined;
}

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
  const { date, clock } = partsOf(raw);
  const on = dateIn(date);
  if (!on) return {};
  const moment = clock && momentOf(on, clock, zone);
  if (moment === 'impossible') return {};
  if (moment && Date.parse(moment) <= Date.parse(now) + 3_600_000) {
    return { publishedAt: moment, publishedOn: beijingDay(moment) };
  }
  const publishedOn = notAhead(on, now);
  return publishedOn ? { publishedOn } : {};
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC; `local` where no zone is named, undefined where one is named that nobody knows. */
  readonly zone: string | undefined;
}

const noon = { am: 'am', pm: 'pm', 上午: 'am', 下午: 'pm', 午前: 'am', 午後: 'pm', 오전: 'am', 오후: 'pm' } as const;
const time =
  /(?<before>上午|下午|午前|午後|오전|오후|\b[ap]\.?m\b\.?)?\s*(?<!\d)(?<hour>\d{1,2})\s?[:時时点시]\s?(?<minute>\d{2})(?:[:分분]\s?(?<second>\d{2})?(?:[.,]\d{1,9})?秒?)?\s*(?<after>[ap]\.?m\b\.?)?/i;
const basic = /^(\d{4})(\d{2})(\d{2})(?:t(\d{2})(\d{2})(\d{2})?(.*))?$/i;

/** A date's words and its clock; the year may stand behind the clock, as Java and Unix print it. */
function partsOf(raw: string): { readonly date: string; readonly clock: Clock | undefined } {
  const text = raw
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, ' ')
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
  const { before = '', hour = '', minute = '', second = '0', after = '' } = match.groups;
  const rest = written.slice(match.index + match[0].length);
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

/** The word of a date that is a month, in whatever language; `11月` is one too. */
function monthIn(words: string): { readonly word: string; readonly number: number } | undefined {
  for (const word of words.match(/\d{0,2}[\p{L}\p{M}]+\.?/gu) ?? []) {
    for (const name of [word, word.replace(/^\d+/, '')]) {
      const number = monthNamed(name);
      if (number !== undefined) return { word: name, number };
    }
  }
  return undefined;
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
  const east = minutesEast(clock.zone ?? '', zone);
  if (east === undefined) return undefined;
  const local = Date.parse(on) + ((hour * 60 + minute) * 60 + second) * 1_000;
  return instantOf(local - east * 60_000) ?? 'impossible';
}

/** Minutes east of UTC. CST is not among them: China's and the United States' are 14 hours apart. */
// prettier-ignore
const zones: Readonly<Partial<Record<string, number>>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, jst: 540, kst: 540, hkt: 480, sgt: 480, myt: 480, pht: 480, awst: 480, cet: 60, cest: 120,
  met: 60, eet: 120, eest: 180, msk: 180, bst: 60, west: 60, ict: 420, wib: 420, aest: 600, aedt: 660, nzst: 720, nzdt: 780,
  est: -300, edt: -240, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, akst: -540, hst: -600,
};

/** A zone as it is written behind a time: `+0800`, `+08`, `GMT+8`, `UTC+08:00`, `Z`, `JST`; CST is the source's own. */
function minutesEast(written: string, zone: Source['zone']): number | undefined {
  const name = written.toLowerCase();
  if (name === 'cst' && zone === undefined) return -360;
  const said = name === '' || name === 'cst' ? (zone ?? '+00:00') : name;
  const offset = /^(?:gmt|utc?|z)?\s?(?<sign>[+-])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?(?:\s+[a-z]{2,5})?$/.exec(
    said,
  )?.groups;
  if (!offset) return zones[said];
  const minutes = Number(offset['hours']) * 60 + Number(offset['minutes'] ?? 0);
  return minutes > 14 * 60 ? undefined : offset['sign'] === '-' ? -minutes : minutes;
}

/** The day of a page's own stamp, `2026-02-24 10:05`. */
export const dayOfStamp = (stamp: string): BeijingDate | undefined => parseBeijingDate(stamp.trim().slice(0, 10));
