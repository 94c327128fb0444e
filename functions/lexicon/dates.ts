import { beijingDate, type BeijingDate } from '../time.ts';
import { matchesOf } from './matches.ts';
import { parseNumeral } from './numerals.ts';

/** A day named in a folded text, and where. */
export interface NamedDay {
  readonly day: BeijingDate;
  readonly from: number;
  readonly to: number;
}

const figures = '[〇零○o一二三四五六七八九十]';
const written = new RegExp(
  `(?<year>\\d{4}|${figures}{4})年(?<month>\\d{1,2}|${figures}{1,3})月(?<day>\\d{1,2}|${figures}{1,3})日|(?<iso>(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2})(?!\\d)`,
  'g',
);

/** Every real day in a folded text: `2026年1月6日`, `二〇二六年一月六日`, `2026-01-06`. */
export function namedDays(folded: string): readonly NamedDay[] {
  return matchesOf(written, folded).flatMap((match) => {
    const { year = '', month = '', day = '', iso } = match.groups ?? {};
    const parts = iso ? iso.split(/[-/.]/).map(Number) : [year, month, day].map((text) => parseNumeral(text) ?? NaN);
    const real = beijingDate(parts[0] ?? NaN, parts[1] ?? NaN, parts[2] ?? NaN);
    return real ? [{ day: real, from: match.index, to: match.index + match[0].length }] : [];
  });
}
