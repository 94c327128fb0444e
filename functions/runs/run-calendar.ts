import { appendNext } from './append-change.ts';
import type { CalendarEdge } from '../edge/edge.ts';
import { dueOn } from '../register/due.ts';
import { addDays, beijingDay } from '../time.ts';

/**
 * Appends what the days since the last run bring, one Change a day, in order. On its first run only today counts: what
 * came before is in the announcements themselves.
 * @returns the numbers of the Changes
 */
export async function keepCalendar(edge: CalendarEdge): Promise<readonly number[]> {
  const at = edge.now();
  const today = beijingDay(at);
  const last = (await edge.days.last()) ?? addDays(today, -1);
  const changes: number[] = [];
  for (let day = addDays(last, 1); day <= today; day = addDays(day, 1)) {
    const change = await appendNext(edge.journal, (register) => dueOn(register, day, at));
    if (change) changes.push(change.number);
    await edge.days.move(day);
  }
  return changes;
}
