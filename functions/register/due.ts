import { addDays, addMinutes, type BeijingDate, beijingDay, daysBetween, type Instant } from '../time.ts';
import { type Arrival, arrivalsOn, REMINDERS } from './arrivals.ts';
import type { Change, Draft, Effect } from './change.ts';
import type { Register } from './replay.ts';
import { answered, isReport } from './stories.ts';

const HOURS_TO_CONFIRM = 72;
/** A report that nobody has asked about for so long is not brought up again. */
const DAYS_TO_ASK = 7;

/**
 * The Change that a Beijing day brings by itself, or undefined: measures, suspensions and liftings that begin, ends that
 * come near or have come, reports that nobody has confirmed. What the journal already holds of that day is left out, so
 * that a day asked about twice is told once; so is a reminder of a missed day that a later one has overtaken.
 * @param at now; what a run with a clock that was ahead has told counts for nothing
 * @param readAt when the official source that was silent longest last answered
 */
export function dueOn(register: Register, day: BeijingDate, at: Instant, readAt?: Instant): Draft | undefined {
  const today = beijingDay(at);
  const told = register.told.filter(({ observedAt }) => observedAt <= at);
  const done = new Set(told.filter(({ cause }) => 'day' in cause).flatMap((change) => change.effects.map(key)));
  const effects = [
    ...standing(register)
      .flatMap((restriction) => arrivalsOn(restriction, day))
      .filter((effect) => !isOvertaken(effect, today))
      .map((effect) => asOf(effect, today, readAt)),
    ...(day === today ? unconfirmed(told, at) : []),
  ].filter((effect) => !done.has(key(effect)));
  return effects.length > 0 ? { observedAt: at, cause: { day }, provisions: [], effects } : undefined;
}

/** Everything that may have a day: measures whose texts were read, and those that others speak of. */
const standing = ({ restrictions, unread }: Register) => [...restrictions.values(), ...unread.values()];

/** A reminder that was missed is left out when the next is due within these days. */
const NEXT_IS_NEAR = 3;

/** "30 days left" is no longer said when the day of the next reminder is near, nor when the end has come. */
function isOvertaken(effect: Arrival, today: BeijingDate): boolean {
  if (effect.kind !== 'ends-soon') return false;
  const left = daysBetween(today, effect.on);
  return (
    left < 0 || (left < effect.days && REMINDERS.some((days) => days < effect.days && left <= days + NEXT_IS_NEAR))
  );
}

/** As true on the day on which it is told, and with what was read until then. */
function asOf(effect: Arrival, today: BeijingDate, readAt: Instant | undefined): Arrival {
  if (effect.kind === 'took-effect') return effect;
  const read = readAt ? { readAt } : {};
  if (effect.kind === 'lapsed') return { ...effect, ...read };
  return { ...effect, ...read, days: Math.min(effect.days, Math.max(0, daysBetween(today, effect.on))) };
}

/** What lies ahead: the same effects, day by day, without reports. */
export function dueBetween(
  register: Register,
  from: BeijingDate,
  to: BeijingDate,
): readonly (readonly [BeijingDate, Effect])[] {
  const days = Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i));
  return days.flatMap((day) =>
    standing(register).flatMap((restriction) => arrivalsOn(restriction, day).map((effect) => [day, effect] as const)),
  );
}

/** Urgent reports, 72 hours old, of which nothing official has been told since. */
function unconfirmed(told: readonly Change[], at: Instant): readonly Effect[] {
  return told.flatMap((change): readonly Effect[] => {
    if (change.quiet || !isReport(change) || !('document' in change.cause)) return [];
    if (change.cause.document.authority === 'official') return [];
    const waitedUntil = addMinutes(change.observedAt, HOURS_TO_CONFIRM * 60);
    if (waitedUntil > at || daysBetween(beijingDay(waitedUntil), beijingDay(at)) > DAYS_TO_ASK) return [];
    if (answered(change, told)) return [];
    return change.effects.flatMap((effect): readonly Effect[] =>
      // What was routine when it was reported is no mail when nothing comes of it.
      effect.kind === 'reported' && effect.report.action === 'impose' && effect.report.act !== 'plan'
        ? [{ kind: 'unconfirmed', report: effect.report, change: change.number }]
        : [],
    );
  });
}

/** One arrival, told once: a suspension that was extended ends anew. */
function key(effect: Effect): string {
  if (effect.kind === 'unconfirmed') return JSON.stringify([effect.kind, effect.change]);
  const id = 'restriction' in effect ? effect.restriction.id : undefined;
  const { kind } = effect;
  if (kind === 'ends-soon') {
    const reminder = REMINDERS.findLast((days) => days >= effect.days);
    return JSON.stringify([kind, id, effect.suspension?.clause, effect.on, reminder]);
  }
  if (kind === 'lapsed') return JSON.stringify([kind, id, effect.suspension?.clause, effect.on]);
  if (kind === 'took-effect') {
    const { what, suspension, stage, restriction } = effect;
    const on =
      what === 'measure'
        ? (stage?.on ?? restriction.effectiveOn)
        : what === 'resumption'
          ? suspension?.until
          : (suspension?.from ?? restriction.lifted?.on);
    return JSON.stringify([kind, id, what, suspension?.clause, stage?.part, on]);
  }
  return JSON.stringify([kind, id]);
}
