import type { Instrument, Reach } from '../findings/finding.ts';
import { families, type Family } from '../lexicon/goods.ts';
import type { Matter } from './matters.ts';
import type { Union } from './phrases.ts';

/** The instruments that list parties. */
export const lists = ['control-list', 'watch-list', 'unreliable-entity-list'] as const;
export type List = (typeof lists)[number];

export const listIn = (instrument: Instrument | undefined): List | undefined =>
  lists.find((list) => list === instrument);

/** How many parties, and whether all are Japanese. */
export interface Who {
  readonly count: number;
  readonly japan: boolean;
}

/** What a measure, or what is said of one, is about: a noun in every language. */
export type Topic = Union<{
  /** Parties on a list; `who` where they are counted. */
  list: { readonly list: List; readonly japan: boolean; readonly who?: Who };
  ban: { readonly japan: boolean };
  /** Some control or other that is aimed at Japan. */
  japan: object;
  /** Export licences for goods; one family at least. */
  goods: { readonly goods: readonly Family[] };
  catalogue: { readonly which: 'item-list' | 'licence-catalogue' };
  rules: object;
  /** Dual-use controls of which nothing more is known. */
  'dual-use': object;
}>;

/** The families that have a name in every language. What a row of another form calls goods is none of them. */
export const familiesIn = (goods: readonly string[]): readonly Family[] =>
  families.filter((family) => goods.includes(family));

/** What the measures are about that a matter moves. */
export function topicOf(matter: Matter): Topic {
  const { instrument, reach, parties } = matter;
  const list = listIn(instrument);
  const japan = reach === 'japan';
  if (list) return { kind: 'list', list, japan, ...(parties.length > 0 && { who: whoOf(matter) }) };
  if (instrument === 'country-ban') return { kind: 'ban', japan };
  return ofGoods(matter);
}

/** What a report, an explanation or an unclear text is about: less is certain, and less is said. */
export function vagueTopicOf(matter: Matter): Topic {
  const { instrument, reach } = matter;
  const list = listIn(instrument);
  if (list) return { kind: 'list', list, japan: reach === 'japan' };
  return reach === 'japan' ? { kind: 'japan' } : ofGoods(matter);
}

function ofGoods({ instrument, goods }: { instrument?: Instrument; reach?: Reach; goods: readonly string[] }): Topic {
  if (instrument === 'item-list' || instrument === 'licence-catalogue') return { kind: 'catalogue', which: instrument };
  const named = familiesIn(goods);
  if (named.length > 0) return { kind: 'goods', goods: named };
  return instrument === 'licensing-rule' ? { kind: 'rules' } : { kind: 'dual-use' };
}

/** Whom a matter is about: those who could be read, or as many as an unclear text says. */
export function whoOf({ effect, parties, reach, abouts }: Matter): Who {
  const stated = effect.kind === 'unclear' ? abouts[0]?.statedParties : undefined;
  return { count: stated ?? parties.length, japan: reach === 'japan' };
}
