import type { MeasureId } from '../findings/finding.ts';
import type { Change } from '../register/change.ts';
import { emptyRegister, type Register } from '../register/replay.ts';
import type { Restriction } from '../register/restriction.ts';
import type { Carried } from './carried.ts';
import { quotesIn } from './screen.ts';
import { unclearIn } from './unread.ts';

/** What questions need of a register, as JSON: for a browser, which has no journal to replay. */
export interface Portable {
  readonly upTo: number;
  readonly restrictions: readonly Restriction[];
  /** The words that each measure rests on. */
  readonly quotes: readonly (readonly [MeasureId, string])[];
  /** Official texts that nobody could read to the end. */
  readonly unclear: readonly Change[];
}

export const portableOf = (register: Register): Portable => ({
  upTo: register.upTo,
  restrictions: [...register.restrictions.values()].filter(({ reach }) => reach !== 'elsewhere'),
  quotes: [...quotesIn(register)],
  unclear: unclearIn(register).map((change) => ({ ...change, provisions: [], effects: [] })),
});

/** A register that answers every question as the one that it was made from. */
export const registerFrom = ({ upTo, restrictions, quotes, unclear }: Portable): Carried => ({
  ...emptyRegister,
  upTo,
  restrictions: new Map(restrictions.map((restriction) => [restriction.id, restriction])),
  carried: { quotes: new Map(quotes), unclear },
});
