import type { Measure, Provision } from '../findings/finding.ts';
import type { BeijingDate } from '../time.ts';
import { type Restrictions, type Text, withoutParties } from './apply.ts';
import type { Effect, Term } from './change.ts';
import type { PastReading } from './replay.ts';
import { among, heldOf } from './substance.ts';

/**
 * An edited announcement moves its measure by the difference between two readings: it adds whom its last version did not
 * name, nor any copy read since, and takes off whom that version named. What another announcement took away in between
 * stays away.
 * @param since the page's last reading, then those of other copies; of a copy never read before, all that there are
 * @param today when the edit was seen: a party that vanished from the text is off the list from then
 */
export function revise(
  { measure, quote }: Extract<Provision, { action: 'impose' }>,
  text: Text,
  today: BeijingDate,
  since: readonly PastReading[],
  restrictions: Restrictions,
): readonly Effect[] {
  const restriction = restrictions.get(measure.id);
  const measures = since.flatMap((reading) => measureIn(reading, measure));
  const last = measures[0];
  if (!restriction || !last) return [];
  const named = among(measures.flatMap(({ parties }) => parties));
  const stays = among(measure.parties);
  const added = measure.parties.filter((party) => !named(party));
  const removed = heldOf(
    restriction,
    last.parties.filter((party) => !stays(party)),
  );
  const terms = termsChanged(last, measure);
  if (added.length + removed.length + terms.length === 0) return [];
  const changed = (name: Term['name']): boolean => terms.some((term) => term.name === name);
  const effectiveOn = changed('effectiveOn') ? (measure.effectiveOn ?? text.day) : restriction.effectiveOn;
  const moved = withoutParties(restriction, removed, today);
  const after = restrictions.set({
    ...moved,
    effectiveOn,
    listings: [
      ...moved.listings.map((listing) =>
        changed('effectiveOn') && listing.from === restriction.effectiveOn
          ? { ...listing, from: effectiveOn }
          : listing,
      ),
      ...added.map((party) => ({ party, from: effectiveOn })),
    ],
    ...(changed('instrument') && { instrument: measure.instrument }),
    ...(changed('reach') && { reach: measure.reach }),
    ...(changed('until') && measure.until && { until: measure.until }),
    ...(changed('extraterritorial') && { extraterritorial: measure.extraterritorial }),
    ...(changed('codes') && { items: measure.items, goods: measure.goods }),
    ...(measure.statedParties !== undefined && { statedParties: measure.statedParties }),
  });
  return [{ kind: 'amended', restriction: after, added, removed, terms, quote }];
}

const measureIn = ({ provisions }: PastReading, { id }: Measure): readonly Measure[] =>
  provisions.flatMap((provision) =>
    provision.action === 'impose' && provision.measure.id === id ? [provision.measure] : [],
  );

const codesOf = ({ items }: Measure): readonly string[] => [
  ...new Set(items.flatMap(({ controlCodes, hsCodes }) => [...controlCodes, ...hsCodes])),
];

/** What differs between two readings of one measure, its parties apart. */
export function termsChanged(before: Measure, after: Measure): readonly Term[] {
  const terms: Term[] = [];
  if (before.instrument !== after.instrument)
    terms.push({ name: 'instrument', before: before.instrument, after: after.instrument });
  if (before.reach !== after.reach) terms.push({ name: 'reach', before: before.reach, after: after.reach });
  for (const name of ['effectiveOn', 'until'] as const) {
    const [was, is] = [before[name], after[name]];
    if (was !== is) terms.push({ name, ...(was && { before: was }), ...(is && { after: is }) });
  }
  if (before.extraterritorial !== after.extraterritorial)
    terms.push({ name: 'extraterritorial', before: before.extraterritorial, after: after.extraterritorial });
  const [was, is] = [codesOf(before), codesOf(after)];
  const [added, removed] = [is.filter((code) => !was.includes(code)), was.filter((code) => !is.includes(code))];
  if (added.length + removed.length > 0) terms.push({ name: 'codes', added, removed });
  return terms;
}
