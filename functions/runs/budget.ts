/**
 * What is left of a run's time, in milliseconds: a poll ends before it is ended. A function that is killed has kept nothing of
 * what it read since it last wrote.
 */
export interface Budget {
  readonly left: () => number;
}

// To record the page that is in hand, and to write the bookmark: a few calls of DynamoDB, each of eight seconds at the worst.
const RESERVE = 15_000;
// A page that could not be read in this time is better begun by the next poll.
const WORTHWHILE = 4_000;

/** A budget without end, for runs that nobody ends. */
export const unlimited: Budget = { left: () => Infinity };

/** Milliseconds that a request may take, or undefined when none should be begun. */
export function timeForRequest({ left }: Budget): number | undefined {
  const time = left() - RESERVE;
  return time < WORTHWHILE ? undefined : time;
}
