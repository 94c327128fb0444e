import type { PollEdge } from './edge/edge.ts';
import { type Lifetime, withLastWords } from './edge/last-words.ts';
import { logger } from './edge/log.ts';
import { pollEdge } from './edge/poll-edge.ts';
import { pollSource, type PollReport } from './runs/poll-source.ts';
import type { Tally } from './runs/remember-poll.ts';
import { parseSource } from './sources/source.ts';

let edge: PollEdge | undefined;
const tally: Tally = new Map();

// Where nobody says when a run ends: the function's own two minutes, less what a start and the calls around a poll may take.
const MILLISECONDS = 90_000;

/**
 * Lambda: polls one source. Its schedule's input is the whole Source.
 * @throws Misconfigured for an event that is no Source; any surprise, so that the schedule tries again
 */
export async function handler(event: { readonly source?: unknown }, lifetime?: Lifetime): Promise<PollReport> {
  const source = parseSource(event.source, 'event.source');
  const started = performance.now();
  const budget = { left: () => lifetime?.getRemainingTimeInMillis() ?? MILLISECONDS - (performance.now() - started) };
  // A run that is killed says nothing at its end.
  logger.info('poll begins', { source: source.id });
  const report = await withLastWords({ source: source.id }, lifetime, () =>
    pollSource(source, (edge ??= pollEdge()), { tally, budget }),
  );
  const milliseconds = Math.round(performance.now() - started);
  logger[report.faults.length > 0 ? 'warn' : 'info']('poll', { ...report, milliseconds });
  return report;
}
