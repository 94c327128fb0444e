import { addMinutes, type Instant, minutesBetween } from '../time.ts';
import type { Authority, Source } from './source.ts';

/** How a source fares, by its own record. */
export interface Health {
  /** `new`: never answered yet · `degraded`: read with losses, or failing for a short while · `down`: we are blind. */
  readonly state: 'new' | 'ok' | 'degraded' | 'down';
  /** The last answer that was what we know; an answer of "unchanged" counts. */
  readonly checkedAt?: Instant;
  /** The last answer that listed something new. */
  readonly changedAt?: Instant;
  readonly failingSince?: Instant;
  /** Failures in a row. */
  readonly failures: number;
  /** Why it is not `ok`: what, where and what to do. */
  readonly cause?: string;
  /** Asked to stay away until then (`Retry-After`). */
  readonly notBefore?: Instant;
  /** Nothing on the last list was known from before: what came and went in between was never seen. */
  readonly gap?: { readonly from: Instant; readonly to: Instant };
  /** The last list with far more new entries than the source's rhythm: they were recorded, and nobody was told. */
  readonly held?: { readonly at: Instant; readonly entries: number };
  /** Polls and failures since `since`, for the digest; polls are a lower bound, because quiet ones are written in batches. */
  readonly tally: { readonly since: Instant; readonly polls: number; readonly failed: number };
}

/** What an alert says of a source: when it was last asked, and whether it answered. */
export interface SourceState extends Health {
  readonly id: string;
  readonly publisher: string;
  readonly authority: Authority;
}

/** How one poll ended. */
export type Outcome =
  | {
      readonly kind: 'read';
      readonly changed: boolean;
      readonly degraded?: string;
      readonly gap?: boolean;
      /** Entries of a flood. */
      readonly held?: number;
    }
  /** `blind`: it answered, but not with the page we know. */
  | { readonly kind: 'failed'; readonly blind: boolean; readonly cause: string; readonly retryAfter?: number };

/** Minutes after which a poll that found nothing new is written down all the same: "last checked" is exact to this. */
export const heartbeatMinutes = (authority: Authority): number => (authority === 'official' ? 15 : 60);

// Ministries' sites and feeds are often away for minutes; an hour, or three polls of a slow one, is worth a message.
const PATIENCE = { minutes: 60, polls: 3 };

export const newHealth = (at: Instant): Health => ({
  state: 'new',
  failures: 0,
  tally: { since: at, polls: 0, failed: 0 },
});

/**
 * The record after a poll. One answer of an unknown shape makes a source `down` at once: nothing will be seen until
 * somebody looks. An unreachable one is `degraded` first, and `down` when that lasts.
 * @param polls how many polls this outcome stands for: quiet ones are written in batches
 */
export function after(health: Health, outcome: Outcome, source: Pick<Source, 'every'>, at: Instant, polls = 1): Health {
  const tally = { ...health.tally, polls: health.tally.polls + polls };
  if (outcome.kind === 'read') {
    const gap = outcome.gap && health.checkedAt ? { from: health.checkedAt, to: at } : health.gap;
    const held = outcome.held === undefined ? health.held : { at, entries: outcome.held };
    const changedAt = outcome.changed ? at : health.changedAt;
    return {
      state: outcome.degraded ? 'degraded' : 'ok',
      checkedAt: at,
      failures: 0,
      tally,
      ...(changedAt && { changedAt }),
      ...(outcome.degraded && { cause: outcome.degraded }),
      ...(gap && { gap }),
      ...(held && { held }),
    };
  }
  const failures = health.failures + 1;
  const failingSince = health.failingSince ?? at;
  const lasting = minutesBetween(failingSince, at) >= Math.max(PATIENCE.minutes, source.every * (PATIENCE.polls - 1));
  const { notBefore: _notBefore, ...rest } = health;
  return {
    ...rest,
    state: outcome.blind || health.state === 'down' || lasting ? 'down' : 'degraded',
    failures,
    failingSince,
    cause: outcome.cause,
    tally: { ...tally, failed: tally.failed + 1 },
    ...(outcome.retryAfter && { notBefore: addMinutes(at, outcome.retryAfter / 60) }),
  };
}
