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

/** Minutes east of UTC. CST is not among them: China's and the United States' are 14 hours apart. */
// prettier-ignore
const zones: Readonly<Partial<Record<string, number>>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, jst: 540, kst: 540, hkt: 480, sgt: 480, cet: 60, cest: 120,
  est: -300, edt: -240, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
};
const months = 'janfebmaraprmayjunjulaugsepoctnovdec';

const time = String.raw`(?<hour>\d{1,2})[:時时点](?<minute>\d{2})(?:[:分](?<second>\d{2})?秒?)?(?:\.\d+)?\s*(?<zone>[+-]\d{2}:?\d{2}|[a-z]{1,4})?`;
/** RFC 822 as RSS writes it, the weekday left out of account: feeds get it wrong. */
const worded = new RegExp(
  String.raw`^(?:[a-z]{3,9}\.?,?\s+)?(?<day>\d{1,2})[\s-](?<month>[a-z]{3})[a-z]*[\s-](?<year>\d{4}|\d{2})(?:,?\s+${time})?`,
  'i',
);
/** ISO 8601 and its East Asian relatives. */
const figured = new RegExp(
  String.raw`^(?<year>\d{4})(?:[-/.]|年)(?<month>\d{1,2})(?:[-/.]|月)(?<day>\d{1,2})日?(?:[t\s]*${time})?`,
  'i',
);

/**
 * Reads a feed's date in the zone it names, else in the source's, else in UTC. An impossible date, or one more than an
 * hour ahead of now (ECNS runs seven), says nothing: it must not make an old item new.
 */
export function publishedIn(raw: string, zone: Source['zone'], now: Instant): Published {
  const text = raw.trim().slice(0, 60);
  const match = worded.exec(text) ?? figured.exec(text);
  if (!match?.groups) return {};
  const { year = '', month = '', day = '', hour, minute = '', second = '0', zone: named } = match.groups;
  const monthNumber = /\d/.test(month) ? Number(month) : months.indexOf(month.toLowerCase()) / 3 + 1;
  const on = beijingDate(Number(year.length === 2 ? `20${year}` : year), monthNumber, Number(day));
  if (!on) return {};
  const east = minutesEast(named, zone);
  if (hour === undefined || east === undefined) {
    const publishedOn = notAhead(on, now);
    return publishedOn ? { publishedOn } : {};
  }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return {};
  const local = Date.parse(on) + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1_000;
  const publishedAt = instantOf(local - east * 60_000);
  if (!publishedAt || Date.parse(publishedAt) > Date.parse(now) + 3_600_000) return {};
  return { publishedAt, publishedOn: beijingDay(publishedAt) };
}

/** Undefined for a name that is not known: then the day is all that can be told. */
function minutesEast(named: string | undefined, zone: Source['zone']): number | undefined {
  if (named?.toLowerCase() === 'cst' && zone === undefined) return -360;
  const written = named === undefined || named.toLowerCase() === 'cst' ? (zone ?? '+00:00') : named;
  const offset = /^(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2})$/.exec(written)?.groups;
  if (!offset) return zones[written.toLowerCase()];
  return (offset['sign'] === '-' ? -1 : 1) * (Number(offset['hours']) * 60 + Number(offset['minutes']));
}

/** The day of a page's own stamp, `2026-02-24 10:05`. */
export const dayOfStamp = (stamp: string): BeijingDate | undefined => parseBeijingDate(stamp.trim().slice(0, 10));
