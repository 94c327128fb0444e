import { expect, test } from 'vitest';
import { urgencyOf } from '../../functions/alerts/urgency.ts';
import type { Effect, Term } from '../../functions/register/change.ts';
import { history } from './history.ts';
import { date } from './journal.ts';

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
const amended = (terms: readonly Term[]): Effect => {
  if (imposed?.kind !== 'imposed') throw new Error('the story has changed');
  return { kind: 'amended', restriction: imposed.restriction, added: [], removed: [], terms, quote: 'q' };
};

for (const [term, urgency] of [
  [{ name: 'effectiveOn', before: date('2026-03-01'), after: date('2026-02-24') }, 'immediate'],
  [{ name: 'effectiveOn', before: date('2026-02-24'), after: date('2026-03-01') }, 'routine'],
  [{ name: 'until', before: date('2026-12-31') }, 'immediate'],
  [{ name: 'until', after: date('2026-12-31') }, 'routine'],
  [{ name: 'extraterritorial', before: false, after: true }, 'immediate'],
  [{ name: 'extraterritorial', before: true, after: false }, 'routine'],
  [{ name: 'codes', added: ['1C117.d'], removed: [] }, 'immediate'],
  [{ name: 'codes', added: [], removed: ['1C117.d'] }, 'routine'],
  [{ name: 'reach', before: 'elsewhere', after: 'all-destinations' }, 'immediate'],
  [{ name: 'instrument', before: 'watch-list', after: 'control-list' }, 'immediate'],
] as const satisfies readonly (readonly [Term, string])[]) {
  test(`an edit of its terms, ${JSON.stringify(term)}, is ${urgency}`, () => {
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
