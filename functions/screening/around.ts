import type { SourceState } from '../sources/health.ts';
import { beijingDay } from '../time.ts';
import type { Around } from './unread.ts';

/** How far the official sources were read, and which of them do not answer. */
export function aroundOf(states: readonly SourceState[]): Around {
  const official = states.filter(({ authority }) => authority === 'official');
  const read = official.flatMap(({ checkedAt }) => (checkedAt ? [beijingDay(checkedAt)] : [])).sort()[0];
  return {
    silent: official
      .filter(({ state }) => state === 'down')
      .map(({ id, publisher, failingSince }) => ({ id, publisher, ...(failingSince && { since: failingSince }) })),
    ...(read && official.every(({ checkedAt }) => checkedAt) && { readTo: read }),
  };
}
