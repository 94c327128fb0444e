import type { Change } from '../register/change.ts';
import type { Language } from '../sources/source.ts';
import type { Attributes, Surroundings } from './alert.ts';
import type { Frame } from './json-body.ts';
import { evidenceOf } from './status.ts';
import { urgencyOf } from './urgency.ts';

/** What is known of a Change without putting it into words: for alerts that no template could make, or that SNS refused. */
export function bareFacts(
  change: Change,
  { ours, at }: Surroundings,
  language: Language,
): { readonly attributes: Attributes; readonly frame: Omit<Frame, 'subject' | 'whereToLook'> } {
  const urgency = urgencyOf(change, ours);
  const kinds = [...new Set(change.effects.map(({ kind }) => kind))];
  return {
    attributes: { urgency, language, reach: '', instrument: [], effect: kinds, goods: [] },
    frame: { urgency, evidence: evidenceOf(change, []), confirmed: false, composedAt: at, outlets: [] },
  };
}
