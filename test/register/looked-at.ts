import type { Provision } from '../../functions/findings/finding.ts';
import type { Change, Effect } from '../../functions/register/change.ts';
import type { Register } from '../../functions/register/replay.ts';
import { listedOn } from '../../functions/register/restriction.ts';
import type { BeijingDate } from '../../functions/time.ts';
import { effectsOf, type Step } from './lived.ts';

const LATER = '2027-06-30' as BeijingDate;
/** Who stands on a list when everything has happened. */
export const listed = (register: Register, id: string): readonly string[] => {
  const restriction = [...register.restrictions.values()].find((one) => one.id === id);
  return restriction ? listedOn(restriction, LATER).map(({ zh }) => zh ?? '') : [];
};
/** Numbers that measures bore before their pages were renumbered. */
export const renumberedIn = (changes: readonly (Change | undefined)[]): ReadonlySet<string> =>
  new Set(
    effectsOf(changes).flatMap((effect) =>
      effect.kind === 'amended'
        ? effect.terms.flatMap((term) => (term.name === 'announcement' ? [String(term.before)] : []))
        : [],
    ),
  );

export const namesIn = ({ measure }: Extract<Provision, { action: 'impose' }>): readonly string[] =>
  measure.parties.map(({ zh }) => zh ?? '');

/** Numbers that a page bears by mistake: two texts bear them. */
export const borneTwice = (steps: readonly Step[]): ReadonlySet<string> =>
  new Set(
    steps.flatMap(({ read: { event, finding } }) =>
      event.kind === 'impose' && event.wrong !== undefined ? [String(finding?.announcement)] : [],
    ),
  );

export const kinds = (effects: readonly Effect[]): readonly string[] => effects.map(({ kind }) => kind);
