import type { DocumentRef } from '../documents/document.ts';
import type { Measure, MeasureId, Party, Stage } from '../findings/finding.ts';
import { addDays, beijingDate, type BeijingDate } from '../time.ts';
import { clauseKey, sameNames } from './party-names.ts';

/** A party on a list, from the day it counts; `until` is the first day on which it is no longer there. */
export interface Listing {
  readonly party: Party;
  readonly from: BeijingDate;
  /** Present where no text states `from`: an edit named the party, and that day was the first on which it was seen. */
  readonly dayNotStated?: true;
  readonly until?: BeijingDate;
}

/** A pause of a measure, or of the part that `clause` or `parties` names. Its last day is `until`; none: until resumed. */
export interface Suspension {
  readonly from: BeijingDate;
  readonly until?: BeijingDate;
  readonly clause?: string;
  readonly parties?: readonly Party[];
  readonly by: DocumentRef;
  /** Ended by a resumption, which had its own announcement, not by its own terms. */
  readonly resumed?: true;
  /** The day on which the text of that resumption was read. */
  readonly resumptionSeenOn?: BeijingDate;
  /** Clauses that were resumed before the rest. */
  readonly except?: readonly string[];
  /** The day on which the text that says it was read. */
  readonly seenOn?: BeijingDate;
  /** Compiled, not read: the last day that its sources reach. What followed its end is not known from them. */
  readonly compiledTo?: BeijingDate;
}

/** What a measure rests on that was entered from public sources: this watch has not read its text. */
export interface Compilation {
  /** What it was taken from. */
  readonly from: string;
  /** When it was compiled. */
  readonly on: BeijingDate;
  /** The last day that its sources reach; what happened to the measure later is not known from it. */
  readonly completeTo: BeijingDate;
  readonly sources: readonly string[];
  readonly confidence: 'high' | 'medium' | 'low';
  /** What its sources left open, in words for people. */
  readonly doubts: readonly string[];
  /** Its list of goods was seen in part, or not at all. */
  readonly partial?: true;
  /** What its sources are known to lack, whatever the measure. */
  readonly gaps?: readonly string[];
  /** Its title in English, ours. */
  readonly titleEn?: string;
  /** Who must do what, in words for people. */
  readonly terms: readonly string[];
}

/** One measure as it stands. Version n lives in the n-th Change that touched it. */
export interface Restriction extends Omit<Measure, 'parties' | 'effectiveOn'> {
  readonly version: number;
  /** The text that imposed it. */
  readonly document: DocumentRef;
  /** The day from which the register counts it. */
  readonly effectiveOn: BeijingDate;
  /** Present where no text states `effectiveOn`: it is the day of publication, or that of the first reading. Never told as the day of effect. */
  readonly dayNotStated?: true;
  /** The day on which its text was first read. */
  readonly seenOn?: BeijingDate;
  /**
   * Known only by the texts that suspend, resume or lift it: its own was never read here, and its instrument and reach
   * stand for nothing. Such a measure is in `Register.unread`.
   */
  readonly unread?: true;
  readonly listings: readonly Listing[];
  readonly suspensions: readonly Suspension[];
  readonly lifted?: {
    readonly on: BeijingDate;
    readonly by: DocumentRef;
    /** The day on which the text that says it was read. */
    readonly seenOn?: BeijingDate;
    /** The notice is gone, but its duty goes on under this measure. */
    readonly continuedBy?: MeasureId;
  };
  /** A temporary control's last day by law, where the text that extends it names none. */
  readonly limit?: BeijingDate;
  /** Identities that it had while a page bore another number. Other pages may bear that number still. */
  readonly formerly?: readonly MeasureId[];
  /** Present while its text has not been read by this watch. */
  readonly compiled?: Compilation;
}

export type Standing =
  | { readonly kind: 'announced'; readonly from: BeijingDate }
  /** `partly`: a clause, or some of the parties, are paused; `awaiting`: parts whose own day has not come. */
  | { readonly kind: 'in-force'; readonly partly?: readonly Suspension[]; readonly awaiting?: readonly Stage[] }
  | { readonly kind: 'suspended'; readonly from: BeijingDate; readonly until?: BeijingDate }
  | { readonly kind: 'lifted'; readonly on: BeijingDate }
  /** A measure for a limited time ended by its own terms; `on` was its last day. */
  | { readonly kind: 'expired'; readonly on: BeijingDate }
  /**
   * Its suspension ended after the last day that the sources of a compiled measure reach, or a temporary control passed the
   * two years that the law allows and no text was seen that extends it, or a yearly catalogue is past its year.
   */
  | { readonly kind: 'unknown'; readonly since: BeijingDate };

/** Measures of an announcement bear its number, alone or with the instrument behind it. */
export const isMeasureOf = (id: MeasureId, announcement: string): boolean =>
  id === announcement || id.startsWith(`${announcement}#`);

