import type { SourceState } from '../sources/health.ts';
import type { Transition } from './operator.ts';

/** What to tell the operator, and what to remember of having told it. */
export interface News {
  readonly transition: Transition;
  readonly told: Readonly<Record<string, string>>;
}

/**
 * The transitions that the operator has not heard of: once when a source goes down, reads with losses, or comes back,
 * and once for each gap and each flood. A few minutes of unreachability are nobody's business.
 * @param told by source id, by `<id> gap` and by `<id> held`, what the operator heard last
 */
export function transitionsOf(states: readonly SourceState[], told: Readonly<Record<string, string>>): readonly News[] {
  return states.flatMap((source): readonly News[] => {
    const { id, state, failures, gap, held } = source;
    const before = told[id] ?? 'ok';
    const now = state === 'new' || (state === 'degraded' && failures > 0) ? before : state;
    const news: News[] = [];
    if (now !== before) {
      const kind = now === 'ok' ? 'recovered' : now === 'down' ? 'down' : 'degraded';
      news.push({ transition: { source, kind, before }, told: { [id]: now } });
    }
    if (gap && told[`${id} gap`] !== gap.to) {
      news.push({ transition: { source, kind: 'gap', before }, told: { [`${id} gap`]: gap.to } });
    }
    if (held && told[`${id} held`] !== held.at) {
      news.push({ transition: { source, kind: 'held', before }, told: { [`${id} held`]: held.at } });
    }
    return news;
  });
}
