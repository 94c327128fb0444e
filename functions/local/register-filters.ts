import { Misconfigured } from '../errors.ts';
import { instruments } from '../findings/finding.ts';
import { families } from '../lexicon/goods.ts';
import type { Register } from '../register/replay.ts';
import { firstDayOf, type Restriction, unknownSince } from '../register/restriction.ts';
import { screen } from '../screening/screen.ts';
import { addDays, type BeijingDate, parseBeijingDate, startOf } from '../time.ts';

/** Which measures are asked for: ranges as `2026-01-01..2026-06-30`, either end of which may be left out. */
export interface Filters {
  readonly announced?: string | undefined;
  readonly 'in-force'?: string | undefined;
  readonly ended?: string | undefined;
  readonly instrument?: string | undefined;
  readonly goods?: string | undefined;
  readonly code?: string | undefined;
  readonly party?: string | undefined;
}

/** Ids of the measures that meet every filter. @throws Misconfigured for a filter that cannot be read */
export function filtered(register: Register, filters: Filters, on: BeijingDate): ReadonlySet<string> {
  const all = [...register.restrictions.values(), ...register.unread.values()];
  const tests = [
    ...rangeTest('--announced', filters.announced, ({ document }, { from, to }) =>
      within(document.publishedOn, from, to),
    ),
    ...rangeTest('--in-force', filters['in-force'], (one, { from, to }) => {
      const end = endOf(one);
      return firstDayOf(one) <= to && (end === undefined || end >= from);
    }),
    ...rangeTest('--ended', filters.ended, (one, { from, to }) =>
      [endOf(one), lastKnown(one), ...one.suspensions.map(({ until }) => until)].some((day) => within(day, from, to)),
    ),
    ...instrumentTest(filters.instrument),
    ...askedTest(filters.code, register, on),
    ...askedTest(filters.party, register, on),
    ...goodsTest(filters.goods, register, on),
  ];
  return new Set(all.filter((one) => tests.every((test) => test(one))).map(({ id }) => id));
}

type Test = (restriction: Restriction) => boolean;
interface Range {
  readonly from: string;
  readonly to: string;
}

function rangeTest(
  option: string,
  value: string | undefined,
  test: (one: Restriction, range: Range) => boolean,
): readonly Test[] {
  if (value === undefined) return [];
  const [from = '', to = from] = value.split('..');
  for (const day of [from, to]) {
    if (day !== '' && !parseBeijingDate(day))
      throw new Misconfigured(`${option}: "${value}" is no range of days; write YYYY-MM-DD..YYYY-MM-DD`);
  }
  return [(one) => test(one, { from, to: to || '9999' })];
}

const within = (day: BeijingDate | undefined, from: string, to: string): boolean =>
  day !== undefined && day >= from && day <= to;

/** The day on which a measure ended, or on which it will. */
const endOf = ({ lifted, until }: Restriction): BeijingDate | undefined =>
  lifted && (!until || lifted.on < until) ? lifted.on : until;

/** The last day for which it is known to hold, where no text says more: a yearly catalogue's, a temporary control's. */
function lastKnown(one: Restriction): BeijingDate | undefined {
  const since = unknownSince(one);
  return since && addDays(since, -1);
}

function instrumentTest(instrument: string | undefined): readonly Test[] {
  if (instrument === undefined) return [];
  if (!instruments.some((known) => known === instrument))
    throw new Misconfigured(`--instrument: "${instrument}"; allowed is one of ${instruments.join(', ')}`);
  return [(one) => one.instrument === instrument];
}

/** Measures that a question meets, whether they are in force or not. */
function askedTest(text: string | undefined, register: Register, on: BeijingDate): readonly Test[] {
  if (text === undefined) return [];
  const { matches, later = [] } = screen(register, { text, on, knownBy: startOf(on) });
  const ids = new Set([...matches, ...later].map(({ measure }) => measure));
  return [({ id }) => ids.has(id)];
}

/** A family of goods, by the word that filter policies use, or goods in words. */
const goodsTest = (goods: string | undefined, register: Register, on: BeijingDate): readonly Test[] =>
  families.some((family) => family === goods)
    ? [(one) => one.goods.some((family) => family === goods)]
    : askedTest(goods, register, on);
