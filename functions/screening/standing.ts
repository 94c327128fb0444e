import { isWhole, type Listing, type Restriction, type Standing, standingOn } from '../register/restriction.ts';
import { addDays, type BeijingDate } from '../time.ts';

/** How a measure, or a party's place on it, stands on a day, and what that means for an answer. */
export interface Stand {
  readonly standing: Standing;
  /** `binds`: in force, or its duty goes on elsewhere · `may`: not now, or not known · `later`: published later. */
  readonly weight: 'binds' | 'may' | 'ended' | 'later';
  readonly until?: BeijingDate;
}

/**
 * @param readTo the last day on which the official sources were read: what became of a pause that ended later, nobody knows
 */
export function standOf(restriction: Restriction, on: BeijingDate, readTo?: BeijingDate, listing?: Listing): Stand {
  if (listing?.until !== undefined && listing.until <= on)
    return { standing: { kind: 'lifted', on: listing.until }, weight: 'ended', until: listing.until };
  const standing = knownStanding(restriction, on, readTo);
  if (listing && listing.from > on && standing.kind === 'in-force')
    return { standing: { kind: 'announced', from: listing.from }, weight: announcedBy(restriction, on) };
  const goesOn = standing.kind === 'lifted' && restriction.lifted?.continuedBy !== undefined;
  const until = goesOn ? undefined : (untilOf(restriction, standing) ?? listing?.until);
  return { standing, weight: weightOf(restriction, standing, on), ...(until && { until }) };
}

function knownStanding(restriction: Restriction, on: BeijingDate, readTo: BeijingDate | undefined): Standing {
  const standing = standingOn(restriction, on);
  if (standing.kind !== 'in-force' || standing.partly || readTo === undefined) return standing;
  const last = restriction.suspensions.findLast(
    (one) => isWhole(one) && one.until !== undefined && !one.resumed,
  )?.until;
  return last && last < on && last >= readTo ? { kind: 'unknown', since: addDays(last, 1) } : standing;
}

function weightOf(restriction: Restriction, standing: Standing, on: BeijingDate): Stand['weight'] {
  switch (standing.kind) {
    case 'in-force':
      return 'binds';
    case 'announced':
      return announcedBy(restriction, on);
    case 'suspended':
    case 'unknown':
      return 'may';
    case 'lifted':
      return restriction.lifted?.continuedBy !== undefined ? 'binds' : 'ended';
    case 'expired':
      return 'ended';
  }
}

/** What was published later than the day that is asked about was not there on it. */
const announcedBy = ({ document, effectiveOn }: Restriction, on: BeijingDate): Stand['weight'] =>
  (document.publishedOn ?? effectiveOn) <= on ? 'may' : 'later';

function untilOf({ until }: Restriction, standing: Standing): BeijingDate | undefined {
  if (standing.kind === 'suspended') return standing.until;
  return standing.kind === 'lifted' || standing.kind === 'expired' ? standing.on : until;
}
