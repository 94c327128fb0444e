import { composeDigest } from '../alerts/digest.ts';
import type { DigestEdge } from '../edge/edge.ts';
import { addMinutes } from '../time.ts';
import { registerOf } from './append-change.ts';
import { messageOf } from './deliver-alerts.ts';
import { statesOf, type Watch } from './watch-report.ts';

/** Publishes the digest of the time since the last one, also when nothing changed: silence must be earned. */
export async function sendDigest(edge: DigestEdge, watch: Watch): Promise<void> {
  const at = edge.now();
  const from = (await edge.digests.last()) ?? addMinutes(at, -7 * 24 * 60);
  const register = await registerOf(edge.journal);
  const changesSince = (await edge.journal.changes()).filter(({ observedAt }) => observedAt > from);
  const states = statesOf(watch, await edge.health.all());
  for (const language of watch.languages) {
    await edge.publish(
      messageOf(composeDigest({ register, changesSince, sources: states, from, to: at, at }, language)),
    );
  }
  await edge.digests.sent(at);
}
