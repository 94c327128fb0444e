import type { Change, Effect, Term } from '../register/change.ts';
import { isAny } from '../screening/own.ts';
import type { Surroundings, Urgency } from './alert.ts';

/**
 * How loudly a Change is told: at once when it may forbid what was allowed, when nobody can say yet, or when it touches the
 * reader's own.
 */
export const urgencyOf = (change: Pick<Change, 'effects'>, ours?: Surroundings['ours']): Urgency =>
  change.effects.some(isPressing) || (ours !== undefined && ours !== 'unread' && isAny(ours)) ? 'immediate' : 'routine';

/** Whether an effect may forbid today, or tomorrow, what was allowed yesterday. */
export function isPressing(effect: Effect): boolean {
  switch (effect.kind) {
    case 'imposed':
    case 'resumed':
    case 'lapsed':
      return true;
    case 'unclear':
      // To pause or end what we never read forbids nothing; whatever else is unclear may.
      return !(effect.doubt.kind === 'unknown-target' && ['suspend', 'lift'].includes(effect.doubt.act));
    case 'amended':
      return effect.added.length > 0 || effect.terms.some(tightens);
    case 'took-effect':
      return effect.what === 'measure' || effect.what === 'resumption';
    case 'ends-soon':
      return effect.days <= 1;
    case 'reported':
      return effect.report.action === 'impose' && effect.report.act !== 'plan';
    case 'extended':
      return effect.shortened === true;
    case 'parties-removed':
    case 'suspended':
    case 'lifted':
    case 'clarified':
    case 'unconfirmed':
      return false;
  }
}

/** Whether an edit asks for more than before. */
function tightens(term: Term): boolean {
  switch (term.name) {
    case 'effectiveOn':
      return term.after === undefined || (term.before !== undefined && term.after < term.before);
    case 'until':
      return term.after === undefined || (term.before !== undefined && term.after > term.before);
    case 'extraterritorial':
      return term.after;
    case 'announcement':
      return false;
    case 'catalogue':
      return term.added.length + term.changed.length > 0;
    case 'codes':
    case 'goods':
    case 'items':
    case 'endUses':
    case 'conditions':
    case 'staged':
      return term.added.length > 0;
    case 'reach':
      return term.after !== 'elsewhere';
    case 'instrument':
      return true;
  }
}
