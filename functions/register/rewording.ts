import { type Document, refOf } from '../documents/document.ts';
import type { Doubt } from '../findings/doubt.ts';
import type { Finding, Provision } from '../findings/finding.ts';
import type { Effect } from './change.ts';
import { measureIn } from './edits.ts';
import type { Register } from './replay.ts';
import { sameTarget } from './substance.ts';
import type { Moving } from './targets.ts';
import { countersaid, type PastReading } from './texts.ts';

/**
 * A page that was read as a measure, and no longer says so: nothing is lifted by that, but somebody must look.
 * @returns a finding to compare, or undefined for a page that the journal does not know
 */
export function withdrawn(register: Register, document: Document): Finding | undefined {
  const last = register.texts.pages.get(document.id)?.last;
  if (!last || document.authority !== 'official') return undefined;
  const { publishedOn } = last.document;
  const doubt: Doubt = { kind: 'page-changed', ...(publishedOn && { since: publishedOn }) };
  return {
    document: refOf(document),
    ...(last.announcement && { announcement: last.announcement }),
    reach: 'all-destinations',
    provisions: [{ action: 'unclear', doubt, quote: document.title }],
  };
}

/** The words that bind have changed, and nothing that we model has. */
export function reworded({ provisions, document }: PastReading, before: PastReading): readonly Effect[] {
  return provisions.flatMap((provision): readonly Effect[] => {
    if (provision.action === 'unclear' || provision.action === 'clarify' || provision.action === 'report') return [];
    const was = countersaid(provision, { document, provisions }, before, 'readings')?.quote;
    if (was === undefined || was === provision.quote) return [];
    const doubt: Doubt = { kind: 'wording-changed', before: was, after: provision.quote };
    return [{ kind: 'unclear', doubt, quote: provision.quote }];
  });
}

/** What an edit no longer says moves nothing back: that somebody must look is told. */
export function unsaid(reading: PastReading, before: PastReading): readonly Effect[] {
  const { publishedOn } = before.document;
  return before.provisions.flatMap((provision): readonly Effect[] => {
    if (provision.action === 'unclear' || provision.action === 'clarify' || provision.action === 'report') return [];
    const still =
      provision.action === 'impose'
        ? measureIn(reading, provision.measure) !== undefined || reading.provisions.some(isPartOf)
        : counterpart(provision, reading) !== undefined;
    if (still) return [];
    const doubt: Doubt = { kind: 'page-changed', ...(publishedOn && { since: publishedOn }) };
    const measure = provision.action === 'impose' ? { measure: provision.measure } : {};
    return [{ kind: 'unclear', doubt, quote: provision.quote, ...measure }];
  });
}

/** What could be read of a measure that can no longer be read in full. */
const isPartOf = (provision: Provision): boolean => provision.action === 'unclear' && provision.measure !== undefined;

/** What another reading of the page says of the same target by the same act. */
export function counterpart(provision: Moving, { provisions }: PastReading): Moving | undefined {
  return provisions.find((one): one is Moving => {
    if (one.action !== provision.action) return false;
    if (one.action === 'remove-parties' || provision.action === 'remove-parties')
      return one.instrument === provision.instrument;
    return sameTarget(one, provision);
  });
}
