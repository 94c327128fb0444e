import type { PollEdge } from './edge/edge.ts';
import { type Lifetime, withLastWords } from './edge/last-words.ts';
import { logger } from './edge/log.ts';
import { pollEdge } from './edge/poll-edge.ts';
import { pollSource, type PollReport } from './runs/poll-source.ts';
import { parseSource } from './sources/source.ts';

let edge: PollEdge | undefined;

/**
 * Lambda: polls one source. Its schedule's input is the whole Source.
 * @throws Misconfigured for an event that is no Source; any surprise, so that the schedule tries again
 */
export async function handler(event: { readonly source?: unknown }, lifetime?: Lifetime): Promise<PollReport> {
  const source = parseSource(event.source, 'event.source');
  const started = performance.now();
  const report = await withLastWords({ source: source.id }, lifetime, () => pollSource(source, (edge ??= pollEdge())));
  const milliseconds = Math.round(performance.now() - started);
  logger[report.faults.length > 0 ? 'warn' : 'info']('poll', { ...report, milliseconds });
  return report;
}
