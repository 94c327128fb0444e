import type { Item } from '../findings/finding.ts';
import { forms, materials } from '../lexicon/materials.ts';
import type { Restriction } from '../register/restriction.ts';
import type { How } from './answer.ts';
import { type GoodsWords, goodsWords } from './goods-words.ts';

interface Line {
  readonly restriction: Restriction;
  readonly item: Item;
  readonly words: GoodsWords;
  /** For words that the lexicon does not know. */
  readonly text: string;
}

/** The listed goods of a register, made ready for asking. */
export interface GoodsIndex {
  readonly lines: readonly Line[];
  readonly restrictions: readonly Restriction[];
}

/** A measure that goods met: the items, or only its family of goods. */
export interface GoodsHit {
  readonly restriction: Restriction;
  readonly how: How;
  readonly matched: string;
  /** Whether the measure names just this. */
  readonly certain: boolean;
  readonly items: readonly Item[];
}

export function goodsIndex(restrictions: Iterable<Restriction>): GoodsIndex {
  const all = [...restrictions].filter(({ reach }) => reach !== 'elsewhere');
  const lines = all.flatMap((restriction) =>
    restriction.items.map((item) => ({ restriction, item, words: goodsWords(item.text), text: plain(item.text) })),
  );
  return { lines, restrictions: all };
}

const plain = (text: string): string => ` ${text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')} `;

/** Customs codes by digits, 4 to 10 of them: the code or a finer one is certain, a broader one is possible. */
export function customsCodeHits(digits: string, index: GoodsIndex): readonly GoodsHit[] {
  const hits = index.lines.flatMap(({ restriction, item }): readonly GoodsHit[] => {
    const own = item.hsCodes.find((code) => digits.startsWith(code));
    if (own) return [{ restriction, how: 'code', matched: own, certain: true, items: [item] }];
    const finer = item.hsCodes.filter((code) => code.startsWith(digits));
    return finer.length > 0
      ? [{ restriction, how: 'code-prefix', matched: finer.join(' '), certain: false, items: [item] }]
      : [];
  });
  // Only where a measure prints no such code; what another measure prints takes no answer away.
  const met = new Set(hits.map(({ restriction }) => restriction));
  const under = (headings: readonly string[]): boolean => headings.some((heading) => digits.startsWith(heading));
  const [named, shaped] = [materials, forms].map(
    (rows) => new Set(rows.filter(({ headings }) => under(headings)).map(({ id }) => id)),
  );
  const akin = index.lines.filter(
    ({ restriction, words }) =>
      !met.has(restriction) &&
      ([...words.materials].some((id) => named?.has(id)) || [...words.forms].some((id) => shaped?.has(id))),
  );
  return byMeasure([...hits, ...akin.map(asFamily)]);
}

/** Control codes by their parts: 1C905 asks for all under it, 1C905.a.1 is under 1C905.a. */
export function controlCodeHits(code: string, index: GoodsIndex): readonly GoodsHit[] {
  const asked = partsOf(code);
  return byMeasure(
    index.lines.flatMap(({ restriction, item }): readonly GoodsHit[] => {
      const met = item.controlCodes.filter((one) => {
        const own = partsOf(one);
        return own.slice(0, asked.length).every((part, i) => part === asked[i]);
      });
      return met.length > 0 ? [{ restriction, how: 'code', matched: met.join(' '), certain: true, items: [item] }] : [];
    }),
  );
}

const partsOf = (code: string): readonly string[] => code.toLowerCase().split('.');

/** What the goods named in words meet. */
export function goodsHits(text: string, index: GoodsIndex): readonly GoodsHit[] {
  const asked = goodsWords(text);
  const spells = speller(text, asked);
  const found = index.lines.flatMap((line): readonly GoodsHit[] => {
    const how = spells(line.text) ? 'item' : meets(asked, line.words);
    if (how === 'none') return [];
    if (how === 'family') return [asFamily(line)];
    const certain = (asked.rest.length === 0 || asked.materials.size === 0) && how === 'item';
    return [{ restriction: line.restriction, how: 'item', matched: line.item.text, certain, items: [line.item] }];
  });
  const hits = byMeasure(found);
  const met = new Set(hits.map(({ restriction }) => restriction));
  const families = new Set<string>(
    materials.flatMap(({ id, family }) => (family && (asked.materials.has(id) || asked.uses.has(id)) ? [family] : [])),
  );
  // Where nobody has read which items a measure lists, all its family may be among them.
  const wider = index.restrictions
    .filter((one) => one.items.length === 0 && !met.has(one) && one.goods.some((family) => families.has(family)))
    .map((restriction): GoodsHit => {
      const matched = restriction.goods.filter((family) => families.has(family)).join(', ');
      return { restriction, how: 'family', matched, certain: false, items: [] };
    });
  return [...hits, ...wider];
}

