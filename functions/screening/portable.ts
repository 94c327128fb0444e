import type { MeasureId } from '../findings/finding.ts';
import type { Change } from '../register/change.ts';
import { emptyRegister, type Register } from '../register/replay.ts';
import type { Restriction } from '../register/restriction.ts';
import type { BeijingDate } from '../time.ts';
import type { Carried } from './carried.ts';
import { lastReadIn } from './known.ts';
import { quotesIn } from './screen.ts';
import { type Around, unclearIn } from './unread.ts';

/** What questions need of a register, as JSON: for a browser, which has no journal to replay. */
export interface Portable {
  readonly upTo: number;
  readonly restrictions: readonly Restriction[];
  /** The words that each measure rests on. */
  readonly quotes: readonly (readonly [MeasureId, string])[];
  /** Official texts that nobody could read to the end. */
  readonly unclear: readonly Change[];
  readonly lastRead?: BeijingDate;
  /** What was known of the sources when it was made. */
  readonly around: Around;
}

export const portableOf = (register: Register, around: Around = {}): Portable => ({
  upTo: register.upTo,
  around,
  ...(lastReadIn(register) && { lastRead: lastReadIn(register) }),
  restrictions: [...register.restrictions.values()].filter(({ reach }) => reach !== 'elsewhere'),
  quotes: [...quotesIn(register)],
  unclear: unclearIn(register).map((change) => ({ ...change, provisions: [], effects: [] })),
});

/** A register that answers every question as the one that it was made from. */
export const registerFrom = ({ upTo, restrictions, quotes, unclear, lastRead }: Portable): Carried => ({
  ...emptyRegister,
  upTo,
  restrictions: new Map(restrictions.map((restriction) => [restriction.id, restriction])),
  carried: { quotes: new Map(quotes), unclear, ...(lastRead && { lastRead }) },
});
