import type { MeasureId } from '../findings/finding.ts';
import { addDays, addMinutes, type BeijingDate, beijingDay, daysBetween, type Instant, startOf } from '../time.ts';
import type { Change, Draft, Effect } from './change.ts';
import type { Register } from './replay.ts';
import { type Restriction, standingOn, type Suspension } from './restriction.ts';
import { borneOut, isReport } from './stories.ts';

/** Days before an end on which subscribers are reminded. */
const REMINDERS = [30, 7, 1];
const HOURS_TO_CONFIRM = 72;

/**
 * The Change that a Beijing day brings by itself, or undefined: measures, suspensions and liftings that begin, ends that
 * come near or have come, reports that nobody has confirmed. What the journal already holds of that day is left out, so
 * that a day asked about twice is told once; so is a reminder of a missed day that a later one has overtaken.
 */
export function dueOn(register: Register, day: BeijingDate, at: Instant): Draft | undefined {
  const done = new Set(
    register.told.filter(({ cause }) => 'day' in cause).flatMap((change) => change.effects.map(key)),
  );
  const effects = [
    ...[...register.restrictions.values()].flatMap((restriction) => arrivals(restriction, day)),
    ...unconfirmed(register.told, day),
  ].filter((effect) => !done.has(key(effect)) && !isOvertaken(effect, beijingDay(at)));
  return effects.length > 0 ? { observedAt: at, cause: { day }, provisions: [], effects } : undefined;
}

/** "30 days left" is no longer said on the day on which one is left. */
const isOvertaken = (effect: Effect, today: BeijingDate): boolean =>
  effect.kind === 'ends-soon' &&
  [...REMINDERS, -1].some((days) => days < effect.days && addDays(effect.on, -days) <= today);

/** What lies ahead: the same effects, day by day, without reports. */
export function dueBetween(
  register: Register,
  from: BeijingDate,
  to: BeijingDate,
): readonly (readonly [BeijingDate, Effect])[] {
  const days = Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i));
  return days.flatMap((day) =>
    [...register.restrictions.values()].flatMap((restriction) =>
      arrivals(restriction, day).map((effect) => [day, effect] as const),
    ),
  );
}

function arrivals(restriction: Restriction, day: BeijingDate): readonly Effect[] {
  const { lifted, effectiveOn, until, document, suspensions } = restriction;
  if (lifted && lifted.on < day) return [];
  const announced = (by: { publishedOn?: BeijingDate }, on: BeijingDate): boolean =>
    on === day && by.publishedOn !== undefined && by.publishedOn < day;
  const effects: Effect[] = [];
  // A measure that is suspended on its first day does not take effect on it.
  if (announced(document, effectiveOn) && standingOn(restriction, day).kind === 'in-force')
    effects.push({ kind: 'took-effect', what: 'measure', restriction });
  if (lifted && announced(lifted.by, lifted.on)) effects.push({ kind: 'took-effect', what: 'lifting', restriction });
  if (lifted?.on === day) return effects;
  if (until) effects.push(...ending(restriction, until, day));
  for (const suspension of suspensions) {
    if (announced(suspension.by, suspension.from)) {
      effects.push({ kind: 'took-effect', what: 'suspension', suspension, restriction });
    }
    if (suspension.until && !suspension.resumed) {
      effects.push(...ending(restriction, suspension.until, day, suspension));
    }
  }
  return effects;
}

function ending(
  restriction: Restriction,
  on: BeijingDate,
  day: BeijingDate,
  suspension?: Suspension,
): readonly Effect[] {
  const days = daysBetween(day, on);
  const part = suspension ? { suspension } : {};
  if (REMINDERS.includes(days)) return [{ kind: 'ends-soon', on, days, restriction, ...part }];
  return days === -1 ? [{ kind: 'lapsed', on, restriction, ...part }] : [];
}

function unconfirmed(told: readonly Change[], day: BeijingDate): readonly Effect[] {
  return told.flatMap((change): readonly Effect[] => {
    if (change.quiet || !isReport(change) || !('document' in change.cause)) return [];
    if (change.cause.document.authority === 'official') return [];
    const waitedUntil = addMinutes(change.observedAt, HOURS_TO_CONFIRM * 60);
    if (waitedUntil > startOf(day) || daysBetween(beijingDay(waitedUntil), day) > 7) return [];
    if (told.some((other) => other.confirms === change.number || borneOut(other, [change]))) return [];
    return change.effects.flatMap((effect): readonly Effect[] =>
      effect.kind === 'reported' && effect.report.action !== 'clarify'
        ? [{ kind: 'unconfirmed', report: effect.report, change: change.number }]
        : [],
    );
  });
}

/** One arrival, told once: a suspension that was extended ends anew. */
function key(effect: Effect): string {
  const id: MeasureId | undefined = 'restriction' in effect ? effect.restriction.id : undefined;
  const part = 'suspension' in effect ? [effect.suspension?.clause, effect.suspension?.from] : [];
  const { kind } = effect;
  if (kind === 'ends-soon') return JSON.stringify([kind, id, part, effect.on, effect.days]);
  if (kind === 'lapsed') return JSON.stringify([kind, id, part, effect.on]);
  if (kind === 'took-effect') return JSON.stringify([kind, id, part, effect.what]);
  return JSON.stringify([kind, id, kind === 'unconfirmed' ? effect.change : undefined]);
}
