import { addMinutes, beijingDay, type Instant, minutesBetween } from '../time.ts';
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
  readonly gap?: { readonly from: Instant; readonly to: Instant; readonly times?: number };
  /** The last list with far more new entries than the source's rhythm: they were recorded, and nobody was told. */
  readonly held?: { readonly at: Instant; readonly entries: number };
  /** The last day on which a source of the press reported more than it is told of in a day, and how much more. */
  readonly capped?: { readonly at: Instant; readonly reports: number };
  /** The last page that the journal rests on and that is there no longer, and how many went with it. */
  readonly gone?: { readonly at: Instant; readonly title: string; readonly url: string; readonly pages: number };
  /** Since when it is in this state, and how often the state has changed. */
  readonly since?: Instant;
  readonly turns?: number;
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
      /** Entries of a flood, or old ones that were listed again. */
      readonly held?: number;
      /** Reports beyond what the source is told of in a day. */
      readonly capped?: number;
      /** Pages that the journal rests on, and that are there no longer. */
      readonly gone?: readonly { readonly title: string; readonly url: string }[];
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

// A server may ask for a pause; nobody is blind for longer than this because of it.
const LONGEST_PAUSE_MINUTES = { official: 60, others: 24 * 60 };
// What a message can show, and a row of the table hold many times over.
const LONGEST_CAUSE = 1_500;

/**
 * The record after a poll. One answer of an unknown shape makes a source `down` at once: nothing will be seen until
 * somebody looks; so does a pause that the server asks for and that is as long as patience. An unreachable one is `degraded`
 * first, and `down` when that lasts.
 * @param polls how many polls this outcome stands for: quiet ones are written in batches
 */
export function after(
  health: Health,
  outcome: Outcome,
  source: Pick<Source, 'every' | 'authority'>,
  at: Instant,
  polls = 1,
): Health {
  const next = outcome.kind === 'read' ? afterReading(health, outcome, at) : afterFailure(health, outcome, source, at);
  const turned = next.state !== health.state;
  return {
    ...next,
    ...(next.cause && { cause: next.cause.slice(0, LONGEST_CAUSE).toWellFormed() }),
    since: turned ? at : (health.since ?? at),
    turns: (health.turns ?? 0) + (turned ? 1 : 0),
    tally: {
      since: health.tally.since,
      polls: health.tally.polls + polls,
      failed: health.tally.failed + (outcome.kind === 'read' ? 0 : 1),
    },
  };
}

function afterReading(health: Health, outcome: Extract<Outcome, { kind: 'read' }>, at: Instant): Health {
  const { degraded, changed } = outcome;
  const gap =
    outcome.gap && health.checkedAt
      ? { from: health.checkedAt, to: at, times: (health.gap?.times ?? (health.gap ? 1 : 0)) + 1 }
      : health.gap;
  const held = outcome.held === undefined ? health.held : { at, entries: outcome.held };
  const capped = outcome.capped === undefined ? health.capped : cappedAfter(health.capped, outcome.capped, at);
  const [page] = outcome.gone ?? [];
  const gone = page ? { at, ...page, pages: outcome.gone?.length ?? 1 } : health.gone;
  const changedAt = changed ? at : health.changedAt;
  return {
    state: degraded ? 'degraded' : 'ok',
    checkedAt: at,
    failures: 0,
    tally: health.tally,
    ...(changedAt && { changedAt }),
    ...(degraded && { cause: degraded }),
    ...(gap && { gap }),
    ...(held && { held }),
    ...(capped && { capped }),
    ...(gone && { gone }),
  };
}

/** Counted by Beijing day. */
function cappedAfter(before: Health['capped'], reports: number, at: Instant): Health['capped'] {
  const isToday = before !== undefined && beijingDay(before.at) === beijingDay(at);
  return { at, reports: reports + (isToday ? before.reports : 0) };
}

function afterFailure(
  health: Health,
  { blind, cause, retryAfter }: Extract<Outcome, { kind: 'failed' }>,
  { every, authority }: Pick<Source, 'every' | 'authority'>,
  at: Instant,
): Health {
  const failingSince = health.failingSince ?? at;
  const longest = authority === 'official' ? LONGEST_PAUSE_MINUTES.official : LONGEST_PAUSE_MINUTES.others;
  const pause = Math.min((retryAfter ?? 0) / 60, longest);
  const patience = Math.max(PATIENCE.minutes, every * (PATIENCE.polls - 1));
  const lasting = minutesBetween(failingSince, at) + pause >= patience;
  const { notBefore: _notBefore, ...rest } = health;
  return {
    ...rest,
    state: blind || health.state === 'down' || lasting ? 'down' : 'degraded',
    failures: health.failures + 1,
    failingSince,
    cause,
    ...(pause > 0 && { notBefore: addMinutes(at, pause) }),
  };
}
