import type { Conditions, Party, Presumption, Reach } from '../findings/finding.ts';
import type { Family } from '../lexicon/goods.ts';
import { type EndUse, endUsesOf } from './end-uses.ts';
import { type Matter, reportOf } from './matters.ts';
import type { Union } from './phrases.ts';
import { familiesIn, listIn, type Who, whoOf } from './topic.ts';

/** Whom and what a matter hits, part by part. */
export type Cover = Union<{
  /** The first names; `below`: where the others are. */
  parties: { readonly who: Who; readonly names: readonly Party[]; readonly below: 'none' | 'all' | 'read' };
  'all-items': object;
  goods: { readonly goods: readonly Family[] };
  /** `coded`: with control codes; else by customs codes alone, or by words. `below`: a list of them follows. */
  items: { readonly items: number; readonly hs: number; readonly coded: boolean; readonly below: boolean };
  uses: { readonly uses: readonly EndUse[] };
  reach: { readonly reach: Reach };
}>;

const NAMES = 3;

export function coversOf(matter: Matter): readonly Cover[] {
  const { effect, parties, abouts, reach, instrument } = matter;
  const items = abouts.flatMap((about) => about.items);
  const hs = new Set(items.flatMap(({ hsCodes }) => hsCodes)).size;
  const coded = items.some(({ controlCodes }) => controlCodes.length > 0);
  const goods = familiesIn(matter.goods);
  const uses = usesOf(matter);
  // Of a catalogue whose list was read, what it changes is listed, and not the whole.
  const isRead = effect.kind === 'amended' && effect.terms.some(({ name }) => name === 'catalogue');
  const below = parties.length <= NAMES ? 'none' : effect.kind === 'unclear' ? 'read' : 'all';
  const ban = instrument === 'country-ban' && abouts.length > 0 && items.length === 0;
  return [
    ...(parties.length > 0
      ? [{ kind: 'parties', who: whoOf(matter), names: parties.slice(0, NAMES), below } as const]
      : []),
    ...(ban ? [{ kind: 'all-items' } as const] : []),
    ...(goods.length > 0 ? [{ kind: 'goods', goods } as const] : []),
    ...(items.length > 0 ? [{ kind: 'items', items: items.length, hs, coded, below: !isRead } as const] : []),
    ...(uses.length > 0 ? [{ kind: 'uses', uses } as const] : []),
    ...(reach && parties.length === 0 ? [{ kind: 'reach', reach } as const] : []),
  ];
}

/** On a list it is parties that count: the uses in its text are what exporters pledge. */
function usesOf({ effect, abouts, instrument }: Matter): readonly EndUse[] {
  if (listIn(instrument)) return [];
  const report = effect.kind === 'reported' || effect.kind === 'unconfirmed' ? reportOf(effect).endUses : [];
  return endUsesOf([...abouts.flatMap(({ endUses }) => endUses), ...report]);
}

/** Who must apply, above what, and what is refused: told only where a text says so. */
export type Condition = Union<{
  abroad: object;
  threshold: { readonly percent: number };
  /** `firm`: without exception, where others are so as a rule. */
  presumption: Omit<Presumption, 'quote'> & { readonly firm: boolean };
  exempt: { readonly count: number };
}>;

export function conditionsOf({ abouts }: Matter): readonly Condition[] {
  const conditions = abouts.flatMap((about): readonly Conditions[] => (about.conditions ? [about.conditions] : []));
  const all = conditions.flatMap(
    ({ applicants, threshold, presumptions = [], exemptions = [] }): readonly Condition[] => [
      ...(applicants.includes('exporter-abroad') ? [{ kind: 'abroad' } as const] : []),
      ...(threshold ? [{ kind: 'threshold', percent: threshold.percent } as const] : []),
      ...presumptions.map(
        ({ quote, ...rest }) => ({ kind: 'presumption', ...rest, firm: !quote.includes('原则') }) as const,
      ),
      ...(exemptions.length > 0 ? [{ kind: 'exempt', count: exemptions.length } as const] : []),
    ],
  );
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
