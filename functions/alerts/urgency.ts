import type { Change, Effect } from '../register/change.ts';
import type { Urgency } from './alert.ts';

/** How loudly a Change is told: at once when it may forbid what was allowed, or when nobody can say yet. */
export const urgencyOf = (change: Pick<Change, 'effects'>): Urgency =>
  change.effects.some(isPressing) ? 'immediate' : 'routine';

/** Whether an effect may forbid today, or tomorrow, what was allowed yesterday. */
export function isPressing(effect: Effect): boolean {
  switch (effect.kind) {
    case 'imposed':
    case 'resumed':
    case 'lapsed':
      return true;
    case 'unclear':
      // To pause or end what we never read forbids nothing; whatever else is unclear may.
      return !/^it (?:suspends|lifts) .* does not hold$/.test(effect.because);
    case 'amended':
      return effect.added.length > 0 || effect.terms.some(tightens);
    case 'took-effect':
      return effect.what === 'measure';
    case 'ends-soon':
      return effect.days <= 1;
    case 'reported':
      return effect.report.action === 'impose';
    case 'parties-removed':
    case 'suspended':
    case 'extended':
    case 'lifted':
    case 'clarified':
    case 'unconfirmed':
      return false;
  }
}

/** A term of a measure that changed, read back from `name: before → after`. */
export interface Term {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

export function termOf(term: string): Term {
  const {
    name = term,
    before = '',
    after = '',
  } = /^(?<name>\w+): (?<before>.*) → (?<after>.*)$/s.exec(term)?.groups ?? {};
  return { name, before: before === 'none' ? '' : before, after: after === 'none' ? '' : after };
}

function tightens(term: string): boolean {
  const { name, before, after } = termOf(term);
  switch (name) {
    case 'effectiveOn':
      return after < before || after === '';
    case 'until':
      return after === '' || (before !== '' && after > before);
    case 'extraterritorial':
      return after === 'true';
    case 'codes':
      return after.split(' ').some((code) => code && !before.split(' ').includes(code));
    case 'reach':
      return after !== 'elsewhere';
    default:
      return true; // another instrument, or a term of which nothing is known
  }
}
