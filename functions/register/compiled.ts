import { measureFrom } from './apply.ts';
import type { Effect, Term } from './change.ts';
import { asRead, termsChanged } from './edits.ts';
import { among } from './party-names.ts';
import type { Of, Text } from './provision.ts';
import type { Listing, Restriction } from './restriction.ts';
import type { Restrictions } from './restrictions.ts';

/**
 * The ministry's own text of a measure that was compiled takes its place. What other texts did to it stays: pauses, its end,
 * parties taken off. What the text does not show here, its annex being elsewhere, stays compiled.
 * @returns an `amended` effect whose terms, and parties added and removed, are where the text and the compilation differ
 */
export function replaceCompiled(
  provision: Of<'impose'>,
  text: Text,
  held: Restriction,
  restrictions: Restrictions,
): Effect {
  const { measure, quote } = provision;
  const read = measureFrom(measure, text);
  const lacksItems = read.items.length === 0 && held.items.length > 0;
  const lacksParties = read.listings.length === 0 && held.listings.length > 0;
  const { compiled } = held;
  const restriction = restrictions.set({
    ...read,
    items: lacksItems ? held.items : read.items,
    goods: [...new Set([...read.goods, ...(lacksItems ? held.goods : [])])],
    listings: lacksParties ? held.listings : read.listings.map((listing) => ended(listing, held)),
    suspensions: held.suspensions,
    ...(held.lifted && { lifted: held.lifted }),
    ...(compiled && (lacksItems || lacksParties) && { compiled }),
  });
  const compiledParties = held.listings.map(({ party }) => party);
  // A compilation words goods and end uses in its own way, and conditions not at all: they are no differences.
  const isTerm = ({ name }: Term): boolean => comparable.includes(name) && !(name === 'codes' && lacksItems);
  const differing = !lacksParties && compiledParties.length > 0;
  const [isRead, isCompiled] = [among(measure.parties), among(compiledParties)];
  return {
    kind: 'amended',
    restriction,
    added: differing ? measure.parties.filter((party) => !isCompiled(party)) : [],
    removed: differing ? compiledParties.filter((party) => !isRead(party)) : [],
    compiledBefore: true,
    terms: termsChanged(asRead(held), held.document.publishedOn, measure, text.document.publishedOn).filter(isTerm),
    quote,
  };
}

const comparable: readonly Term['name'][] = [
  'instrument',
  'reach',
  'effectiveOn',
  'until',
  'extraterritorial',
  'codes',
];

/** Whether all that a Change does is to put a text in the place of its compilation: nothing that subscribers lack. */
export const isReplacement = (effects: readonly Effect[], held: ReadonlyMap<string, Restriction>): boolean =>
  effects.length > 0 &&
  effects.every((effect) => effect.kind === 'amended' && held.get(effect.restriction.id)?.compiled !== undefined);

function ended(listing: Listing, { listings }: Restriction): Listing {
  const isIt = among([listing.party]);
  const until = listings.find((one) => one.until !== undefined && isIt(one.party))?.until;
  return until === undefined ? listing : { ...listing, until };
}
