import { addDays, type BeijingDate } from '../time.ts';
import type { Entry } from './document.ts';

/** What an order of reading is decided by. */
export interface Reading {
  /** Entries not read yet, oldest first. */
  readonly fresh: readonly Entry[];
  /** The list, in its own order. */
  readonly listed: readonly Entry[];
  readonly today: BeijingDate;
  /** Whether a title says by itself that the entry is our subject. */
  readonly isOurs: (entry: Entry) => boolean;
  /** Addresses that could not be read before. */
  readonly failedBefore: ReadonlySet<string>;
}

// A list that bears no dates runs newest first.
const NEWEST = 5;

/**
 * The order in which pages are read, so that those which time is left for are the ones that matter: today's and yesterday's
 * first, and of them those whose titles are plainly ours; then the oldest, because a suspension must come after the measure that
 * it suspends; pages that failed before come last, because they may take half a minute each to fail again.
 */
export function readingOrder({ fresh, listed, today, isOurs, failedBefore }: Reading): readonly Entry[] {
  const top = new Set(listed.slice(0, NEWEST));
  const isNew = (entry: Entry): boolean =>
    entry.publishedOn === undefined ? top.has(entry) : entry.publishedOn >= addDays(today, -1);
  const rank = (entry: Entry): number =>
    failedBefore.has(entry.url) ? 4 : isNew(entry) ? (isOurs(entry) ? 0 : 1) : isOurs(entry) ? 2 : 3;
  return fresh
    .map((entry) => ({ entry, rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}
