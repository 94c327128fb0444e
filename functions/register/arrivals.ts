import { addDays, type BeijingDate, daysBetween } from '../time.ts';
import type { Effect } from './change.ts';
import { clauseKey } from './party-names.ts';
import {
  covers,
  isWhole,
  limitOf,
  type Restriction,
  standingOn,
  type Suspension,
  wasInForceBefore,
} from './restriction.ts';

/** Days before an end on which subscribers are reminded, the longest first. */
export const REMINDERS = [90, 30, 7, 1];

/** What a day brings by itself. */
export type Arrival = Extract<Effect, { kind: 'took-effect' | 'ends-soon' | 'lapsed' }>;

/** What a Beijing day brings to one measure: what begins, what ends, and what will end. */
export function arrivalsOn(restriction: Restriction, day: BeijingDate): readonly Arrival[] {
  const { lifted, until, suspensions } = restriction;
  if (lifted && lifted.on < day) return [];
  if (lifted?.on === day) {
    const told = wasSaidBefore(lifted.seenOn, lifted.by.publishedOn, day);
    return told ? [{ kind: 'took-effect', what: 'lifting', restriction }] : [];
  }
  const limit = limitOf(restriction);
  return [
    ...beginnings(restriction, day),
    ...(until ? ending(restriction, until, day) : []),
    ...(limit ? ending(restriction, limit, day).map((effect) => ({ ...effect, byLaw: true as const })) : []),
    ...suspensions.flatMap((suspension) => ofSuspension(restriction, suspension, day)),
  ];
}

/** What was read on that day or later has been told as it was read. */
const wasSaidBefore = (
  seenOn: BeijingDate | undefined,
  publishedOn: BeijingDate | undefined,
  day: BeijingDate,
): boolean => (seenOn ?? publishedOn ?? day) < day;

/** A measure, or a part of it, takes effect; not while it is suspended. */
function beginnings(restriction: Restriction, day: BeijingDate): readonly Arrival[] {
  const { staged = [], effectiveOn, document, seenOn, unread, dayNotStated } = restriction;
  if (unread || dayNotStated || !wasSaidBefore(seenOn, document.publishedOn, day)) return [];
  const standing = standingOn(restriction, day);
  if (standing.kind !== 'in-force') return [];
  const stages = staged.filter(({ on, part }) => on === day && !isPaused(restriction, part, day));
  if (stages.length > 0) return stages.map((stage) => ({ kind: 'took-effect', what: 'measure', restriction, stage }));
  return effectiveOn === day && staged.every(({ on }) => on !== day)
    ? [{ kind: 'took-effect', what: 'measure', restriction }]
    : [];
}

const isPaused = ({ suspensions }: Restriction, part: string, day: BeijingDate): boolean =>
  suspensions.some((one) => covers(one, day) && (isWhole(one) || clauseKey(one.clause) === clauseKey(part)));

function ofSuspension(restriction: Restriction, suspension: Suspension, day: BeijingDate): readonly Arrival[] {
  const { from, until, by, seenOn, resumed, resumptionSeenOn } = suspension;
  // What is told of a pause on the day on which it is read says its end; an end is no nearer before that.
  const begun = seenOn !== undefined && seenOn > from ? seenOn : from;
  const begins = from === day && wasSaidBefore(seenOn, by.publishedOn, day);
  return [
    ...(begins ? [{ kind: 'took-effect', what: 'suspension', suspension, restriction } as const] : []),
    ...(until && resumptionSeenOn && addDays(until, 1) === day && resumptionSeenOn < day
      ? [{ kind: 'took-effect', what: 'resumption', suspension, restriction } as const]
      : []),
    ...(until && !resumed && returns(restriction, suspension, until)
      ? ending(restriction, until, day, suspension).filter(({ kind }) => kind === 'lapsed' || begun < day)
      : []),
  ];
}

/** Whether the end of a pause brings anything back: not where the whole is paused beyond it, ended, or yet to begin. */
function returns(restriction: Restriction, suspension: Suspension, until: BeijingDate): boolean {
  const next = standingOn(restriction, addDays(until, 1)).kind;
  return next === 'in-force' || next === 'unknown' || (next === 'suspended' && isWhole(suspension));
}

function ending(
  restriction: Restriction,
  on: BeijingDate,
  day: BeijingDate,
  suspension?: Suspension,
): readonly Exclude<Arrival, { kind: 'took-effect' }>[] {
  const days = daysBetween(day, on);
  const never = suspension && !restriction.unread && !wasInForceBefore(restriction, addDays(on, 1), suspension);
  const part = { ...(suspension && { suspension }), ...(never && { firstTime: true as const }) };
  if (REMINDERS.includes(days)) return [{ kind: 'ends-soon', on, days, restriction, ...part }];
  return days === -1 ? [{ kind: 'lapsed', on, restriction, ...part }] : [];
}
