import type { Awaiting } from '../documents/bookmark.ts';
import type { PollEdge } from '../edge/edge.ts';
import type { Source } from '../sources/source.ts';
import { addDays, beijingDay, type Instant } from '../time.ts';
import type { Budget } from './budget.ts';
import { readPages } from './read-pages.ts';

// The function that reads attachments gives them up after a month.
const AWAITING_DAYS = 31;

/** What came of looking at the pages whose attachments were being read. */
export interface Awaited {
  readonly awaiting: readonly Awaiting[];
  readonly changes: readonly number[];
  readonly faults: readonly string[];
}

/** Reads pages again whose attachments were read since they were last recorded. */
export async function readAwaited(
  source: Source,
  awaiting: readonly Awaiting[],
  edge: PollEdge,
  at: Instant,
  budget: Budget,
): Promise<Awaited> {
  const still: Awaiting[] = [];
  const changes: number[] = [];
  const faults: string[] = [];
  for (const page of awaiting) {
    const read = (await edge.annexes.of(page.document)).length;
    if (read <= page.read) {
      if (page.since >= addDays(beijingDay(at), -AWAITING_DAYS)) still.push(page);
      continue;
    }
    const again = await readPages(source, [page.entry], edge, at, {
      quiet: page.quiet,
      again: page.quiet === undefined,
      budget,
    });
    changes.push(...again.changes);
    faults.push(...again.failed.map(({ fault }) => fault.cause));
    still.push(...(again.read.length > 0 ? again.awaiting : [page]));
  }
  return { awaiting: still, changes, faults };
}

/** Each page once, by its latest reading. */
export const awaitingAfter = (pages: readonly Awaiting[]): readonly Awaiting[] => [
  ...new Map(pages.map((page) => [page.document, page])).values(),
];
