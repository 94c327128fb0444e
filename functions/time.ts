/** A calendar day in Beijing, `YYYY-MM-DD`. MOFCOM's dates carry no zone and are Beijing days. */
export type BeijingDate = string & { readonly __brand: 'BeijingDate' };

/** A moment, ISO 8601 in UTC with milliseconds. */
export type Instant = string & { readonly __brand: 'Instant' };

const DAY = 86_400_000;
// China has kept one zone without daylight saving since 1991, so a fixed offset is exact.
const BEIJING_OFFSET = 8 * 3_600_000;

/** The Beijing day of a year, month and day, or undefined when the calendar has no such day. */
export function beijingDate(year: number, month: number, day: number): BeijingDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1949 && year < 2200 ? (date.toISOString().slice(0, 10) as BeijingDate) : undefined;
}

/** Reads exactly `YYYY-MM-DD`; anything else, 30 February included, is undefined. */
export function parseBeijingDate(text: string): BeijingDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? beijingDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** Reads an ISO 8601 moment that names its zone; a day alone is no moment. */
export function parseInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return undefined;
  return instantOf(Date.parse(text));
}

/** The instant of epoch milliseconds; undefined for NaN and for years outside 1949–2199. */
export function instantOf(milliseconds: number): Instant | undefined {
  if (!Number.isFinite(milliseconds)) return undefined;
  const date = new Date(milliseconds);
  const year = date.getUTCFullYear();
  return year >= 1949 && year < 2200 ? (date.toISOString() as Instant) : undefined;
}

/** The day it is in Beijing at an instant. */
export const beijingDay = (at: Instant): BeijingDate =>
  new Date(Date.parse(at) + BEIJING_OFFSET).toISOString().slice(0, 10) as BeijingDate;

/** The first instant of a Beijing day. */
export const startOf = (day: BeijingDate): Instant =>
  new Date(Date.parse(day) - BEIJING_OFFSET).toISOString() as Instant;

export const addDays = (day: BeijingDate, days: number): BeijingDate =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10) as BeijingDate;

/** Orders days, for `sort`: thousands of them, which `localeCompare` would collate. */
export const compareDays = (a: BeijingDate, b: BeijingDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: BeijingDate, to: BeijingDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

export const addMinutes = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString() as Instant;

export const minutesBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 60_000;
