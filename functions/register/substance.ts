import type { Measure, Party, Provision, Report } from '../findings/finding.ts';
import { folded } from '../lexicon/fold.ts';
import type { BeijingDate } from '../time.ts';
import type { Restriction } from './restriction.ts';

/** A party's names as they are compared, however typeset: announcements print Chinese, English or both. */
export const partyKeys = (party: Party): readonly string[] =>
  [party.zh, party.en, party.ja].flatMap((name) => (name ? [folded(name).replace(/[\s.,·()&'-]/g, '')] : []));

/** Whether a party is among others, by any of its names. */
export function among(parties: readonly Party[]): (party: Party) => boolean {
  const names = new Set(parties.flatMap(partyKeys));
  return (party) => partyKeys(party).some((name) => names.has(name));
}

/** The parties among some whose listing has not ended. */
export function heldOf(restriction: Restriction, parties: readonly Party[]): readonly Party[] {
  const held = among(restriction.listings.filter(({ until }) => !until).map(({ party }) => party));
  return parties.filter(held);
}

/**
 * What a provision says, apart from how it words it: two readings of equal substance are copies of one announcement,
 * whatever their titles, quotes and order. A date left out counts from publication.
 */
export function substanceOf(provision: Provision, publishedOn: BeijingDate | undefined): string {
  switch (provision.action) {
    case 'impose':
      return text('impose', ...termsOf(provision.measure, publishedOn), keys(provision.measure.parties));
    case 'remove-parties':
      return text('remove', provision.instrument, keys(provision.parties), provision.on ?? publishedOn);
    case 'suspend': {
      const { measure, clause, instrument, parties, from, until } = provision;
      return text('suspend', measure, clause, instrument, keys(parties ?? []), from ?? publishedOn, until);
    }
    case 'resume':
    case 'lift':
    case 'amend': {
      const { action, measure, clause, instrument, parties, on } = provision;
      return text(action, measure, clause, instrument, keys(parties ?? []), on ?? publishedOn);
    }
    case 'clarify':
      return text('clarify', aboutOf(provision.about), folded(provision.quote));
    case 'report':
      return text('report', aboutOf(provision.report));
    case 'unclear':
      return text('unclear', JSON.stringify(provision.doubt), provision.measure && keys(provision.measure.parties));
  }
}

/** The terms of a measure that bind, apart from whom it lists. */
export function termsOf(measure: Measure, publishedOn: BeijingDate | undefined): readonly (string | undefined)[] {
  const codes = measure.items.flatMap((item) => [...item.controlCodes, ...item.hsCodes]).sort();
  return [
    measure.id,
    measure.instrument,
    measure.reach,
    measure.effectiveOn ?? publishedOn,
    measure.until,
    String(measure.extraterritorial),
    codes.join(' '),
  ];
}

const keys = (parties: readonly Party[]): string =>
  parties
    .map((party) => partyKeys(party)[0])
    .sort()
    .join(' ');
const aboutOf = (report: Report): string => text(report.action, report.instrument, report.reach);
const text = (...parts: readonly (string | undefined)[]): string => JSON.stringify(parts);
