import type { Measure, Provision } from '../findings/finding.ts';
import type { BeijingDate } from '../time.ts';
import type { Effect } from './change.ts';
import { dayOf, type Text } from './provision.ts';
import type { Restriction } from './restriction.ts';
import type { Restrictions } from './restrictions.ts';
import { factsOf, sameTarget } from './substance.ts';
import { countersaid, type PastReading } from './texts.ts';

/** Another address bears the announcement and says otherwise: what differs, once, with both addresses. */
export function differing(reading: PastReading, from: PastReading): Effect {
  const provision =
    reading.provisions.find((one) => countersaid(one, reading, from, 'copies') === undefined) ?? reading.provisions[0];
  const measure =
    provision && 'measure' in provision && typeof provision.measure === 'object' ? provision.measure : undefined;
  return {
    kind: 'unclear',
    doubt: {
      kind: 'copies-differ',
      ...(reading.announcement && { announcement: reading.announcement }),
      other: from.document.url,
      facts: [
        ...(reading.announcement === from.announcement ? [] : ['announcement']),
        ...new Set(reading.provisions.flatMap((one) => factsIn(one, reading, from))),
      ],
    },
    quote: provision?.quote ?? reading.document.title,
    ...(measure && { measure }),
  };
}

function factsIn(provision: Provision, reading: PastReading, from: PastReading): readonly string[] {
  if (countersaid(provision, reading, from, 'copies')) return [];
  const [on, off] = [reading.document.publishedOn, from.document.publishedOn];
  switch (provision.action) {
    case 'impose': {
      const other = closest(provision.measure, from);
      return other ? factsOf(provision.measure, on, other, off, 'copies') : ['measure'];
    }
    case 'unclear': {
      const other = provision.measure && closest(provision.measure, from);
      return provision.measure && other ? factsOf(provision.measure, on, other, off, 'copies') : ['wording'];
    }
    case 'suspend': {
      const other = from.provisions.find((one) => one.action === 'suspend' && sameTarget(one, provision));
      if (other?.action !== 'suspend') return ['measure'];
      return [
        ...(other.from !== provision.from ? ['from'] : []),
        ...(other.until !== provision.until ? ['until'] : []),
      ];
    }
    case 'resume':
    case 'lift':
    case 'amend': {
      const other = from.provisions.find((one) => one.action === provision.action && sameTarget(one, provision));
      return other ? ['on'] : ['measure'];
    }
    case 'remove-parties':
      return ['parties'];
    case 'clarify':
    case 'report':
      return ['wording'];
  }
}

function closest({ id, instrument }: Measure, { provisions }: PastReading): Measure | undefined {
  const measures = provisions.flatMap((one) =>
    'measure' in one && typeof one.measure === 'object' ? [one.measure] : [],
  );
  return measures.find((one) => one.id === id) ?? measures.find((one) => one.instrument === instrument) ?? measures[0];
}

/**
 * 自公布之日起 is the earliest day on which any copy stood in an official list: where a copy bears an earlier stamp than the
 * one that was read first, what was counted from that stamp moves back to it.
 */
export function earlierStamp(
  reading: PastReading,
  version: PastReading,
  text: Text,
  restrictions: Restrictions,
): readonly Effect[] {
  const [stamp, counted] = [reading.document.publishedOn, version.document.publishedOn];
  if (!stamp || !counted || stamp >= counted) return [];
  return reading.provisions.flatMap((provision): readonly Effect[] => {
    if (provision.action !== 'impose' || provision.measure.effectiveOn !== stamp) return [];
    const was = countersaid(provision, reading, version, 'copies');
    const restriction = was?.action === 'impose' ? restrictions.get(was.measure.id) : undefined;
    const known = { document: version.document, today: text.today };
    if (restriction?.effectiveOn !== dayOf(counted, known)) return [];
    const after = restrictions.set(countedFrom(restriction, stamp));
    const term = { name: 'effectiveOn', before: restriction.effectiveOn, after: stamp } as const;
    return [{ kind: 'amended', restriction: after, added: [], removed: [], terms: [term], quote: provision.quote }];
  });
}

const countedFrom = (restriction: Restriction, day: BeijingDate): Restriction => ({
  ...restriction,
  effectiveOn: day,
  listings: restriction.listings.map((listing) =>
    listing.from === restriction.effectiveOn ? { ...listing, from: day } : listing,
  ),
});
