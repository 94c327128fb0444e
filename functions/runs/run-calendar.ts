import { appendNext, registerOf } from './append-change.ts';
import type { CalendarEdge } from '../edge/edge.ts';
import { dueOn } from '../register/due.ts';
import type { SourceState } from '../sources/health.ts';
import { addDays, type BeijingDate, beijingDay, type Instant } from '../time.ts';
import { isClockAhead } from './clock-ahead.ts';

// A clock that ran ahead has moved the mark beyond today: what it skipped lies within the days that are looked at again.
const LOOK_BACK_DAYS = 31;

/**
 * Appends what the days since the last run bring, one Change a day, in order, and looks at today again: a day asked about
 * twice is told once. On its first run only today counts: what came before is in the announcements themselves.
 * @returns the numbers of the Changes
 */
export async function keepCalendar(edge: CalendarEdge): Promise<readonly number[]> {
  const at = edge.now();
  const today = beijingDay(at);
  const changes: number[] = [];
  const states = await edge.health.all();
  // Nothing is told, and nothing is marked as told: the days come again with a clock that is right.
  if (isClockAhead(at, states)) return changes;
  const readAt = officialReadAt(states);
  const last = await edge.days.last();
  const register = await registerOf(edge.journal);
  for (let day = firstDay(last, today); day <= today; day = addDays(day, 1)) {
    // What is appended while this runs brings its own days with the next run; most days bring nothing.
    if (dueOn(register, day, at, readAt) === undefined) continue;
    const change = await appendNext(edge.journal, (latest) => dueOn(latest, day, at, readAt));
    if (change) changes.push(change.number);
    await edge.days.move(day, today);
  }
  if (last !== today) await edge.days.keepHealth(today, at, states);
  await edge.days.move(today, today);
  await edge.journal.pack();
  return changes;
}

function firstDay(last: BeijingDate | undefined, today: BeijingDate): BeijingDate {
  if (last === undefined || last === today) return today;
  return last < today ? addDays(last, 1) : addDays(today, -LOOK_BACK_DAYS);
}

/** When the official source that is silent longest last answered; undefined where one never did. */
function officialReadAt(states: readonly SourceState[]): Instant | undefined {
  const official = states.filter(({ authority }) => authority === 'official');
  const answers = official.map(({ checkedAt }) => checkedAt).toSorted();
  return answers.length > 0 && !answers.includes(undefined) ? answers[0] : undefined;
}