/** How a measure stands on a Beijing day, by all that is known of it. */
export function standingOn(restriction: Restriction, day: BeijingDate): Standing {
  const { until, lifted, listings, staged = [] } = restriction;
  if (lifted && lifted.on <= day) return { kind: 'lifted', on: lifted.on };
  if (until && until < day) return { kind: 'expired', on: until };
  const emptied = emptiedOn(listings);
  if (emptied && emptied <= day) return { kind: 'lifted', on: emptied };
  const first = firstDayOf(restriction);
  if (first > day) return { kind: 'announced', from: first };
  const paused = restriction.suspensions.filter((suspension) => covers(suspension, day));
  const whole = paused.find(isWhole);
  if (whole) return { kind: 'suspended', from: whole.from, ...(whole.until && { until: whole.until }) };
  const since = unknownSince(restriction);
  if (since && since <= day && paused.length === 0) return { kind: 'unknown', since };
  const awaiting = staged.filter(({ on }) => on > day);
  return {
    kind: 'in-force',
    ...(paused.length > 0 && { partly: paused }),
    ...(awaiting.length > 0 && { awaiting }),
  };
}

/** The first day on which any part of a measure begins. */
export const firstDayOf = ({ effectiveOn, staged = [] }: Restriction): BeijingDate =>
  staged.reduce((first, { on }) => (on < first ? on : first), effectiveOn);

/** A pause of the whole measure, not of a clause or of some parties. */
export const isWhole = ({ clause, parties }: Suspension): boolean => clause === undefined && parties === undefined;

/** From when nobody knows whether a measure is in force, because what is read of it stops before. */
export function unknownSince(restriction: Restriction): BeijingDate | undefined {
  const limit = limitOf(restriction);
  const last = restriction.suspensions.findLast(({ until }) => until !== undefined);
  const { until: lastDay, compiledTo, resumed } = last ?? {};
  const ended = lastDay && compiledTo && !resumed && lastDay > compiledTo ? addDays(lastDay, 1) : undefined;
  const overdue = limit ? addDays(limit, 1) : afterItsYear(restriction);
  return ended && overdue ? (ended < overdue ? ended : overdue) : (ended ?? overdue);
}

/** A licence catalogue is for a year (2024年度); what holds after it, the next one says, whether or not it was read. */
function afterItsYear({ instrument, title }: Restriction): BeijingDate | undefined {
  const year = instrument === 'licence-catalogue' ? /(?<year>20\d{2})年度/.exec(title)?.groups?.['year'] : undefined;
  return year === undefined ? undefined : beijingDate(Number(year) + 1, 1, 1);
}

/** The last day of a temporary control whose text names none: two years (Export Control Law art. 9; Regulations art. 12). */
export function limitOf({ temporary, until, effectiveOn, limit }: Restriction): BeijingDate | undefined {
  return !temporary || until ? undefined : (limit ?? twoYearsFrom(effectiveOn));
}

/** The last day of the two years that begin on a day. */
export function twoYearsFrom(first: BeijingDate): BeijingDate | undefined {
  const [year = '', month = '', day = ''] = first.split('-');
  const ends = beijingDate(Number(year) + 2, Number(month), Number(day)) ?? beijingDate(Number(year) + 2, 3, 1);
  return ends && addDays(ends, -1);
}

/** Whether a measure, or the part that a pause is of, bound anybody before a day. */
export function wasInForceBefore(restriction: Restriction, day: BeijingDate, part?: Suspension): boolean {
  const { suspensions, staged = [] } = restriction;
  const own = staged.find((stage) => part?.clause !== undefined && clauseKey(stage.part) === clauseKey(part.clause));
  const relevant = suspensions.filter((one) => isWhole(one) || (part !== undefined && samePart(one, part)));
  let first = own?.on ?? firstDayOf(restriction);
  for (let pause; (pause = relevant.find((one) => covers(one, first))); first = addDays(pause.until, 1)) {
    if (!pause.until) return false;
  }
  return first < day;
}

/** The parties on the list on a day. */
export const listedOn = (restriction: Restriction, day: BeijingDate): readonly Party[] =>
  restriction.listings.filter(({ from, until }) => from <= day && (!until || until > day)).map(({ party }) => party);

/** Whether a pause holds on a day, its last day included. */
export const covers = ({ from, until }: Pick<Suspension, 'from' | 'until'>, day: BeijingDate): boolean =>
  from <= day && (!until || until >= day);

/** Whether two pauses are of one part. */
export const samePart = (a: Part, b: Part): boolean =>
  clauseKey(a.clause) === clauseKey(b.clause) && sameNames(a.parties ?? [], b.parties ?? []);

type Part = Pick<Suspension, 'clause' | 'parties'>;

function emptiedOn(listings: readonly Listing[]): BeijingDate | undefined {
  const ends = listings.map(({ until }) => until);
  if (ends.length === 0 || ends.includes(undefined)) return undefined;
  return ends.reduce((latest, end) => (end && (!latest || end > latest) ? end : latest));
}