type Meeting = 'item' | 'near-item' | 'family' | 'none';

const kindOf = new Map(materials.flatMap(({ id, kindOf: kind }) => (kind ? [[id, kind] as const] : [])));
/** What goes into controlled goods without being any has no heading in the lexicon: nickel, iron. */
const controlled = new Set(materials.flatMap(({ id, headings }) => (headings.length > 0 ? [id] : [])));
const listable = new Set(materials.flatMap(({ id, unlisted }) => (controlled.has(id) && !unlisted ? [id] : [])));
const substances = new Set(forms.flatMap(({ id, substance }) => (substance ? [id] : [])));
const isAbout = ({ forms: all }: GoodsWords): boolean => all.has('technology') || all.has('equipment');

/** Whether an item names what is asked: its materials, and no other substance of them. */
function meets(asked: GoodsWords, item: GoodsWords): Meeting {
  if (asked.materials.size + asked.forms.size + asked.uses.size === 0) return 'none';
  if (asked.uses.size > 0 && asked.materials.size === 0)
    return [...asked.uses].some((id) => item.materials.has(id)) ? 'family' : 'none';
  const main = [...asked.materials].filter((id) => controlled.has(id));
  if (main.length === 0) {
    // "Permanent magnets" by themselves: which of them are controlled, their contents decide.
    const only = [...asked.forms].filter((id) => id === 'magnet' || id === 'target' || id === 'tungstate');
    return asked.materials.size === 0 && only.some((id) => item.forms.has(id)) ? 'family' : 'none';
  }
  const named = main.every((id) => item.materials.has(id));
  const asKind = main.every((id) => item.materials.has(id) || item.materials.has(kindOf.get(id) ?? ''));
  const ofKind = main.some((id) => [...item.materials].some((one) => kindOf.get(one) === id));
  if (!named && !asKind && !ofKind) return 'none';
  const [own, other] = [asked.forms, item.forms].map((all) => [...all].filter((id) => substances.has(id)));
  const shapes = [...asked.forms].filter((id) => !substances.has(id));
  const shared = own?.some((id) => other?.includes(id)) ?? false;
  if (own && own.length > 0 && !shared) return other?.length === 0 && named ? 'family' : 'none';
  // Technology and equipment are other goods than the material that they are for.
  if (asked.forms.size > 0 && isAbout(item) && !isAbout(asked))
    return shapes.some((id) => item.forms.has(id)) ? 'family' : 'none';
  if (!named && !ofKind) return 'family';
  if (shapes.some((id) => !item.forms.has(id))) return 'family';
  if (ofKind) return 'item';
  // Magnets "with dysprosium" are not all magnets.
  const besides = [...item.materials].some((id) => listable.has(id) && !asked.materials.has(id));
  return !besides && [...asked.materials].every((id) => item.materials.has(id)) ? 'item' : 'near-item';
}

/** Finds words that the lexicon does not know as the item writes them: `P507`, `naphthenic acid`, 三苯基铋. */
function speller(text: string, { rest, materials: named }: GoodsWords): (item: string) => boolean {
  const phrase = plain(text).trim();
  const latin = /^[\x20-\x7e]*$/.test(phrase);
  if (rest.length === 0 || named.size > 0 || phrase.length < (latin ? 4 : 2)) return () => false;
  if (!latin) return (item) => item.includes(phrase);
  const whole = new RegExp(`(?<![a-z\\d])${phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}s?(?![a-z\\d])`);
  return (item) => item.includes(phrase) && whole.test(item);
}

const asFamily = ({ restriction, item }: Line): GoodsHit => ({
  restriction,
  how: 'family',
  matched: item.text,
  certain: false,
  items: [item],
});

const order: readonly How[] = ['code', 'item', 'code-prefix', 'family'];
const rank = ({ how, certain }: GoodsHit): number => order.indexOf(how) + (certain ? 0 : 10);

/** One hit a measure, by its surest items; fainter ones are left out beside them. */
function byMeasure(hits: readonly GoodsHit[]): readonly GoodsHit[] {
  return [...Map.groupBy(hits, ({ restriction }) => restriction).values()].flatMap((group) => {
    const best = Math.min(...group.map(rank));
    const [first, ...others] = group.filter((one) => rank(one) === best);
    if (!first) return [];
    const all = [first, ...others];
    const matched = [...new Set(all.map((one) => one.matched))].join('; ');
    return [{ ...first, matched, items: all.flatMap(({ items }) => items) }];
  });
}
