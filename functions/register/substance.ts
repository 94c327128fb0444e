import type { Item, Measure, Provision, Report } from '../findings/finding.ts';
import { folded } from '../lexicon/fold.ts';
import { type BeijingDate, daysBetween } from '../time.ts';
import { clauseKey, sameNames } from './party-names.ts';

/** A provision, and the day on which the text that says it was published. */
export interface Said {
  readonly provision: Provision;
  readonly publishedOn: BeijingDate | undefined;
}

/**
 * `readings`: of one page, where every difference is an edit · `copies`: of one announcement at two addresses, which bear
 * their own stamps, and may leave out what the other says.
 */
export type Between = 'readings' | 'copies';

/** A day as a text says it; equal to the day of publication, it may come from there (自公布之日起), and moves with a copy's stamp. */
interface Dated {
  readonly day: BeijingDate | undefined;
  readonly publishedOn: BeijingDate | undefined;
}

/** Whether two texts name one day. A copy that names none does not contradict. */
export function sameDay(a: Dated, b: Dated, between: Between): boolean {
  if (a.day === b.day) return true;
  if (a.day === undefined || b.day === undefined) return between === 'copies';
  return isOnPublication(a) && isOnPublication(b);
}

const isOnPublication = ({ day, publishedOn }: Dated): boolean => day !== undefined && day === publishedOn;

/** A period's end, which moves with its beginning where it was counted from there. */
function sameEnd(a: Period, b: Period): boolean {
  if (a.until === b.until) return true;
  if (!a.until || !b.until || !a.from || !b.from) return false;
  const counted = isOnPublication({ ...a, day: a.from }) && isOnPublication({ ...b, day: b.from });
  return counted && daysBetween(a.from, a.until) === daysBetween(b.from, b.until);
}

interface Period {
  readonly from: BeijingDate | undefined;
  readonly until: BeijingDate | undefined;
  readonly publishedOn: BeijingDate | undefined;
}

/** Whether two provisions say the same, however they word it: in other titles, quotes and order. */
export function alike(a: Said, b: Said, between: Between): boolean {
  const [one, two] = [a.provision, b.provision];
  const [on, off] = [a.publishedOn, b.publishedOn];
  const days = (x: BeijingDate | undefined, y: BeijingDate | undefined): boolean =>
    sameDay({ day: x, publishedOn: on }, { day: y, publishedOn: off }, between);
  switch (one.action) {
    case 'impose':
      return two.action === 'impose' && sameMeasure(one.measure, on, two.measure, off, between);
    case 'remove-parties':
      return (
        two.action === 'remove-parties' &&
        one.instrument === two.instrument &&
        sameNames(one.parties, two.parties) &&
        days(one.on, two.on)
      );
    case 'suspend':
      return (
        two.action === 'suspend' &&
        sameTarget(one, two) &&
        days(one.from, two.from) &&
        sameEnd(
          { from: one.from, until: one.until, publishedOn: on },
          { from: two.from, until: two.until, publishedOn: off },
        )
      );
    case 'resume':
    case 'lift':
    case 'amend':
      return two.action === one.action && sameTarget(one, two) && days(one.on, two.on);
    case 'clarify':
      return (
        two.action === 'clarify' && aboutOf(one.about) === aboutOf(two.about) && folded(one.quote) === folded(two.quote)
      );
    case 'report':
      return two.action === 'report' && aboutOf(one.report) === aboutOf(two.report);
    case 'unclear':
      return (
        two.action === 'unclear' &&
        JSON.stringify(one.doubt) === JSON.stringify(two.doubt) &&
        sameNames(one.measure?.parties ?? [], two.measure?.parties ?? [])
      );
  }
}

type Targeted = Extract<Provision, { action: 'suspend' | 'resume' | 'lift' | 'amend' }>;

/** Whether two provisions act on one measure, or on one part of it. */
export const sameTarget = (a: Targeted, b: Targeted): boolean =>
  a.measure === b.measure &&
  clauseKey(a.clause) === clauseKey(b.clause) &&
  a.instrument === b.instrument &&
  sameNames(a.parties ?? [], b.parties ?? []);

