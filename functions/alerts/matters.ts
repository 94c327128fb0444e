import type { DocumentRef } from '../documents/document.ts';
import type { Instrument, Measure, Party, Reach, Report } from '../findings/finding.ts';
import type { AnnouncementNumber } from '../lexicon/announcement-numbers.ts';
import type { Change, Effect } from '../register/change.ts';
import type { Restriction } from '../register/restriction.ts';
import { isPressing } from './urgency.ts';

/** One measure that a matter is about: as the register holds it, or as far as a text could be read. */
export type About = Restriction | Measure;

/** What one breath can say of a Change: the effects of one kind that begin and end on the same days. */
export interface Matter {
  /** The first of the effects that it joins. */
  readonly effect: Effect;
  readonly pressing: boolean;
  readonly abouts: readonly About[];
  /** Those of all its measures, where they share one. */
  readonly instrument?: Instrument;
  readonly reach?: Reach;
  /** The announcements whose measures it moves. */
  readonly announcements: readonly AnnouncementNumber[];
  readonly goods: readonly string[];
  /** Whom it is about: put on a list, taken off it, or on the list that is moved. */
  readonly parties: readonly Party[];
  readonly quotes: readonly string[];
  /** The texts by which a day counts: what suspends or lifts the measure, and what imposed it. */
  readonly documents: readonly DocumentRef[];
}

/** What a Change says, the most pressing first. */
export function mattersOf(change: Change): readonly Matter[] {
  const groups = new Map<string, Matter>();
  for (const effect of change.effects) {
    const matter = matterOf(effect);
    const key = groupOf(matter);
    const before = groups.get(key);
    groups.set(key, before ? joined(before, matter) : matter);
  }
  return [...groups.values()].sort((a, b) => Number(b.pressing) - Number(a.pressing));
}

/** Impositions, edits, removals and doubts are told one by one; six measures suspended until one day are one matter. */
function groupOf({ effect, instrument, announcements }: Matter): string {
  const { kind } = effect;
  switch (kind) {
    case 'imposed':
    case 'amended':
    case 'parties-removed':
      return JSON.stringify([kind, instrument, announcements]);
    case 'unclear':
      return JSON.stringify([kind, instrument, announcements, effect.doubt]);
    case 'reported':
    case 'unconfirmed':
    case 'clarified': {
      const { action, act, instrument: of, reach } = reportOf(effect);
      return JSON.stringify([kind, action, act, of, reach]);
    }
    case 'suspended':
    case 'extended': {
      const { from, until, clause } = effect.suspension;
      return JSON.stringify([kind, from, until, clause, kind === 'extended' && effect.before]);
    }
    case 'resumed':
    case 'lifted':
      return JSON.stringify([kind, effect.on, effect.clause]);
    case 'took-effect': {
      const { what, suspension, restriction } = effect;
      const first = what === 'resumption' ? suspension?.until : suspension?.from;
      const begins = first ?? restriction.lifted?.on ?? restriction.effectiveOn;
      return JSON.stringify([kind, what, begins, suspension?.until, suspension?.clause]);
    }
    case 'ends-soon':
    case 'lapsed':
      return JSON.stringify([
        kind,
        effect.on,
        effect.suspension !== undefined,
        effect.suspension?.clause,
        effect.firstTime,
      ]);
  }
}

function joined(a: Matter, b: Matter): Matter {
  const { instrument, reach, ...rest } = a;
  return {
    ...rest,
    ...(instrument && instrument === b.instrument && { instrument }),
    ...(reach && reach === b.reach && { reach }),
    pressing: a.pressing || b.pressing,
    abouts: [...a.abouts, ...b.abouts],
    announcements: unique([...a.announcements, ...b.announcements]),
    goods: unique([...a.goods, ...b.goods]),
    parties: [...a.parties, ...b.parties],
    quotes: unique([...a.quotes, ...b.quotes]),
    documents: [...a.documents, ...b.documents],
  };
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

function matterOf(effect: Effect): Matter {
  const pressing = isPressing(effect);
  const quotes = 'quote' in effect && effect.quote ? [effect.quote] : [];
  const common = { effect, pressing, quotes, documents: documentsOf(effect), parties: partiesOf(effect) };
  const about = 'restriction' in effect ? effect.restriction : effect.kind === 'unclear' ? effect.measure : undefined;
  if (about && isUnread(about)) {
    // Its instrument and reach stand for nothing: what is not said reaches everybody.
    return { ...common, abouts: [about], announcements: about.announcement ? [about.announcement] : [], goods: [] };
  }
  if (about) {
    const { instrument, reach, announcement, goods } = about;
    return { ...common, abouts: [about], instrument, reach, announcements: announcement ? [announcement] : [], goods };
  }
  if ('restriction' in effect || effect.kind === 'unclear')
    return { ...common, abouts: [], announcements: [], goods: [] };
  const { instrument, reach, announcements, goods } = reportOf(effect);
  return { ...common, abouts: [], instrument, reach, announcements, goods };
}

/** Known only by the texts that move it. */
export const isUnread = (about: About): boolean => 'version' in about && about.unread === true;

/** What is reported, or explained. */
export const reportOf = (effect: Extract<Effect, { kind: 'reported' | 'unconfirmed' | 'clarified' }>): Report =>
  effect.kind === 'clarified' ? effect.about : effect.report;

function documentsOf(effect: Effect): readonly DocumentRef[] {
  if (!('restriction' in effect)) return [];
  const { document, lifted } = effect.restriction;
  const by = 'suspension' in effect && effect.suspension ? [effect.suspension.by] : lifted ? [lifted.by] : [];
  return [...by, document];
}

function partiesOf(effect: Effect): readonly Party[] {
  if (effect.kind === 'unclear') return effect.measure?.parties ?? [];
  if (!('restriction' in effect)) return [];
  if (effect.kind === 'amended') return effect.added;
  if (effect.kind === 'parties-removed') return effect.parties;
  const suspended = 'suspension' in effect ? effect.suspension?.parties : undefined;
  return suspended ?? listedIn(effect.restriction);
}

/** The parties that are on a list and stay there. */
export const listedIn = ({ listings }: Restriction): readonly Party[] =>
  listings.filter(({ until }) => until === undefined).map(({ party }) => party);
