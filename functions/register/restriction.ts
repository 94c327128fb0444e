import type { DocumentRef } from '../documents/document.ts';
import type { Measure, Party } from '../findings/finding.ts';
import type { BeijingDate } from '../time.ts';

/** A party on a list, from the day it counts; `until` is the first day on which it is no longer there. */
export interface Listing {
  readonly party: Party;
  readonly from: BeijingDate;
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
}

/** One measure as it stands. Version n lives in the n-th Change that touched it. */
export interface Restriction extends Omit<Measure, 'parties' | 'effectiveOn'> {
  readonly version: number;
  /** The text that imposed it. */
  readonly document: DocumentRef;
  readonly effectiveOn: BeijingDate;
  readonly listings: readonly Listing[];
  readonly suspensions: readonly Suspension[];
  readonly lifted?: { readonly on: BeijingDate; readonly by: DocumentRef };
}

export type Standing =
  | { readonly kind: 'announced'; readonly from: BeijingDate }
  /** `partly`: a clause, or some of the parties, are paused. */
  | { readonly kind: 'in-force'; readonly partly?: readonly Suspension[] }
  | { readonly kind: 'suspended'; readonly from: BeijingDate; readonly until?: BeijingDate }
  | { readonly kind: 'lifted'; readonly on: BeijingDate }
  /** A measure for a limited time ended by its own terms; `on` was its last day. */
  | { readonly kind: 'expired'; readonly on: BeijingDate };

/** How a measure stands on a Beijing day, by all that is known of it. */
export function standingOn(restriction: Restriction, day: BeijingDate): Standing {
  const { effectiveOn, until, lifted, listings } = restriction;
  if (lifted && lifted.on <= day) return { kind: 'lifted', on: lifted.on };
  if (until && until < day) return { kind: 'expired', on: until };
  const emptied = emptiedOn(listings);
  if (emptied && emptied <= day) return { kind: 'lifted', on: emptied };
  if (effectiveOn > day) return { kind: 'announced', from: effectiveOn };
  const paused = restriction.suspensions.filter((suspension) => covers(suspension, day));
  const whole = paused.find((suspension) => !suspension.clause && !suspension.parties);
  if (whole) return { kind: 'suspended', from: whole.from, ...(whole.until && { until: whole.until }) };
  return paused.length > 0 ? { kind: 'in-force', partly: paused } : { kind: 'in-force' };
}

/** The parties on the list on a day. */
export const listedOn = (restriction: Restriction, day: BeijingDate): readonly Party[] =>
  restriction.listings.filter(({ from, until }) => from <= day && (!until || until > day)).map(({ party }) => party);

/** Whether a pause holds on a day, its last day included. */
export const covers = ({ from, until }: Suspension, day: BeijingDate): boolean =>
  from <= day && (!until || until >= day);

function emptiedOn(listings: readonly Listing[]): BeijingDate | undefined {
  const ends = listings.map(({ until }) => until);
  if (ends.length === 0 || ends.includes(undefined)) return undefined;
  return ends.reduce((latest, end) => (end && (!latest || end > latest) ? end : latest));
}