/** Whether two readings impose the same; their numbers are compared by whoever knows what a page was called before. */
function sameMeasure(
  a: Measure,
  on: BeijingDate | undefined,
  b: Measure,
  off: BeijingDate | undefined,
  between: Between,
): boolean {
  return factsOf(a, on, b, off, between).length === 0;
}

/** What binds in a measure, by name. */
export type Fact =
  | 'instrument'
  | 'reach'
  | 'effectiveOn'
  | 'until'
  | 'extraterritorial'
  | 'parties'
  | 'codes'
  | 'goods'
  | 'items'
  | 'endUses'
  | 'conditions'
  | 'staged';

/** What two readings of one measure differ in. */
export function factsOf(
  a: Measure,
  aPublishedOn: BeijingDate | undefined,
  b: Measure,
  bPublishedOn: BeijingDate | undefined,
  between: Between,
): readonly Fact[] {
  const days = { day: a.effectiveOn, publishedOn: aPublishedOn };
  const others = { day: b.effectiveOn, publishedOn: bPublishedOn };
  const until = (of: Measure, publishedOn: BeijingDate | undefined): Period => ({
    from: of.effectiveOn,
    until: of.until,
    publishedOn,
  });
  const differs: Readonly<Record<Fact, boolean>> = {
    instrument: a.instrument !== b.instrument,
    reach: a.reach !== b.reach,
    effectiveOn: !sameDay(days, others, between),
    until: !sameEnd(until(a, aPublishedOn), until(b, bPublishedOn)),
    extraterritorial: a.extraterritorial !== b.extraterritorial,
    parties: !sameNames(a.parties, b.parties),
    codes: !sameSet(codesOf(a.items), codesOf(b.items)),
    items: !sameSet(wordsOf(a.items, between), wordsOf(b.items, between)),
    // Families are found in titles too, which copies word in their own way.
    goods: between === 'readings' && !sameSet(a.goods, b.goods),
    endUses: !sameSet(a.endUses.map(folded), b.endUses.map(folded)),
    conditions: between === 'readings' && !sameSet(conditionsOf(a).map(folded), conditionsOf(b).map(folded)),
    staged: !sameSet(stageKeys(a, aPublishedOn), stageKeys(b, bPublishedOn)),
  };
  return (Object.keys(differs) as readonly Fact[]).filter((fact) => differs[fact]);
}

/** Control and customs codes, each once. */
export const codesOf = (items: readonly Item[]): readonly string[] => [
  ...new Set(items.flatMap(({ controlCodes, hsCodes }) => [...controlCodes, ...hsCodes])),
];

/** Items by their words; of copies only those without a code, because tables and lists set the same words apart. */
const wordsOf = (items: readonly Item[], between: Between): readonly string[] =>
  items
    .filter(({ controlCodes, hsCodes }) => between === 'readings' || controlCodes.length + hsCodes.length === 0)
    .map(({ text }) => wordKey(text));

/** An item's words as they are compared. */
export const wordKey = (text: string): string => folded(text).replace(/[^\p{L}\p{N}.%≥≤<>]/gu, '');

/** Conditions, in words that say what they demand. */
export function conditionsOf({ conditions }: Measure): readonly string[] {
  if (!conditions) return [];
  const { applicants, threshold, presumptions = [], exemptions = [] } = conditions;
  return [
    ...applicants,
    ...(threshold ? [threshold.quote] : []),
    ...presumptions.map(({ quote }) => quote),
    ...exemptions.map(({ quote }) => quote),
  ];
}

/** Parts that begin on days of their own, in the text's words. */
export const stagesOf = ({ staged = [] }: Measure): readonly string[] => staged.map(({ on, part }) => `${part} ${on}`);

/** Stages as they are compared: one that begins on publication begins with each copy's stamp. */
const stageKeys = ({ staged = [] }: Measure, publishedOn: BeijingDate | undefined): readonly string[] =>
  staged.map(({ on, part }) => `${folded(part)} ${on === publishedOn ? '' : on}`);

const sameSet = (a: readonly string[], b: readonly string[]): boolean => {
  const [one, two] = [new Set(a), new Set(b)];
  return one.size === two.size && [...one].every((value) => two.has(value));
};

const aboutOf = ({ action, act, instrument, reach }: Report): string =>
  JSON.stringify([action, act, instrument, reach]);
