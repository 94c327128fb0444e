import type { Folded } from '../lexicon/fold.ts';
import { type Family, goods } from '../lexicon/goods.ts';
import type { Item } from './finding.ts';

// 两用物项出口管制清单: category 0-9, kind A-E, three figures, then subitems: 1C117.c, 6C902.d.1.
// Behind an item's number (`1.0B908`) too.
const controlCode =
  /(?:(?<![a-z\d.-])|(?<=(?:^|[\n;。)\t])\d{1,3}\.))(?<code>\d[a-e]\d{3}(?: ?\. ?(?:[a-z]|\d{1,2})(?![a-z\d]))*)(?![a-z\d-])/g;
const hsWord = /(?:海关商品编[号码]|商品编[号码]|税则号列|税则号|税号|商品编码|hs ?(?:编码|code)s?)/;
const hsCode = /(?<![\d.])(?:\d{10}|\d{8}|\d{4}\.\d{2,4}(?:\.\d{2}){0,2})(?![\d.]*\d)/g;

// (不包括3C003、3C004所列的…), 参见4D001的说明: what is named to be left out, or looked up, is not listed.
const exceptions =
  /(?:不包括|不含|除|参见|详见|参照|见|同(?=\d[a-e]\d))[^,;。()\n]{0,60}?(?=所列|的说明|的定义|外|项|[,;。()\n]|$)/g;

/** Every control code that words name, once each, as the list writes them (`1C117.c`). */
export const controlCodesNamed = (folded: string): readonly string[] =>
  unique([...folded.matchAll(controlCode)].map((match) => spell(match.groups?.['code'] ?? '')));

/** The control codes that a text lists, without those that it names to leave out or to look up. */
export const controlCodes = (folded: string): readonly string[] =>
  controlCodesNamed(withoutLeftOut(folded).replace(spokenOf, '').replace(exceptions, ''));

// …除外, 仍按《…清单》执行, 不适用本公告: said of what stays outside.
const leftOut =
  /除外|以外|不适用本(?:公告|决定)|不受本(?:公告|决定)|不在(?:本(?:公告|决定)[^,;。]{0,6})?(?:管制|控制)?(?:范围|之列)|仍(?:然|旧)?(?:按|适用|依)|不(?:再)?重复(?:管制|列入)|不属于本(?:公告|决定)/;
const anyCode = /\d[a-e]\d{3}/;

// 制备1C955所列物项的技术: another entry, by which this one is told.
const spokenOf =
  /(?<![对将、及和与\d.a-z])\d[a-e]\d{3}(?:\.[a-z\d]{1,2})*(?:[、和及与至]\d[a-e]\d{3}(?:\.[a-z\d]{1,2})*)*项?(?:所列|所述|所指)(?!.{0,20}实施)/g;

/** A bracket or clause that leaves something out goes with its codes; where it names none, its whole sentence does. */
function withoutLeftOut(folded: string): string {
  if (!leftOut.test(folded)) return folded;
  return folded
    .replace(/\([^()\n]{1,300}\)/g, (aside) => (leftOut.test(aside) ? '' : aside))
    .split(/(?<=[;。\n])/)
    .map((sentence) => {
      if (!leftOut.test(sentence) || !anyCode.test(sentence)) return sentence;
      const clauses = sentence.split(/(?<=,)/);
      const alone = clauses.some((clause) => leftOut.test(clause) && !anyCode.test(clause));
      return alone ? '' : clauses.filter((clause) => !leftOut.test(clause)).join('');
    })
    .join('');
}

/**
 * HS codes of 8 or 10 digits in a text that speaks of them (参考海关商品编号, 参考税则号列), once each. A figure of eight
 * digits that is a day counts only where the word stands right before it.
 */
export const hsCodes = (folded: string): readonly string[] => (hsWord.test(folded) ? hsCodesIn(folded) : []);

export function hsCodesIn(line: string): readonly string[] {
  const codes = [...line.matchAll(hsCode)].flatMap((match) => {
    const digits = match[0].replaceAll('.', '');
    const chapter = Number(digits.slice(0, 2));
    if (![8, 10].includes(digits.length) || chapter < 1 || chapter > 97) return [];
    const looksLikeDay = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/.test(digits);
    return looksLikeDay && !hsWord.test(line.slice(Math.max(0, match.index - 60), match.index)) ? [] : [digits];
  });
  return unique(codes);
}

/** The controlled items of an announcement: each line that bears a code, with its codes, in the order of the text. */
export function listedItems(text: Folded): readonly Item[] {
  const speaksOfHs = hsWord.test(text.text);
  const items: Item[] = [];
  let from = 0;
  for (const line of text.text.split('\n')) {
    const codes = controlCodes(line);
    // The word may stand only once, over a table's column.
    const hs = speaksOfHs ? hsCodesIn(line) : [];
    if (codes.length > 0 || hs.length > 0) {
      items.push({ text: text.quote(from, from + Math.min(line.length, 300)), controlCodes: codes, hsCodes: hs });
    }
    from += line.length + 1;
  }
  return items;
}

const families = goods.map(({ family, zh, en, ja }) => ({
  family,
  pattern: new RegExp([...zh, ...ja, ...en.map((word) => `\\b(?:${word})\\b`)].join('|')),
}));

/** The families of goods that a folded text names, in its own order. */
export function goodsNamed(folded: string): readonly Family[] {
  const found = families.flatMap(({ family, pattern }) => {
    const at = folded.search(pattern);
    return at < 0 ? [] : [{ family, at }];
  });
  return found.sort((a, b) => a.at - b.at).map(({ family }) => family);
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
const spell = (code: string): string =>
  code.replaceAll(' ', '').replace(/^(\d)([a-e])/, (_, d: string, k: string) => d + k.toUpperCase());
