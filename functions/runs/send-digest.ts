import { composeDigest } from '../alerts/digest.ts';
import type { DigestEdge, DigestMark } from '../edge/edge.ts';
import type { SourceState } from '../sources/health.ts';
import type { Language } from '../sources/source.ts';
import { addMinutes, minutesBetween } from '../time.ts';
import { registerOf } from './append-change.ts';
import { isClockAhead } from './clock-ahead.ts';
import { messageOf } from './publish-alert.ts';
import { statesOf, type Watch } from './watch-report.ts';

const DAY = 24 * 60;
const WEEK = 7 * DAY;
// A run that dies holding a period delays the next by this much; the function's own time is shorter.
const HOLD_MINUTES = 2;

/**
 * Publishes the digest of the time since the last one, also when nothing changed: silence must be earned. A period is
 * claimed before anything of it is sent, so that a second ring within a day sends nothing but what failed.
 * @throws when a language could not be sent to: the next ring sends to that one alone; when the clock cannot be believed
 */
export async function sendDigest(edge: DigestEdge, watch: Watch): Promise<void> {
  const at = edge.now();
  const sources = statesOf(watch, await edge.health.all());
  if (isClockAhead(at, sources))
    throw new Error(`digest: the clock says ${at}, more than a year after any source was read; nothing was sent`);
  const stored = await edge.digests.last();
  // A clock that ran ahead may have left a mark beyond now.
  const last = stored && stored.to <= at ? stored : undefined;
  const recent = last && minutesBetween(last.to, at) < DAY;
  const unsent = last && last.owed.length > 0 && minutesBetween(last.to, at) < WEEK - DAY;
  if (recent && !unsent) return;
  const mark: DigestMark = unsent
    ? last
    : { from: last?.to ?? addMinutes(at, -WEEK), to: at, owed: [...watch.languages] };
  if (!(await edge.digests.claim(mark, stored?.to, addMinutes(at, HOLD_MINUTES)))) return;
  await send(mark, edge, { watch, sources });
}

async function send(
  mark: DigestMark,
  edge: DigestEdge,
  { watch, sources }: { readonly watch: Watch; readonly sources: readonly SourceState[] },
): Promise<void> {
  const { from, to } = mark;
  const register = await registerOf(edge.journal);
  const within = (await edge.journal.changes()).filter(({ observedAt }) => observedAt > from && observedAt <= to);
  const faults: string[] = [];
  let owed: readonly Language[] = mark.owed.filter((language) => watch.languages.includes(language));
  for (const language of owed) {
    try {
      const digest = composeDigest({ register, changesSince: within, sources, from, to, at: edge.now() }, language);
      await edge.publish(messageOf(digest));
      owed = owed.filter((one) => one !== language);
      await edge.digests.move({ ...mark, owed });
    } catch (error) {
      faults.push(`${language}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  await edge.digests.release({ ...mark, owed });
  if (faults.length > 0) throw new Error(`digest to ${to}: ${faults.join('; ')}; the next ring sends to those alone`);
}
