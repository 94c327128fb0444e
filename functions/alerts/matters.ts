import type { DocumentRef } from '../documents/document.ts';
import type { Doubt, Instrument, Item, Measure, Party, Reach, Report } from '../findings/finding.ts';
import type { AnnouncementNumber } from '../lexicon/announcement-numbers.ts';
import type { Change, Effect, EffectKind, Term } from '../register/change.ts';
import type { Restriction, Suspension } from '../register/restriction.ts';
import { newsDay } from '../register/stories.ts';
import { addDays, type BeijingDate } from '../time.ts';
import { isPressing } from './urgency.ts';

/** One measure that a matter is about, as far as a reader needs it. */
export interface About {
  readonly announcement?: AnnouncementNumber;
  readonly title: string;
  readonly instrument: Instrument;
  readonly reach: Reach;
  readonly items: readonly Item[];
  readonly goods: readonly string[];
  readonly endUses: readonly string[];
  readonly extraterritorial: boolean;
  readonly statedParties?: number;
}

/** What one breath can say of a Change: the effects of one kind that begin and end on the same days. */
export interface Matter {
  readonly kind: EffectKind;
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
  /** Whom an edit no longer names. */
  readonly removed: readonly Party[];
  readonly terms: readonly Term[];
  /** The day that counts. */
  readonly from: BeijingDate;
  readonly until?: BeijingDate;
  /** The end before it was put off. */
  readonly wasUntil?: BeijingDate;
  /** Days left. */
  readonly days?: number;
  /** What begins or ends. */
  readonly what: 'measure' | 'suspension' | 'lifting';
  /** The part that is suspended or resumed, in the announcement's words. */
  readonly clause?: string;
  readonly report?: Report;
  /** The Change that reported it. */
  readonly reportNumber?: number;
  readonly doubt?: Doubt;
  readonly quotes: readonly string[];
  /** The texts by which a day counts: what suspends or lifts the measure, and what imposed it. */
  readonly documents: readonly DocumentRef[];
}

/** What a Change says, the most pressing first. */
export function mattersOf(change: Change): readonly Matter[] {
  const day = newsDayOf(change);
  const groups = new Map<string, Matter>();
  for (const effect of change.effects) {
    const matter = matterOf(effect, day);
    const key = groupOf(matter);
    const before = groups.get(key);
    groups.set(key, before ? joined(before, matter) : matter);
  }
  return [...groups.values()].sort((a, b) => Number(b.pressing) - Number(a.pressing));
}

/** The Beijing day of what a Change tells: its document's, else that on which it was seen. */
export const newsDayOf = (change: Change): BeijingDate => newsDay(change);

/** Impositions, edits and doubts are told one by one; six measures suspended until one day are one matter. */
function groupOf({
  kind,
  from,
  until,
  wasUntil,
  what,
  instrument,
  clause,
  announcements,
  doubt,
  report,
}: Matter): string {
  const alone = kind === 'imposed' || kind === 'amended' || kind === 'unclear' || kind === 'parties-removed';
  const own = alone ? [instrument, announcements, doubt] : [report?.action, report?.instrument, report?.reach];
  return JSON.stringify([kind, from, until, wasUntil, what, clause, own]);
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

const blank = { removed: [], terms: [], what: 'measure', documents: [] } as const;

function matterOf(effect: Effect, day: BeijingDate): Matter {
  const pressing = isPressing(effect);
  const quotes = 'quote' in effect && effect.quote ? [effect.quote] : [];
  if ('restriction' in effect) {
    const { document, lifted } = effect.restriction;
    const by = 'suspension' in effect && effect.suspension ? [effect.suspension.by] : lifted ? [lifted.by] : [];
    const documents = [...by, document];
    const base = { ...blank, kind: effect.kind, pressing, quotes, documents, ...ofRestriction(effect.restriction) };
    return { ...base, ...ofMove(effect, base.parties, day) };
  }
  if (effect.kind === 'unclear') {
    const { measure, doubt, kind } = effect;
    return { ...blank, kind, pressing, quotes, doubt, from: day, ...ofMeasure(measure) };
  }
  const report = effect.kind === 'clarified' ? effect.about : effect.report;
  const { instrument, reach, announcements, goods } = report;
  const base = { ...blank, pressing, quotes, instrument, reach, announcements, goods, report, from: day };
  const reportNumber = effect.kind === 'unconfirmed' ? { reportNumber: effect.change } : {};
  return { ...base, kind: effect.kind, abouts: [], parties: [], ...reportNumber };
}

function ofRestriction(restriction: Restriction) {
  const { instrument, reach, announcement, goods, listings, effectiveOn, until } = restriction;
  return {
    abouts: [restriction],
    instrument,
    reach,
    announcements: announcement ? [announcement] : [],
    goods,
    parties: listings.filter((listing) => !listing.until).map(({ party }) => party),
    from: effectiveOn,
    ...(until && { until }),
  };
}

function ofMeasure(measure: Measure | undefined) {
  if (!measure) return { abouts: [], announcements: [], goods: [], parties: [] };
  const { instrument, reach, announcement, goods, parties } = measure;
  return { abouts: [measure], instrument, reach, announcements: announcement ? [announcement] : [], goods, parties };
}

type Moving = Extract<Effect, { restriction: Restriction }>;

/** What a move says of its own, over what its measure says. */
function ofMove(effect: Moving, all: readonly Party[], day: BeijingDate): Partial<Matter> {
  switch (effect.kind) {
    case 'imposed':
      return {};
    case 'amended': {
      const { added, removed, terms } = effect;
      const unsaid = added.length + removed.length + terms.length === 0;
      return { parties: added, removed, terms, ...(unsaid && { from: day }) };
    }
    case 'parties-removed':
      return { parties: effect.parties, from: effect.on };
    case 'suspended':
      return { what: 'suspension', ...ofSuspension(effect.suspension, all) };
    case 'extended':
      return { what: 'suspension', ...ofSuspension(effect.suspension, all), wasUntil: effect.before };
    case 'resumed':
    case 'lifted':
      return { from: effect.on, ...(effect.clause && { clause: effect.clause }) };
    case 'took-effect': {
      const { what, suspension, restriction } = effect;
      if (what === 'lifting') return { what, from: restriction.lifted?.on ?? restriction.effectiveOn };
      return suspension ? { what, ...ofSuspension(suspension, all) } : { what };
    }
    case 'ends-soon':
    case 'lapsed': {
      const { suspension, on } = effect;
      const days = effect.kind === 'ends-soon' ? { days: effect.days } : {};
      if (!suspension) return { until: on, ...days };
      return { what: 'suspension', ...ofSuspension(suspension, all), until: on, from: addDays(on, 1), ...days };
    }
  }
}

const ofSuspension = ({ from, until, clause, parties }: Suspension, all: readonly Party[]) => ({
  from,
  until, // also when there is none: the measure's own end is not the suspension's
  parties: parties ?? all,
  ...(clause && { clause }),
});
