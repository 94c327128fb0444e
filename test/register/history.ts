import fc from 'fast-check';

/** What may happen on one day of a random history; numbers choose among what is there. */
export type Event =
  /** `wrong`: its page bears the number of another announcement, by mistake, until it is renumbered. */
  | { kind: 'impose'; list: boolean; parties: readonly number[]; known: boolean; wrong?: number }
  | { kind: 'edit'; of: number; add: readonly number[]; drop: readonly number[] }
  /** An edit is taken back; a visitor counter runs; the text is lost; it is there as before. */
  | { kind: 'back' | 'counter' | 'lose' | 'reread'; of: number }
  | { kind: 'renumber'; of: number; add: readonly number[] }
  /** A mirror appears with another stamp, or an old version; or follows what it mirrors. */
  | { kind: 'copy'; of: number; stamp: number; stale: boolean }
  | { kind: 'follow'; of: number }
  | { kind: 'remove'; parties: readonly number[]; byNumber: boolean; of: number }
  | { kind: 'suspend'; of: number; days: number; clause: boolean; unread: boolean }
  | { kind: 'resume' | 'amend'; of: number }
  | { kind: 'lift'; of: number; unread: boolean }
  | {
      kind: 'report';
      action: 'impose' | 'ease';
      japan: boolean;
      goods: boolean;
      dated: number | undefined;
      words: boolean;
    }
  | { kind: 'ring'; times: number };

const some = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 });
const of = fc.nat(40);
const flag = fc.boolean();
const event = <K extends Event['kind']>(...kinds: readonly K[]) => fc.constantFrom(...kinds);

/** At least twelve events, in any order. */
export const histories: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: event('impose'), list: flag, parties: some, known: flag }) },
    fc.record({ kind: event('impose'), list: flag, parties: some, known: fc.constant(false), wrong: of }),
    { weight: 4, arbitrary: fc.record({ kind: event('edit'), of, add: some, drop: some }) },
    { weight: 4, arbitrary: fc.record({ kind: event('back', 'counter', 'lose', 'reread'), of }) },
    fc.record({ kind: event('renumber'), of, add: fc.oneof(fc.constant([]), some) }),
    {
      weight: 2,
      arbitrary: fc.record({ kind: event('copy'), of, stamp: fc.integer({ min: -1, max: 3 }), stale: flag }),
    },
    { weight: 2, arbitrary: fc.record({ kind: event('follow'), of }) },
    { weight: 3, arbitrary: fc.record({ kind: event('remove'), parties: some, byNumber: flag, of }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: event('suspend'),
        of,
        days: fc.integer({ min: 1, max: 90 }),
        clause: flag,
        unread: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: event('resume', 'amend'), of }) },
    fc.record({ kind: event('lift'), of, unread: flag }),
    {
      weight: 3,
      arbitrary: fc.record({
        kind: event('report'),
        action: fc.constantFrom('impose' as const, 'ease' as const),
        japan: flag,
        goods: flag,
        dated: fc.constantFrom(undefined, 0, -1, -2, -40, 9),
        words: flag,
      }),
    },
    fc.record({ kind: event('ring'), times: fc.integer({ min: 1, max: 3 }) }),
  ),
  { minLength: 12, maxLength: 30 },
);
