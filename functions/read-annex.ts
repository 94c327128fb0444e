import { annexEdge } from './edge/annex-edge.ts';
import { serveAnnexes } from './edge/annex-worker.ts';
import type { AnnexEdge } from './edge/edge.ts';
import { type Lifetime, withLastWords } from './edge/last-words.ts';
import { logger } from './edge/log.ts';
import { annexBounds, annexReader } from './runs/annex-reader.ts';
import { type AnnexReport, readAnnexes } from './runs/read-annexes.ts';

let edge: AnnexEdge | undefined;

// This module is also the thread that reads one file.
serveAnnexes(annexReader);

/** Lambda: reads the attachments that polls asked for. A schedule rings it. */
export async function handler(_event?: unknown, lifetime?: Lifetime): Promise<AnnexReport> {
  const report = await withLastWords({}, lifetime, () =>
    readAnnexes(
      (edge ??= annexEdge(new URL(import.meta.url), annexBounds)),
      lifetime && { left: () => lifetime.getRemainingTimeInMillis() },
    ),
  );
  if (report.read.length + report.faults.length > 0)
    logger[report.faults.length > 0 ? 'warn' : 'info']('annexes', { ...report });
  return report;
}
