import { type Folded, folded } from '../lexicon/fold.ts';
import { type Family, goods } from '../lexicon/goods.ts';
import { codesLeftOut, listedCodes, withoutLeftOut } from './control-codes.ts';
import type { Item } from './finding.ts';

const hsWord = /(?:海关商品编[号码]|商品编[号码]|税则号列|税则号|税号|商品编码|\d{8}(?:\d\d)?项下|hs ?(?:编码|code)s?)/;
const hsCode =
  /(?<![\d.])(?:\d{10}|\d{8}|\d{4}\.\d{2,4}(?:\.\d{2}){0,2}|\d{4} \d{4}(?: ?\d{2})?|\d{8} \d{2})(?![\d.]*\d)/g;

/**
 * HS codes of 8 or 10 digits in a text that speaks of them (参考海关商品编号, 参考税则号列), once each. A figure of eight
 * digits that is a day counts only where the word stands right before it.
 */
export const hsCodes = (folded: string): readonly string[] => (hsWord.test(folded) ? hsCodesIn(folded) : []);

export function hsCodesIn(line: string): readonly string[] {
  const codes = [...line.matchAll(hsCode)].flatMap((match) => {
    const digits = match[0].replace(/[. ]/g, '');
    const chapter = Number(digits.slice(0, 2));
    if (![8, 10].includes(digits.length) || chapter < 1 || chapter > 97) return [];
    const looksLikeDay = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/.test(digits);
    return looksLikeDay && !hsWord.test(line.slice(Math.max(0, match.index - 60), match.index)) ? [] : [digits];
  });
  return unique(codes);
}

/** The controlled items of an announcement: each line that lists a code, with its codes, in the order of the text. */
export function listedItems(text: Folded): readonly Item[] {
  const speaksOfHs = hsWord.test(text.text);
  const lines = linesOf(text);
  const codes = listedCodes(lines.map(({ cells }) => cells));
  const items: Item[] = [];
  for (const [i, { line, from }] of lines.entries()) {
    // The word may stand only once, over a table's column.
    const hs = speaksOfHs ? hsCodesIn(withoutLeftOut(line)) : [];
    const control = codes[i] ?? [];
    if (control.length + hs.length === 0) continue;
    const last = items.at(-1);
    // A table whose cells stand each on a line: customs codes under their entry, its name under its code.
    if (last && figuresAlone.test(line)) items[items.length - 1] = { ...last, hsCodes: [...last.hsCodes, ...hs] };
    else {
      const next = lines[i + 1];
      const to = codeAlone.test(line) && next ? next.from + next.line.length : from + line.length;
      const others = codesLeftOut(line);
      const notOf = others.length > 0 && { notOf: others };
      items.push({ text: text.quote(from, Math.min(to, from + 300)), controlCodes: control, hsCodes: hs, ...notOf });
    }
  }
  return items;
}

const figuresAlone = /^[\d. 、,;]{8,}$/;
const codeAlone = /^[\da-e. ]{5,16}$/;

interface Line {
  readonly line: string;
  readonly from: number;
  /** Its cells where it is the row of a table, which folding glues together; else itself. */
  readonly cells: readonly string[];
}

function linesOf(text: Folded): readonly Line[] {
  let from = 0;
  return text.text.split('\n').map((line) => {
    const start = from;
    from += line.length + 1;
    const words = text.quote(start, start + line.length);
    const cells = /[\t|｜]/.test(words) ? words.split(/[\t|｜]/).map(folded) : [line];
    return { line, from: start, cells };
  });
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
