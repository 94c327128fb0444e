import type { CatalogueEntry } from '../findings/catalogue.ts';
import type { Item, Measure } from '../findings/finding.ts';
import { goodsNamed } from '../findings/item-list.ts';
import { folded } from '../lexicon/fold.ts';
import { catalogueDifference } from './catalogue.ts';
import type { CatalogueLine, Term } from './change.ts';
import type { Restriction } from './restriction.ts';
import type { Restrictions } from './restrictions.ts';

/**
 * What the list of a catalogue changes, once it, an attachment, is read: against the catalogue before it, or, where it was read
 * before, against itself. Undefined for a measure that is no catalogue, and where nothing differs.
 * @param others the same measure as copies elsewhere have given it since: where one has this list, it was told
 */
export function catalogueRead(
  measure: Measure,
  last: Measure,
  others: readonly Measure[],
  restrictions: Restrictions,
): CatalogueTerm | 'told' | undefined {
  if (measure.instrument !== 'licence-catalogue' && measure.instrument !== 'item-list') return undefined;
  if (!hasCodes(measure.items)) return undefined;
  const isTold = others.some(({ items }) => hasCodes(items) && isEmpty(differenceBetween(items, measure.items)));
  if (isTold) return 'told';
  const entries = new Set(measure.items.flatMap(({ controlCodes }) => controlCodes)).size;
  if (hasCodes(last.items)) {
    const difference = differenceBetween(last.items, measure.items);
    return isEmpty(difference) ? undefined : { name: 'catalogue', entries, edited: true, ...difference };
  }
  const older = restrictions
    .all()
    .filter(({ id, instrument, items }) => id !== measure.id && instrument === measure.instrument && hasCodes(items))
    .filter(({ effectiveOn }) => measure.effectiveOn === undefined || effectiveOn < measure.effectiveOn)
    .reduce<Restriction | undefined>((a, b) => (a && a.effectiveOn >= b.effectiveOn ? a : b), undefined);
  if (!older) return { name: 'catalogue', entries, added: [], removed: [], changed: [] };
  const against = Number(older.effectiveOn.slice(0, 4));
  return { name: 'catalogue', entries, against, ...differenceBetween(older.items, measure.items) };
}

type CatalogueTerm = Extract<Term, { name: 'catalogue' }>;
type Difference = Pick<CatalogueTerm, 'added' | 'removed' | 'changed' | 'described'>;

function differenceBetween(older: readonly Item[], newer: readonly Item[]): Difference {
  const { added, removed, changed, described } = catalogueDifference(
    older.flatMap(entriesOf),
    newer.flatMap(entriesOf),
  );
  return {
    added: relevantFirst(added.map(lineOf)),
    removed: relevantFirst(removed.map(lineOf)),
    changed: relevantFirst(
      changed.map(({ code, entry, hsAdded, hsRemoved, name }) => ({
        code,
        text: entry.name,
        ...(hsAdded.length > 0 && { hsAdded }),
        ...(hsRemoved.length > 0 && { hsRemoved }),
        ...(name !== undefined && { renamed: true as const }),
      })),
    ),
    ...(described.length > 0 && {
      described: relevantFirst(described.map(({ code, name }) => ({ code, text: name }))),
    }),
  };
}

const isEmpty = ({ added, removed, changed, described = [] }: Difference): boolean =>
  added.length + removed.length + changed.length + described.length === 0;

const hasCodes = (items: readonly Item[]): boolean => items.some(({ controlCodes }) => controlCodes.length > 0);

// Of the descriptions the journal keeps marks, which differ where they do.
const entriesOf = ({ text, controlCodes, hsCodes, wording = '' }: Item): readonly CatalogueEntry[] =>
  (controlCodes.length > 0 ? controlCodes : ['']).map((code) => ({
    code,
    name: text,
    description: wording,
    hsCodes,
    unit: '',
    section: '',
    page: 0,
  }));

const lineOf = ({ code, name, hsCodes }: CatalogueEntry): CatalogueLine => ({
  code,
  text: name,
  ...(hsCodes.length > 0 && { hsAdded: hsCodes }),
});

/** What Japan's makers buy most stands first: the families of goods that the lexicon names (rare earths, magnets, graphite). */
export function relevantFirst<T extends { readonly text: string }>(lines: readonly T[]): readonly T[] {
  const isNamed = ({ text }: T): boolean => goodsNamed(folded(text)).length > 0;
  return [...lines.filter(isNamed), ...lines.filter((line) => !isNamed(line))];
}
