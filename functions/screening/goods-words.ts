import { forms, materials, uses } from '../lexicon/materials.ts';
import { foldHan } from './han.ts';

/** What a text says of goods: the question and every listed item are read in the same way. */
export interface GoodsWords {
  readonly materials: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
  /** Materials that the use which it names points to. */
  readonly uses: ReadonlySet<string>;
  /** Words that the lexicon does not know. */
  readonly rest: readonly string[];
}

interface Term {
  readonly word: string;
  readonly materials: readonly string[];
  readonly forms: readonly string[];
  readonly uses: readonly string[];
}

const foldedWords = (text: string): string => foldHan(text.normalize('NFKC').toLowerCase()).replace(/\s+/g, ' ');

const terms: readonly Term[] = [
  ...materials.flatMap(({ id, words }) => words.map((word) => ({ word, materials: [id], forms: [], uses: [] }))),
  ...forms.flatMap(({ id, words, implies }) =>
    words.map((word) => ({ word, materials: implies ? [implies] : [], forms: [id], uses: [] })),
  ),
  ...uses.flatMap(({ material, words }) => words.map((word) => ({ word, materials: [], forms: [], uses: [material] }))),
];
/** One word may be a material and a form: 负极. */
const byWord = Map.groupBy(terms, ({ word }) => foldedWords(word));
const LATIN = /^[a-z]/;
const isLatin = (word: string): boolean => LATIN.test(word);
// Longest first: 锑化 is antimonide before 锑 is antimony; a plural is the same word.
const pattern = new RegExp(
  [...byWord.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => (isLatin(word) ? `(?<![a-z])${word.replace(/[-.]/g, '[- ]')}(?:s|es)?(?![a-z])` : word))
    .join('|'),
  'g',
);
const singular = new Map([...byWord.keys()].map((word) => [word.replaceAll('-', ' '), word] as const));

/** Words that say nothing of what the goods are. */
const idle = new Set(
  'a an and any by for from in its not of on or other our over than that the their them these this to under up with without grade high low pure purity rich type based product products item items goods material materials raw related listed use used china chinese japan japanese'.split(
    ' ',
  ),
);
const idleHan =
  /^(?:の|的|及|和|与|用|等|系|类|型|含|高|低|相关|物项|制品|产品|材料|原料|关连|用途|向け|及び|および|品|料)+$/;

export function goodsWords(text: string): GoodsWords {
  const found = { materials: new Set<string>(), forms: new Set<string>(), uses: new Set<string>() };
  const formula = formulaOf(text.trim());
  if (formula) return formula;
  const left = foldedWords(text).replace(pattern, (word) => {
    const plain = word.replaceAll('-', ' ');
    const known =
      byWord.get(word) ??
      byWord.get(
        singular.get(plain) ?? singular.get(plain.replace(/s$/, '')) ?? singular.get(plain.replace(/es$/, '')) ?? '',
      );
    for (const term of known ?? []) {
      term.materials.forEach((id) => found.materials.add(id));
      term.forms.forEach((id) => found.forms.add(id));
      term.uses.forEach((id) => found.uses.add(id));
    }
    return ' ';
  });
  const rest = (left.match(/[a-z]+[a-z\d]*|[\p{Script=Han}\p{Script=Katakana}ー\p{Script=Hiragana}]+/gu) ?? []).filter(
    (word) => (isLatin(word) ? word.length > 1 && !idle.has(word) : !idleHan.test(word)),
  );
  return { ...found, rest };
}

const symbols = new Map(materials.flatMap(({ id, symbol }) => (symbol ? [[symbol, id] as const] : [])));
const anions: Readonly<Record<string, string>> = {
  O: 'oxide',
  N: 'nitride',
  C: 'carbide',
  P: 'phosphide',
  As: 'arsenide',
  Se: 'selenide',
  Cl: 'chloride',
};
/** Two of these together are known as magnets before anything else. */
const magnets = [/^Nd(?:\d+)?-?Fe(?:\d+)?-?B\d*$/, /^Sm\d*-?Co\d*$/];

/** `Dy2O3`, `W-Ni-Fe`, `NdFeB`, `Tb`: a formula by itself, in the case of symbols. */
function formulaOf(text: string): GoodsWords | undefined {
  if (!/^(?:[A-Z][a-z]?\d*-?){1,8}$/.test(text) || text.length > 16) return undefined;
  const parts = [...text.matchAll(/([A-Z][a-z]?)\d*/g)].map(([, symbol = '']) => symbol);
  const known = parts.map((symbol) => symbols.get(symbol));
  const controlled = materials.filter(({ id, family }) => family !== undefined && known.includes(id));
  if (controlled.length === 0 || parts.some((symbol, i) => known[i] === undefined && !(symbol in anions)))
    return undefined;
  const made = parts.flatMap((symbol) => anions[symbol] ?? []);
  const alloy = made.length === 0 && parts.length > 1 ? ['alloy'] : made;
  const form = magnets.some((magnet) => magnet.test(text)) ? ['magnet'] : alloy;
  return {
    materials: new Set(known.filter((id) => id !== undefined)),
    forms: new Set(form),
    uses: new Set(),
    rest: [],
  };
}
