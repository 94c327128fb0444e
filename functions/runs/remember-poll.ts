import type { Bookmark } from '../documents/bookmark.ts';
import type { PollEdge } from '../edge/edge.ts';
import { after, heartbeatMinutes, type Outcome } from '../sources/health.ts';
import type { Source } from '../sources/source.ts';
import { type Instant, minutesBetween } from '../time.ts';

/** Quiet polls that no row holds yet, by source. */
export type Tally = Map<string, { readonly polls: number; readonly checkedAt: Instant }>;

/** A poll that is over, or a part of one. */
export interface Polled {
  readonly source: Source;
  /** The bookmark as it was read. */
  readonly before: Bookmark;
  /** The revision that it was read at, or written at since. */
  readonly revision: number;
  readonly next: Bookmark;
  readonly outcome: Outcome;
  readonly at: Instant;
}

/** Writes the bookmark, with the source's health; after a poll that found nothing new, only once in a while. */
export async function remember(
  { source, before, revision, next, outcome, at }: Polled,
  bookmarks: PollEdge['bookmarks'],
  tally: Tally,
): Promise<void> {
  const since = tally.get(source.id);
  const polls = (since?.polls ?? 0) + 1;
  const { state, checkedAt } = before.health;
  const beats = checkedAt === undefined || minutesBetween(checkedAt, at) >= heartbeatMinutes(source.authority);
  const health = after({ ...before.health, ...(since && { checkedAt: since.checkedAt }) }, outcome, source, at, polls);
  const same = JSON.stringify({ ...next, health: '' }) === JSON.stringify({ ...before, health: '' });
  if (same && state === 'ok' && health.state === 'ok' && !beats) {
    tally.set(source.id, { polls, checkedAt: at });
    return;
  }
  await bookmarks.remember(source, { ...next, health }, revision);
  tally.delete(source.id);
}
