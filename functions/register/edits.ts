import type { Measure, Party } from '../findings/finding.ts';
import type { AnnouncementNumber } from '../lexicon/announcement-numbers.ts';
import type { Effect, Term } from './change.ts';
import { catalogueRead } from './catalogue-read.ts';
import { among } from './party-names.ts';
import { dayOf, type Of, type Text } from './provision.ts';
import type { Restriction } from './restriction.ts';
import { heldOf, type Restrictions, withoutParties } from './restrictions.ts';
import { codesOf, conditionsOf, factsOf, stagesOf, wordKey } from './substance.ts';
import type { PastReading } from './texts.ts';

/** An edit of a page: what it said, what other pages have said since, and whether it says again what it said before. */
export interface Edit {
  readonly before: PastReading;
  readonly earlier: readonly PastReading[];
  readonly since: readonly PastReading[];
  readonly takenBack: boolean;
}

/**
 * An edited announcement moves its measure by the difference between two readings of one page: it adds whom the last
 * version did not name, nor any copy read since, and takes off whom that version named. What another announcement took
 * away in between stays away.
 */
export function revise(
  { measure, quote }: Of<'impose'>,
  restriction: Restriction,
  { before, earlier, since, takenBack }: Edit,
  text: Text,
  restrictions: Restrictions,
): readonly Effect[] {
  const reading = [...earlier, before].findLast((one) => measureIn(one, measure) !== undefined) ?? before;
  const last = measureIn(reading, measure) ?? asRead(restriction);
  const others = since.flatMap((reading) => measureIn(reading, measure) ?? []);
  const named = among([last, ...others].flatMap(({ parties }) => parties));
  const stays = among(measure.parties);
  const held = among(heldOf(restriction, measure.parties));
  const added = measure.parties.filter((party) => !named(party) && !held(party));
  const removed = heldOf(
    restriction,
    last.parties.filter((party) => !stays(party)),
  );
  const read = catalogueRead(measure, last, others, restrictions);
  const changes = termsChanged(last, reading.document.publishedOn, measure, text.document.publishedOn).filter(
    (term) => !others.some((other) => saysAlready(term, other)),
  );
  // A list that was an attachment, and is read now, is told by what it changes against the list before it.
  const beside = changes.filter(({ name }) => !['codes', 'items', 'goods'].includes(name));
  const terms = read === undefined ? changes : read === 'told' ? beside : [...beside, read];
  if (added.length + removed.length + terms.length === 0) return [];
  const after = restrictions.set(revised(restriction, measure, { added, removed, terms }, text));
  return [
    {
      kind: 'amended',
      restriction: after,
      added,
      removed,
      terms,
      quote,
      ...(takenBack && { takenBack: true as const }),
    },
  ];
}

/** A measure in whose texts it is not to be found, as the register holds it; whoever was on it once was named. */
export const asRead = ({ listings, dayNotStated, effectiveOn, ...terms }: Restriction): Measure => ({
  ...terms,
  parties: listings.map(({ party }) => party),
  ...(!dayNotStated && { effectiveOn }),
});

interface Difference {
  readonly added: readonly Party[];
  readonly removed: readonly Party[];
  readonly terms: readonly Term[];
}

function revised(restriction: Restriction, measure: Measure, difference: Difference, text: Text): Restriction {
  const { added, removed, terms } = difference;
  const changed = (...names: readonly Term['name'][]): boolean => terms.some(({ name }) => names.includes(name));
  const effectiveOn = changed('effectiveOn') ? dayOf(measure.effectiveOn, text) : restriction.effectiveOn;
  const {
    dayNotStated: wasNotStated,
    until,
    staged,
    conditions,
    annexUnread: _annexUnread,
    ...rest
  } = withoutParties(restriction, removed, text.today);
  const dayNotStated = changed('effectiveOn') ? measure.effectiveOn === undefined : wasNotStated;
  const now = { until: changed('until') ? measure.until : until };
  const stages = changed('staged') ? measure.staged : staged;
  const demands = changed('conditions') ? measure.conditions : conditions;
  // No text says from when a name counts that an edit put in: it is on the list from the day on which it was seen there.
  const from = effectiveOn > text.today ? effectiveOn : text.today;
  return {
    ...rest,
    effectiveOn,
    ...(dayNotStated && { dayNotStated }),
    ...(now.until && { until: now.until }),
    ...(stages && { staged: stages }),
    ...(demands && { conditions: demands }),
    listings: [
      ...rest.listings.map((listing) =>
        changed('effectiveOn') && listing.from === restriction.effectiveOn
          ? { ...listing, from: effectiveOn }
          : listing,
      ),
      ...added.map((party) => ({ party, from, ...(from === text.today && { dayNotStated: true as const }) })),
    ],
    ...(changed('instrument') && { instrument: measure.instrument }),
    ...(changed('reach') && { reach: measure.reach }),
    ...(changed('extraterritorial') && { extraterritorial: measure.extraterritorial }),
    ...(changed('codes', 'items', 'goods', 'catalogue') && { items: measure.items, goods: measure.goods }),
    ...(measure.annexUnread && { annexUnread: measure.annexUnread }),
    ...(changed('endUses') && { endUses: measure.endUses }),
    ...(measure.statedParties !== undefined && { statedParties: measure.statedParties }),
  };
}

