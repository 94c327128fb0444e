import type { Alteration, Item, Party } from '../findings/finding.ts';
import { addDays } from '../time.ts';
import type { Effect, Term } from './change.ts';
import { among } from './party-names.ts';
import { dayOf, type Of, type Text } from './provision.ts';
import { isMeasureOf, limitOf, type Restriction, twoYearsFrom } from './restriction.ts';
import { heldOf, type Restrictions, withoutParties } from './restrictions.ts';
import { codesOf, wordKey } from './substance.ts';

/** An amendment or correction by another text: who and what it adds, takes off and renames, as far as it says. */
export function amend(
  provision: Of<'amend'>,
  restriction: Restriction,
  text: Text,
  restrictions: Restrictions,
): readonly Effect[] {
  const { quote, alters = {} } = provision;
  const on = dayOf(provision.on, text);
  const added = (alters.added ?? []).filter((party) => heldOf(restriction, [party]).length === 0);
  const gone = [...(alters.removed ?? []), ...partiesAt(restriction, alters.removedPlaces ?? [])];
  const removed = heldOf(restriction, gone);
  const items = itemsAfter(restriction.items, alters);
  const left = prolonged(withoutParties(restriction, removed, on), alters);
  const terms = [
    ...numberTerm(restriction, alters),
    ...itemTerms(restriction.items, items),
    ...endTerm(restriction, left),
  ];
  const listings = [
    ...left.listings.map((listing) => renamed(listing, alters)),
    ...added.map((party) => ({ party, from: on })),
  ];
  const { number } = alters;
  const moved = number && restriction.announcement && number !== restriction.announcement;
  const after = restrictions.set({
    ...left,
    listings,
    items,
    ...(moved && {
      id: restriction.id.replace(restriction.announcement, number) as Restriction['id'],
      announcement: number,
    }),
  });
  return [{ kind: 'amended', restriction: after, added, removed, terms, quote }];
}

/** A temporary control goes on: to the day that is named, else for the two years that the law allows at a time. */
function prolonged(restriction: Restriction, { prolonged: longer }: Alteration): Restriction {
  if (!longer) return restriction;
  const { until, limit: _limit, ...rest } = restriction;
  if (longer.until) return { ...rest, until: longer.until };
  const last = until ?? limitOf(restriction);
  const limit = last && twoYearsFrom(addDays(last, 1));
  return { ...rest, ...(limit && { limit, temporary: true as const }) };
}

/** The last day, as the texts name it. */
function endTerm({ until: before }: Restriction, { until: after }: Restriction): readonly Term[] {
  return before === after ? [] : [{ name: 'until', ...(before && { before }), ...(after && { after }) }];
}

type Listing = Restriction['listings'][number];

function renamed(listing: Listing, { renamed: names = [], aliases = [] }: Alteration): Listing {
  const to = names.find(({ from }) => among([from])(listing.party))?.to;
  const also = aliases.flatMap(({ party, names: some }) => (among([party])(listing.party) ? some : []));
  const party = to ?? listing.party;
  return also.length > 0
    ? { ...listing, party: { ...party, aliases: [...new Set([...(party.aliases ?? []), ...also])] } }
    : { ...listing, party };
}

/** Items as they now read take the place of those that bear their codes; words and figures are replaced where they stand. */
function itemsAfter(
  before: readonly Item[],
  { items = [], endedItems = [], replaced = [] }: Alteration,
): readonly Item[] {
  const [rewritten, ended] = [codesOf(items), endedItems];
  const goes = (item: Item): boolean =>
    ended.some((one) => wordKey(one.text) === wordKey(item.text) || shares(codesOf([one]), item)) ||
    item.controlCodes.some((code) => rewritten.includes(code));
  return [...before.filter((item) => !goes(item)).map((item) => replaced.reduce(withReplaced, item)), ...items];
}

const shares = (codes: readonly string[], item: Item): boolean => codesOf([item]).some((code) => codes.includes(code));

function withReplaced(item: Item, { before, after }: { readonly before: string; readonly after: string }): Item {
  const swap = (code: string): string => (code === before ? after : code);
  return {
    text: item.text.replaceAll(before, after),
    controlCodes: item.controlCodes.map(swap),
    hsCodes: item.hsCodes.map(swap),
  };
}

function numberTerm({ announcement, id }: Restriction, { number }: Alteration): readonly Term[] {
  if (!number || !announcement || number === announcement || isMeasureOf(id, number)) return [];
  return [{ name: 'announcement', before: announcement, after: number }];
}

function itemTerms(before: readonly Item[], after: readonly Item[]): readonly Term[] {
  const [was, is] = [codesOf(before), codesOf(after)];
  const [added, removed] = [is.filter((code) => !was.includes(code)), was.filter((code) => !is.includes(code))];
  if (added.length + removed.length > 0) return [{ name: 'codes', added, removed }];
  const words = (items: readonly Item[], others: readonly Item[]): readonly string[] => {
    const known = new Set(others.map(({ text }) => wordKey(text)));
    return items.flatMap(({ text }) => (known.has(wordKey(text)) ? [] : [text]));
  };
  const [came, went] = [words(after, before), words(before, after)];
  return came.length + went.length > 0 ? [{ name: 'items', added: came, removed: went }] : [];
}

/** The parties at some places of a list, as its text printed it. */
export const partiesAt = ({ listings }: Restriction, places: readonly number[]): readonly Party[] =>
  places.flatMap((place) => listings[place - 1]?.party ?? []);
