import type { ReportedAct } from '../findings/finding.ts';
import type { Family } from '../lexicon/goods.ts';
import type { Effect } from '../register/change.ts';
import { type CatalogueCounts, countsOf } from './catalogue-words.ts';
import { endUsesOf } from './end-uses.ts';
import { listedIn, type Matter, reportOf } from './matters.ts';
import type { Union } from './phrases.ts';
import { familiesIn, type List, listIn, type Topic, topicOf, vagueTopicOf, type Who, whoOf } from './topic.ts';

/** What happens, without its date: the first line of every message, in no language. */
export type Headline = Union<{
  listed: { readonly list: List; readonly who: Who; readonly edited: boolean };
  /** `left`: how many stay on the list. */
  delisted: { readonly list?: List; readonly who: Who; readonly left: number };
  banned: { readonly japan: boolean; readonly uses: 'military' | 'named' | 'none' };
  /** `abroad`: whoever is outside China must apply too. */
  licensed: { readonly goods: readonly Family[]; readonly everywhere: boolean; readonly abroad: boolean };
  revised: { readonly which: 'item-list' | 'licence-catalogue'; readonly goods: readonly Family[] };
  ruled: { readonly goods: readonly Family[] };
  amended: { readonly topic: Topic; readonly added: number; readonly removed: number; readonly terms: boolean };
  /** The list of a catalogue, an attachment, was read, or replaced. */
  'list-read': { readonly which: 'item-list' | 'licence-catalogue'; readonly counts: CatalogueCounts };
  /** An edit was taken back, or a page that had lost its text shows it again. */
  'taken-back': { readonly topic: Topic };
  restored: { readonly topic: Topic };
  suspended: Moved;
  extended: Moved;
  shortened: Moved;
  resumed: Moved;
  lifted: Moved;
  /** Days that arrived. */
  begun: Moved;
  'suspension-begun': Moved;
  ended: Moved;
  'suspension-ends': Moved;
  'measure-ends': Moved;
  'suspension-over': Moved;
  expired: Moved;
  /** A temporary control is past its two years. */
  overdue: Moved;
  explained: { readonly topic: Topic };
  reported: { readonly topic: Topic; readonly act: ReportedAct };
  unconfirmed: { readonly topic: Topic; readonly act: ReportedAct };
  unclear: { readonly topic: Topic };
}>;

interface Moved {
  readonly topic: Topic;
  /** Only a clause of it, or some of its parties. */
  readonly part: boolean;
}

export function headlineOf(matter: Matter): Headline {
  const { effect } = matter;
  switch (effect.kind) {
    case 'imposed':
      return imposed(matter);
    case 'amended':
      if (effect.takenBack) return { kind: 'taken-back', topic: topicOf(matter) };
      if (effect.restored) return { kind: 'restored', topic: topicOf(matter) };
      return amended(matter, effect);
    case 'parties-removed': {
      const list = listIn(matter.instrument);
      return { kind: 'delisted', who: whoOf(matter), left: listedIn(effect.restriction).length, ...(list && { list }) };
    }
    case 'suspended':
      return { kind: 'suspended', topic: topicOf(matter), part: isPart(effect.suspension) };
    case 'extended':
      return {
        kind: effect.shortened ? 'shortened' : 'extended',
        topic: topicOf(matter),
        part: isPart(effect.suspension),
      };
    case 'resumed':
    case 'lifted':
      return { kind: effect.kind, topic: topicOf(matter), part: isPart(effect) };
    case 'took-effect': {
      const kind = (
        { measure: 'begun', suspension: 'suspension-begun', resumption: 'resumed', lifting: 'ended' } as const
      )[effect.what];
      return { kind, topic: topicOf(matter), part: isPart(effect.suspension) };
    }
    case 'ends-soon': {
      const kind = effect.suspension ? 'suspension-ends' : 'measure-ends';
      return { kind, topic: topicOf(matter), part: isPart(effect.suspension) };
    }
    case 'lapsed': {
      const moved = { topic: topicOf(matter), part: isPart(effect.suspension) };
      if (!effect.suspension) return { kind: effect.byLaw ? 'overdue' : 'expired', ...moved };
      return effect.firstTime ? { kind: 'begun', ...moved } : { kind: 'suspension-over', ...moved };
    }
    case 'clarified':
      return { kind: 'explained', topic: vagueTopicOf(matter) };
    case 'reported':
    case 'unconfirmed':
      return { kind: effect.kind, topic: vagueTopicOf(matter), act: actOf(effect) };
    case 'unclear':
      return { kind: 'unclear', topic: vagueTopicOf(matter) };
  }
}

const isPart = (of: { readonly clause?: string; readonly parties?: readonly unknown[] } | undefined): boolean =>
  of?.clause !== undefined || of?.parties !== undefined;

/** The act that a report tells of, as finely as it is known. */
export function actOf(effect: Extract<Effect, { kind: 'reported' | 'unconfirmed' | 'clarified' }>): ReportedAct {
  const { act, action } = reportOf(effect);
  return act ?? action;
}

function imposed(matter: Matter): Headline {
  const { instrument, reach, abouts } = matter;
  const list = listIn(instrument);
  if (list) return { kind: 'listed', list, who: whoOf(matter), edited: false };
  const goods = familiesIn(matter.goods);
  switch (instrument) {
    case 'country-ban': {
      const words = abouts.flatMap(({ endUses }) => endUses);
      const military = endUsesOf(words).some((use) => use.startsWith('military'));
      const uses = military ? 'military' : words.length > 0 ? 'named' : 'none';
      return { kind: 'banned', japan: reach === 'japan', uses };
    }
    case 'item-control': {
      const abroad = abouts.some(({ conditions }) => conditions?.applicants.includes('exporter-abroad') ?? false);
      return { kind: 'licensed', goods, everywhere: reach === 'all-destinations', abroad };
    }
    case 'item-list':
    case 'licence-catalogue':
      return { kind: 'revised', which: instrument, goods };
    case 'control-list':
    case 'watch-list':
    case 'unreliable-entity-list':
    case 'licensing-rule':
    case undefined:
      return { kind: 'ruled', goods };
  }
}

function amended(matter: Matter, { added, removed, terms }: Extract<Effect, { kind: 'amended' }>): Headline {
  const list = listIn(matter.instrument);
  if (list && added.length > 0 && removed.length === 0) {
    return { kind: 'listed', list, who: whoOf(matter), edited: true };
  }
  const read = terms.find((term) => term.name === 'catalogue');
  if (read) {
    const which = matter.instrument === 'item-list' ? 'item-list' : 'licence-catalogue';
    return { kind: 'list-read', which, counts: countsOf(read) };
  }
  const topic = topicOf({ ...matter, parties: [] });
  return { kind: 'amended', topic, added: added.length, removed: removed.length, terms: terms.length > 0 };
}