/** The same measure in another reading: by its identity, else as the only one of its instrument. */
export function measureIn({ provisions }: PastReading, { id, instrument }: Measure): Measure | undefined {
  const measures = provisions.flatMap((one) => (one.action === 'impose' ? [one.measure] : []));
  const kin = measures.filter((one) => one.instrument === instrument);
  return measures.find((one) => one.id === id) ?? (kin.length === 1 ? kin[0] : undefined);
}

/** What differs between two readings of one measure, its parties apart. */
export function termsChanged(
  before: Measure,
  beforePublishedOn: Text['document']['publishedOn'],
  after: Measure,
  afterPublishedOn: Text['document']['publishedOn'],
): readonly Term[] {
  const facts = factsOf(before, beforePublishedOn, after, afterPublishedOn, 'readings');
  const lists = { codes: codesOf(before.items), afterCodes: codesOf(after.items) };
  return facts.flatMap((fact): readonly Term[] => {
    switch (fact) {
      case 'parties':
        return [];
      case 'instrument':
        return [{ name: fact, before: before.instrument, after: after.instrument }];
      case 'reach':
        return [{ name: fact, before: before.reach, after: after.reach }];
      case 'extraterritorial':
        return [{ name: fact, before: before.extraterritorial, after: after.extraterritorial }];
      case 'effectiveOn':
      case 'until': {
        const [was, is] = [before[fact], after[fact]];
        return [{ name: fact, ...(was && { before: was }), ...(is && { after: is }) }];
      }
      case 'codes':
        return cameAndWent(fact, lists.codes, lists.afterCodes);
      case 'items': {
        // Those that a new or a vanished code tells of are not told twice.
        const moved = new Set([...without(lists.codes, lists.afterCodes), ...without(lists.afterCodes, lists.codes)]);
        const words = (of: Measure): readonly string[] =>
          of.items.filter((item) => !codesOf([item]).some((code) => moved.has(code))).map((item) => item.text);
        return cameAndWent(fact, words(before), words(after), wordKey);
      }
      case 'goods':
      case 'endUses':
        return cameAndWent(fact, before[fact], after[fact], wordKey);
      case 'conditions':
        return cameAndWent(fact, conditionsOf(before), conditionsOf(after), wordKey);
      case 'staged':
        return cameAndWent(fact, stagesOf(before), stagesOf(after), wordKey);
    }
  });
}

type ListTerm = Extract<Term, { added: readonly string[] }>;

function cameAndWent(
  name: ListTerm['name'],
  before: readonly string[],
  after: readonly string[],
  key: (text: string) => string = (text) => text,
): readonly Term[] {
  const [added, removed] = [without(after, before, key), without(before, after, key)];
  return added.length + removed.length > 0 ? [{ name, added, removed }] : [];
}

function without(
  list: readonly string[],
  other: readonly string[],
  key: (text: string) => string = (text) => text,
): readonly string[] {
  const known = new Set(other.map(key));
  return list.filter((one) => !known.has(key(one)));
}

/** A term that a copy elsewhere has brought since this page was last read is no news. */
function saysAlready(term: Term, other: Measure): boolean {
  switch (term.name) {
    case 'instrument':
      return other.instrument === term.after;
    case 'reach':
      return other.reach === term.after;
    case 'extraterritorial':
      return other.extraterritorial === term.after;
    case 'effectiveOn':
    case 'until':
      return other[term.name] === term.after;
    case 'announcement':
    case 'catalogue':
    case 'codes':
    case 'goods':
    case 'items':
    case 'endUses':
    case 'conditions':
    case 'staged':
      return false;
  }
}

/** A page that bears another number than before: its measure moves to that number, and nothing begins or ends. */
export function renumber(
  restriction: Restriction,
  measure: Measure,
  numbers: { readonly before: AnnouncementNumber; readonly after: AnnouncementNumber },
  quote: string,
  text: Text,
  restrictions: Restrictions,
): Effect {
  const held = restrictions.get(measure.id) ?? {
    ...restriction,
    id: measure.id,
    formerly: [...(restriction.formerly ?? []), restriction.id],
    announcement: numbers.after,
    title: measure.title,
    document: text.document,
  };
  const after = restrictions.set(held);
  const term = { name: 'announcement', ...numbers } as const;
  return { kind: 'amended', restriction: after, added: [], removed: [], terms: [term], quote };
}
