import type { SourceState } from '../sources/health.ts';
import { type Instant, minutesBetween } from '../time.ts';

/** Sources are read every few minutes, and a watch that was stopped for a while reads them before a day has passed. */
const YEAR = 366 * 24 * 60;

/** Whether the clock lies more than a year beyond the last reading of any source: it cannot be believed. */
export function isClockAhead(at: Instant, states: readonly SourceState[]): boolean {
  const last = states
    .flatMap(({ checkedAt }) => checkedAt ?? [])
    .toSorted()
    .at(-1);
  return last !== undefined && minutesBetween(last, at) > YEAR;
}
