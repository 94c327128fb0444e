import { expect, test } from 'vitest';
import { urgencyOf } from '../../functions/alerts/urgency.ts';
import type { Effect } from '../../functions/register/change.ts';
import { history } from './history.ts';

const { stories } = history();

test('what may forbid is told at once; what allows, explains or repeats can wait', () => {
  const urgencies = Object.fromEntries(Object.entries(stories).map(([name, change]) => [name, urgencyOf(change)]));
  expect(urgencies).toEqual({
    'item-control': 'immediate',
    suspension: 'routine',
    report: 'immediate',
    'january-ban': 'immediate',
    'watch-list': 'immediate',
    'control-list': 'immediate',
    edit: 'immediate',
    unclear: 'immediate',
    removal: 'routine',
    unconfirmed: 'routine',
    'ends-soon': 'routine',
    extension: 'routine',
    lapse: 'immediate',
  });
});

const imposed = stories['control-list']?.effects[0];
const amended = (terms: readonly string[]): Effect => {
  if (imposed?.kind !== 'imposed') throw new Error('the story has changed');
  return { kind: 'amended', restriction: imposed.restriction, added: [], removed: [], terms, quote: 'q' };
};

for (const [term, urgency] of [
  ['effectiveOn: 2026-03-01 → 2026-02-24', 'immediate'],
  ['effectiveOn: 2026-02-24 → 2026-03-01', 'routine'],
  ['until: 2026-12-31 → none', 'immediate'],
  ['until: none → 2026-12-31', 'routine'],
  ['extraterritorial: false → true', 'immediate'],
  ['extraterritorial: true → false', 'routine'],
  ['codes: 1C117.c → 1C117.c 1C117.d', 'immediate'],
  ['codes: 1C117.c 1C117.d → 1C117.c', 'routine'],
  ['reach: elsewhere → all-destinations', 'immediate'],
  ['instrument: watch-list → control-list', 'immediate'],
] as const) {
  test(`an edit of its terms, ${term}, is ${urgency}`, () => {
    expect(urgencyOf({ effects: [amended([term])] })).toBe(urgency);
  });
}

test('an end is urgent on the day before it, not a month or a week before', () => {
  if (imposed?.kind !== 'imposed') throw new Error('the story has changed');
  const { restriction } = imposed;
  const urgencies = [30, 7, 1].map((days) =>
    urgencyOf({ effects: [{ kind: 'ends-soon', restriction, on: restriction.effectiveOn, days }] }),
  );
  expect(urgencies).toEqual(['routine', 'routine', 'immediate']);
});
