import type { CatalogueEntry } from '../findings/catalogue.ts';
import type { Item, Measure } from '../findings/finding.ts';
import { goodsNamed } from '../findings/item-list.ts';
import { folded } from '../lexicon/fold.ts';
import { catalogueDifference } from './catalogue.ts';
import type { CatalogueLine, Term } from './change.ts';
import type { Restrictions } from './restrictions.ts';

/**
 * What a catalogue says against the one before it, once its list, an attachment, is read; undefined for a measure that is
 * no catalogue, or whose list was read before.
 */
export function catalogueRead(measure: Measure, last: Measure, restrictions: Restrictions): Term | undefined {
  if (measure.instrument !== 'licence-catalogue' && measure.instrument !== 'item-list') return undefined;
  if (!hasCodes(measure.items) || hasCodes(last.items)) return undefined;
  const older = restrictions
    .all()
    .filter(({ id, instrument, items }) => id !== measure.id && instrument === measure.instrument && hasCodes(items))
    .filter(({ effectiveOn }) => measure.effectiveOn === undefined || effectiveOn < measure.effectiveOn)
    .reduce<(typeof last & { effectiveOn: string }) | undefined>(
      (a, b) => (a && a.effectiveOn >= b.effectiveOn ? a : { ...b, parties: [] }),
      undefined,
    );
  const entries = new Set(measure.items.flatMap(({ controlCodes }) => controlCodes)).size;
  if (!older) return { name: 'catalogue', entries, added: [], removed: [], changed: [] };
  const { added, removed, changed } = catalogueDifference(
    older.items.flatMap(entriesOf),
    measure.items.flatMap(entriesOf),
  );
  return {
    name: 'catalogue',
    entries,
    against: Number(older.effectiveOn.slice(0, 4)),
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
  };
}

const hasCodes = (items: readonly Item[]): boolean => items.some(({ controlCodes }) => controlCodes.length > 0);

const entriesOf = ({ text, controlCodes, hsCodes }: Item): readonly CatalogueEntry[] =>
  controlCodes.map((code) => ({ code, name: text, description: '', hsCodes, unit: '', section: '', page: 0 }));

const lineOf = ({ code, name, hsCodes }: CatalogueEntry): CatalogueLine => ({
  code,
  text: name,
  ...(hsCodes.length > 0 && { hsAdded: hsCodes }),
});

/** What Japan's makers buy most stands first: the families of goods that the lexicon names (rare earths, magnets, graphite). */
function relevantFirst(lines: readonly CatalogueLine[]): readonly CatalogueLine[] {
  const isNamed = ({ text }: CatalogueLine): boolean => goodsNamed(folded(text)).length > 0;
  return [...lines.filter(isNamed), ...lines.filter((line) => !isNamed(line))];
}
