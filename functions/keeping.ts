import { composeDigest } from './alerts/digest.ts';
import { appendNext, registerOf } from './appending.ts';
import type { CalendarEdge, DigestEdge } from './edge/edge.ts';
import { messageOf, type Watch } from './delivering.ts';
import { dueOn } from './register/due.ts';
import { addDays, addMinutes, beijingDay } from './time.ts';

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

/** Publishes the digest of the time since the last one, also when nothing changed: silence must be earned. */
export async function sendDigest(edge: DigestEdge, { languages, sources }: Watch): Promise<void> {
  const at = edge.now();
  const from = (await edge.digests.last()) ?? addMinutes(at, -7 * 24 * 60);
  const register = await registerOf(edge.journal);
  const changesSince = (await edge.journal.changes()).filter(({ observedAt }) => observedAt > from);
  const states = (await edge.health.all()).filter(({ id }) => sources.includes(id));
  for (const language of languages) {
    await edge.publish(
      messageOf(composeDigest({ register, changesSince, sources: states, from, to: at, at }, language)),
    );
  }
  await edge.digests.sent(at);
}
