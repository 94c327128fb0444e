import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/**
 * A text as the rules see it: one form for Traditional and Simplified, full and half width, upper and lower case, and
 * without the white space that Chinese typesetting scatters. Lines are kept, because lists are told by them.
 */
export interface Folded {
  readonly text: string;
  /** The original words behind a range of the folded text. */
  quote(from: number, to: number): string;
}

const NEWLINE = 0x0a;
const SPACE = 0x20;
const table = foldingTable();
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** Folds in one pass, linear in the length. */
export function fold(original: string): Folded {
  const units = new Uint16Array(original.length);
  const origins = new Uint32Array(original.length);
  let length = 0;
  let gap = 0; // the white space since the last character: 0, SPACE or NEWLINE
  for (let i = 0; i < original.length; i++) {
    const unit = table[original.charCodeAt(i)] ?? 0;
    if (unit === 0) continue;
    if (unit === NEWLINE || unit === SPACE) {
      if (gap !== NEWLINE) gap = unit;
      continue;
    }
    const spaced = gap === NEWLINE || (gap === SPACE && !isCjk(units[length - 1] ?? 0) && !isCjk(unit));
    if (spaced && length > 0) {
      origins[length] = i - 1;
      units[length++] = gap;
    }
    gap = 0;
    origins[length] = i;
    units[length++] = unit;
  }
  return {
    text: decoder.decode(units.subarray(0, length)),
    quote: (from, to) => (to > from ? original.slice(origins[from], (origins[to - 1] ?? 0) + 1).trim() : ''),
  };
}

/** The folded form alone: for comparing names and for compiling the lexicon's terms. */
export const folded = (text: string): string => fold(text).text;

/** Han, kana and the punctuation among them: white space beside these carries nothing. */
const isCjk = (unit: number): boolean => (unit >= 0x2e80 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff);

/** One entry for each UTF-16 unit; 0 drops it. Only one-to-one foldings, so that every position leads back. */
function foldingTable(): Uint16Array {
  const units = new Uint16Array(0x10000);
  for (let i = 0; i < units.length; i++) units[i] = i;
  const map = (from: string, to: string): void => {
    for (const [i, character] of [...from].entries()) units[character.charCodeAt(0)] = to.charCodeAt(i % to.length);
  };
  const drop = (from: number, to: number): void => void units.fill(0, from, to + 1);
  drop(0x00, 0x08);
  drop(0x0e, 0x1f);
  drop(0x7f, 0x9f);
  drop(0xad, 0xad);
  drop(0x200b, 0x200f); // zero width
  drop(0x202a, 0x202e); // bidi overrides
  drop(0x2060, 0x206f);
  drop(0xfe00, 0xfe0f);
  drop(0xfeff, 0xfeff);
  // "萬 万|與 与|…": of several Simplified forms the first is the usual one. Data of the OpenCC project, Apache-2.0.
  for (const pair of traditionalToSimplified.split('|')) {
    const one = pair.charCodeAt(1) === SPACE && (pair.length === 3 || pair.charCodeAt(3) === SPACE);
    if (one) units[pair.charCodeAt(0)] = pair.charCodeAt(2);
  }
  for (let i = 0x21; i <= 0x7e; i++) units[i + 0xfee0] = i; // full-width ASCII
  for (let i = 0x41; i <= 0x5a; i++) units[i] = units[i + 0xfee0] = i + 0x20;
  map('‘’‛′', "'");
  map('“”„″「」『』｢｣', '"');
  map('‐‑‒–—―−', '-');
  map('〔【﹝', '[');
  map('〕】﹞', ']');
  map('・･•‧∙⋅●', '·');
  map('｡､', '。、');
  map('\t\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000', ' ');
  map('\u0085\u2028\u2029', '\n');
  return units;
}
