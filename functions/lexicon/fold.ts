import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import { radicals } from './radicals.ts';

/**
 * A text as the rules see it: one form for Traditional and Simplified, full and half width, upper and lower case, for
 * radicals and compatibility ideographs (as PDFs copy them), and without what nobody sees: fillers, variation selectors,
 * and the white space that Chinese typesetting scatters. Lines are kept, because lists are told by them.
 */
export interface Folded {
  readonly text: string;
  /** The original words behind a range of the folded text. */
  quote(from: number, to: number): string;
}

const NEWLINE = 0x0a;
const SPACE = 0x20;
const ignorable = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u;
const space = /^\p{Zs}$/u;
// List marks keep their form, because they number entries; figures above and below a line are no figures of it.
const keepsItsForm = /^[\p{No}\u2460-\u24ff\u3200-\u32ff]$/u;
const radical = new Map(radicals.map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]));
const simplified = simplifiedForms();
const alike = marksAlike();
const UNKNOWN = 0xffff;
/** What was met so far: asking Unicode for all of them costs every start of a function some 15 ms. */
const table = new Uint16Array(0x10000).fill(UNKNOWN);
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

const figure = '[0-9０-９]';
const blanks = '[ \u00a0\u2002-\u200a\u3000]{1,3}';
/** 2 0 2 9年, 1 0 月, 第 2 7 号: one figure set as several. A number of its own before a year (1 2026年) is none. */
const partedFigures = new RegExp(
  `(?<!${figure}|${figure}${blanks})${figure}(?:(?:${blanks})?${figure}){3}(?=(?:${blanks})?年)|` +
    `(?<=[年月自于至到](?:${blanks})?)${figure}${blanks}${figure}(?=(?:${blanks})?[月日])|` +
    `(?<=第(?:${blanks})?)${figure}(?:${blanks}${figure}){1,3}(?=(?:${blanks})?[号號])`,
  'g',
);
/** Most texts hold no two figures that white space alone parts, and are spared the search for the three kinds. */
const maybeParted = new RegExp(`${figure}${blanks}${figure}`);
const none: ReadonlySet<number> = new Set();
const joinFigures = (text: string): ReadonlySet<number> => {
  if (!maybeParted.test(text)) return none;
  const inside = new Set<number>();
  for (const { index, 0: words } of text.matchAll(partedFigures))
    for (const [i, character] of [...words].entries()) if (space.test(character)) inside.add(index + i);
  return inside;
};

/** Nothing but words of plain letters, figures and marks, one space or one line apart: only capitals fold. */
const plain = /^[!-~]+(?:[ \n][!-~]+)*$/;

/** Folds in one pass, linear in the length; and in a second one when the first quote is asked for. */
export function fold(original: string): Folded {
  if (plain.test(original)) {
    return { text: original.toLowerCase(), quote: (from, to) => original.slice(from, Math.max(from, to)).trim() };
  }
  const units = original.length <= desk.length ? desk : new Uint16Array(original.length);
  const length = write(original, units);
  let places: Places | undefined;
  return {
    text: decoder.decode(units.subarray(0, length)),
    quote(from, to) {
      if (to <= from) return '';
      places ??= placesIn(original);
      return original.slice(places.origins[from], places.ends[to - 1]).trim();
    },
  };
}

/** Where short texts are written: an array of its own for each would take longer than the folding. */
const desk = new Uint16Array(2048);

/** Where the units of a folded text come from: where that begins in the original, and where it ends. */
interface Places {
  readonly origins: Uint32Array;
  readonly ends: Uint32Array;
}

function placesIn(original: string): Places {
  const places = { origins: new Uint32Array(original.length), ends: new Uint32Array(original.length) };
  write(original, new Uint16Array(original.length), places);
  return places;
}

/** Writes the folded text, and where its units come from if anybody asks. @returns its length */
function write(original: string, units: Uint16Array, places?: Places): number {
  const joined = joinFigures(original);
  let length = 0;
  let gap = 0; // the white space since the last character: 0, SPACE or NEWLINE
  for (let i = 0; i < original.length; i++) {
    const start = i;
    const code = original.charCodeAt(i);
    let unit = table[code] ?? UNKNOWN;
    if (unit === UNKNOWN) unit = unitOf(code);
    if (code >= 0xd800 && code <= 0xdbff) {
      const pair = beyondFirstPlane(original.slice(i, i + 2));
      if (pair) [unit, i] = [pair.unit, i + 1];
    }
    if (unit === 0 || (joined !== none && joined.has(start))) continue;
    if (unit === NEWLINE || unit === SPACE) {
      if (gap !== NEWLINE) gap = unit;
      continue;
    }
    if (gap !== 0) {
      if (length > 0 && (gap === NEWLINE || (!isCjk(units[length - 1] ?? 0) && !isCjk(unit)))) {
        if (places) [places.origins[length], places.ends[length]] = [start - 1, start];
        units[length++] = gap;
      }
      gap = 0;
    } else if (isMark(code)) {
      const composed = composedOf(length > 0 ? units[length - 1] : undefined, unit);
      if (composed !== undefined) {
        units[length - 1] = composed;
        if (places) places.ends[length - 1] = i + 1;
        continue;
      }
    }
    if (places) [places.origins[length], places.ends[length]] = [start, i + 1];
    units[length++] = unit;
  }
  return length;
}

