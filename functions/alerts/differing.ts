import type { Change, Effect } from '../register/change.ts';

/** A Change that put the ministry's text in the place of a compiled measure, and where the two say different things. */
export interface Differing {
  readonly change: Change;
  readonly effects: readonly Replacement[];
}

/** What a text alters of what was compiled. */
export type Replacement = Extract<Effect, { kind: 'amended' }>;

/** The measures whose official text was read after a Change, and that had been compiled otherwise. */
export const differingAfter = (changes: readonly Change[], number: number): readonly Differing[] =>
  changes
    .slice(number)
    .filter(({ effects }) => effects.some(isDiffering))
    .map((change) => ({ change, effects: change.effects.filter(isDiffering) }));

const isDiffering = (effect: Effect): effect is Replacement =>
  effect.kind === 'amended' &&
  effect.compiledBefore === true &&
  effect.terms.length + effect.added.length + effect.removed.length > 0;
