import type { News } from '../alerts/transitions.ts';
import type { Confirmed } from '../edge/edge.ts';
import { heartbeatMinutes, newHealth, type SourceState } from '../sources/health.ts';
import type { Authority, Language } from '../sources/source.ts';
import { type Instant, minutesBetween } from '../time.ts';

/** A source that is on. What a local run does not say of it is not judged. */
export interface WatchedSource {
  readonly id: string;
  /** Minutes between polls. */
  readonly every?: number;
  readonly authority?: Authority;
}

/** What is being watched, by the deployment's settings. */
export interface Watch {
  readonly languages: readonly Language[];
  readonly sources: readonly WatchedSource[];
  /** Who must be subscribed, as hashes of their addresses; absent in a local run. */
  readonly expected?: Confirmed;
}

/** The states of the sources that are on; what was turned off stays in the table, and is nobody's worry. */
export function statesOf(watch: Watch, all: readonly SourceState[]): readonly SourceState[] {
  const on = new Set(watch.sources.map(({ id }) => id));
  return all.filter(({ id }) => on.has(id));
}

// A ministry's site is often away for minutes: an hour of failures is a fault. A poll that is never made is one sooner.
const DARK_MINUTES = 60;
const RHYTHMS = 2;

/**
 * Minutes by which the most overdue official source is past its time: each is judged by its own rhythm, so that one that
 * answers does not hide another that is dark. 0: all are in time.
 * @param since when each source that has no record yet was first waited for
 */
export function officialOverdueMinutes(
  { sources }: Watch,
  states: readonly SourceState[],
  since: Readonly<Record<string, Instant>>,
  at: Instant,
): number {
  const official = sources.filter(({ authority }) => authority === 'official');
  const overdue = official.map((source) => {
    const last = lastOf(source, states, since);
    const allowed = Math.max(DARK_MINUTES, RHYTHMS * (source.every ?? 0)) + heartbeatMinutes('official');
    return last === undefined ? 0 : minutesBetween(last, at) - allowed;
  });
  return Math.max(0, ...overdue.map(Math.ceil));
}

/**
 * The sources that nobody polls: two rhythms have passed without a record, and the last one tells of no failure. A
 * schedule was disabled or dropped, or every poll is killed before it can write.
 */
export function unpolled(
  { sources }: Watch,
  states: readonly SourceState[],
  since: Readonly<Record<string, Instant>>,
  at: Instant,
): readonly SourceState[] {
  return sources.flatMap((source): readonly SourceState[] => {
    const { id, every, authority = 'press' } = source;
    const known = states.find((state) => state.id === id);
    const last = lastOf(source, states, since);
    if (every === undefined || last === undefined || (known?.failures ?? 0) > 0) return [];
    // Asked to stay away (Retry-After), it is not polled on purpose.
    const from = known?.notBefore !== undefined && known.notBefore > last ? known.notBefore : last;
    if (minutesBetween(from, at) <= RHYTHMS * every + heartbeatMinutes(authority)) return [];
    return [known ?? { ...newHealth(last), id, publisher: id, authority }];
  });
}

const lastOf = (
  { id }: WatchedSource,
  states: readonly SourceState[],
  since: Readonly<Record<string, Instant>>,
): Instant | undefined => {
  const state = states.find((one) => one.id === id);
  return state ? (state.checkedAt ?? state.tally.since) : since[id];
};

/** Since when each source that has no record yet is waited for: a deployment starts them all at once. */
export function waitedFor(
  { sources }: Watch,
  states: readonly SourceState[],
  since: Readonly<Record<string, Instant>>,
  at: Instant,
): Readonly<Record<string, Instant>> {
  const known = new Set(states.map(({ id }) => id));
  const waited = sources.filter(({ id, every }) => every !== undefined && !known.has(id));
  return Object.fromEntries(waited.map(({ id }) => [id, since[id] ?? at]));
}

/**
 * What the operator has not heard of it: once when a source is no longer polled, and once when it is again.
 * @param told by `<id> unpolled`, what the operator heard last
 */
export function pollingNews(
  states: readonly SourceState[],
  idle: readonly SourceState[],
  told: Readonly<Record<string, string>>,
): readonly News[] {
  const fresh = idle.filter(({ id }) => told[`${id} unpolled`] !== 'yes');
  const again = states.filter(({ id }) => told[`${id} unpolled`] === 'yes' && !idle.some((one) => one.id === id));
  return [
    ...fresh.map((source): News => ({
      transition: { source, kind: 'unpolled' },
      told: { [`${source.id} unpolled`]: 'yes' },
    })),
    ...again.map((source): News => ({
      transition: { source, kind: 'polled-again' },
      told: { [`${source.id} unpolled`]: 'no' },
    })),
  ];
}

/** How many of those who must be subscribed are not, or have not confirmed. Queues and tests besides count for nobody. */
export function missing({ expected }: Watch, confirmed: Confirmed): { subscribers: number; operators: number } {
  const lacking = (wanted: readonly string[], found: readonly string[]): number =>
    wanted.filter((hash) => !found.includes(hash)).length;
  const { subscribers, operators } = expected ?? { subscribers: [], operators: [] };
  const nobody = subscribers.length === 0 && confirmed.subscribers.length === 0 ? 1 : 0;
  return {
    subscribers: nobody + lacking(subscribers, confirmed.subscribers),
    operators: lacking(operators, confirmed.operators),
  };
}