/** The folded form alone: for comparing names and for compiling the lexicon's terms. */
export const folded = (text: string): string => fold(text).text;

const unusual = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}０-９Ａ-Ｚａ-ｚ＆]|\p{Default_Ignorable_Code_Point}/gu;

/**
 * A name as its owner writes it: without what nobody sees, with radicals and compatibility ideographs as usual, letters and
 * figures in half width.
 */
export const cleanName = (name: string): string =>
  name.replace(unusual, (one) => {
    const known = one.length === 1 ? radical.get(one.charCodeAt(0)) : undefined;
    if (known !== undefined) return String.fromCharCode(known);
    return /^\p{Default_Ignorable_Code_Point}$/u.test(one) ? '' : one.normalize('NFKC');
  });

/** Han, kana and the punctuation among them: white space beside these carries nothing. */
const isCjk = (unit: number): boolean => (unit >= 0x2e80 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff);

/** Accents, and the voicing marks of kana, that follow the letter they belong to. */
const isMark = (code: number): boolean =>
  (code >= 0x300 && code <= 0x36f) || code === 0x3099 || code === 0x309a || code === 0xff9e || code === 0xff9f;

function composedOf(letter: number | undefined, mark: number): number | undefined {
  if (letter === undefined) return undefined;
  const one = String.fromCharCode(letter, mark).normalize('NFC');
  return one.length === 1 ? one.charCodeAt(0) : undefined;
}

/**
 * A character beyond the first plane that Unicode folds into it (a compatibility ideograph, a mathematical letter) or that
 * nobody sees (a variation selector); undefined for one that stands for itself.
 */
function beyondFirstPlane(pair: string): { readonly unit: number } | undefined {
  if (pair.length < 2 || !pair.isWellFormed()) return undefined;
  if (ignorable.test(pair)) return { unit: 0 };
  const folding = pair.normalize('NFKC');
  return folding.length === 1 ? { unit: unitOf(folding.charCodeAt(0)) } : undefined;
}

/** Form by form, a UTF-16 unit as it is kept; 0 drops it. Only one-to-one foldings, so that every position leads back. */
function unitOf(code: number): number {
  const usual = code < 0x80 || (code >= 0xd800 && code < 0xe000) ? code : compatible(code);
  const character = radical.get(code) ?? usual;
  const simple = simplified.get(character) ?? (character >= 0x41 && character <= 0x5a ? character + 0x20 : character);
  return (table[code] = alike.get(code) ?? (code < 0x20 || code === 0x7f ? 0 : simple));
}

/** Marks that differ in shape alone. */
function marksAlike(): ReadonlyMap<number, number> {
  const groups = [
    ['‘’‛′', "'"],
    ['“”„″「」『』｢｣', '"'],
    ['‐‑‒–—―−', '-'],
    ['〔【﹝', '['],
    ['〕】﹞', ']'],
    ['・･•‧∙⋅●', '·'],
    ['\t\v\f\r', ' '],
    ['\n\u0085\u2028\u2029', '\n'],
  ] as const;
  return new Map(groups.flatMap(([from, to]) => [...from].map((one) => [one.charCodeAt(0), to.charCodeAt(0)])));
}

/** "萬 万|與 与|…": of several Simplified forms the first is the usual one. Data of the OpenCC project, Apache-2.0. */
function simplifiedForms(): ReadonlyMap<number, number> {
  const pairs = traditionalToSimplified.split('|');
  const single = pairs.filter((pair) => pair[1] === ' ' && (pair.length === 3 || pair[3] === ' '));
  return new Map(single.map((pair) => [pair.charCodeAt(0), pair.charCodeAt(2)]));
}

/** What Unicode holds to be the same character in its usual form (NFKC), or 0 for one that nobody sees. */
function compatible(code: number): number {
  const character = String.fromCharCode(code);
  if (ignorable.test(character)) return 0;
  if (space.test(character)) return SPACE;
  if (keepsItsForm.test(character)) return code;
  const folding = character.normalize('NFKC');
  return folding.length === 1 ? folding.charCodeAt(0) : code;
}
