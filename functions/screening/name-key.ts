import { foldHan } from './han.ts';
import { type FormClass, joined, type LegalForm, spaced } from './legal-forms.ts';

/** A name as names are compared: whose two keys are equal, their names differ only in how they are written. */
export interface NameKey {
  /** Without legal form, spaces and signs. */
  readonly core: string;
  /** Its words: what stands between spaces, and Latin letters apart from Han and kana. */
  readonly words: readonly string[];
  readonly form?: FormClass;
  /** Whether it bears a legal form at all: it is an organisation's name. */
  readonly formed: boolean;
}

/**
 * Folds what varies in writing and not in the name: widths, traditional, simplified and Japanese characters, hiragana and
 * katakana, small kana, a long vowel at a word's end (ー: JIS Z 8301 lets it fall), accents, legal forms and their places,
 * spaces, dots, hyphens, brackets, `&`, "and", アンド. Romanisation is left alone: おお is O, Oo, Oh or Ō by its owner's choice.
 */
export function nameKey(name: string): NameKey {
  const { rest, form, formed } = withoutForms(spacedOut(name));
  const words = rest.split(' ').flatMap(scripts);
  return { core: words.join(''), words, formed, ...(form && { form }) };
}

/** The name, the name without what stands in brackets, and that alone: 宇宙航空研究開発機構（JAXA）. */
export function nameVariants(written: string): readonly string[] {
  const name = unbracketed(written);
  const bracketed = [...name.normalize('NFKC').matchAll(/[([（]([^()[\]]{3,})[)\]]/g)].map(([, inner = '']) => inner);
  if (bracketed.length === 0) return [name];
  return [name, name.normalize('NFKC').replace(/[([][^()[\]]{3,}[)\]]/g, ' '), ...bracketed];
}

/** 日野自動車（株式会社）: a legal form in brackets is a legal form. */
const bracketedForm = new RegExp(
  `[([（]\\s*(${joined.flatMap(({ text }) => (text.length > 2 && !/[()]/.test(text) ? [text] : [])).join('|')})\\s*[)\\]）]`,
  'g',
);
const unbracketed = (name: string): string => name.replace(bracketedForm, ' $1 ').trim();

function spacedOut(name: string): string {
  const plain = unbracketed(name)
    .normalize('NFKC')
    .toLowerCase()
    // Accents of Latin letters; the marks of kana are other characters.
    .normalize('NFD')
    .replace(/[\u0300-\u036f\p{Cf}\ufe00-\ufe0f]/gu, '')
    .normalize('NFC');
  return foldKana(foldHan(plain))
    .replace(/[.'’‘`"“”「」『』]/g, '')
    .replace(/[,;:/\\|・·‧•_\-‐‑‒–—―−~〜]/g, ' ')
    .replace(/(?<=\S)アンド(?=\S)| ?[&+] ?| and /g, ' & ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** One kana for both, large for small, without the long vowel at a word's end. */
function foldKana(text: string): string {
  return text
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/[ァィゥェォッャュョヮヵヶ]/g, (kana) => large[kana] ?? kana)
    .replace(/(?<=[ァ-ヺ]{2})ー(?![ァ-ヺー])/g, '');
}

const large: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  [...'ァアィイゥウェエォオッツャヤュユョヨヮワヵカヶケ'].flatMap((kana, i, all) =>
    i % 2 === 0 ? [[kana, all[i + 1]]] : [],
  ),
);

interface Stripped {
  readonly rest: string;
  readonly form?: FormClass;
  readonly formed: boolean;
}

const longestFirst = (forms: readonly LegalForm[]): readonly LegalForm[] =>
  forms
    .map(({ text, ...form }) => ({ ...form, text: foldKana(foldHan(text)) }))
    .sort((a, b) => b.text.length - a.text.length);
const joinedForms = longestFirst(joined);
const spacedForms = longestFirst(spaced);

/** Takes legal forms off both ends, as long as there are any and something is left. */
function withoutForms(name: string): Stripped {
  let rest = name;
  let form: FormClass | undefined;
  for (let found = true; found;) {
    found = false;
    for (const { text, form: class_ } of joinedForms) {
      const cut = rest.startsWith(text)
        ? rest.slice(text.length)
        : rest.endsWith(text)
          ? rest.slice(0, -text.length)
          : undefined;
      if (cut === undefined || cut.trim() === '') continue;
      [rest, form, found] = [cut.trim(), form ?? class_, true];
      break;
    }
    for (const { text, form: class_ } of found ? [] : spacedForms) {
      if (!rest.endsWith(` ${text}`)) continue;
      const cut = rest.slice(0, -text.length - 1);
      // Mitsui & Co. is no Mitsui.
      if (cut.endsWith(' &')) [rest, found] = [`${cut} co`, text !== 'co'];
      else [rest, form, found] = [cut, form ?? class_, true];
      break;
    }
  }
  const bare = rest
    .replace(/^the (?=\S)/, '')
    .replace(/[()[\]{}<>〈〉《》【】〔〕]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { rest: bare || name, formed: rest !== name, ...(form && { form }) };
}

/** `tdkラムダ` is two words: tdk and ラムダ. */
const scripts = (word: string): readonly string[] =>
  word.match(/[\p{Script=Latin}\d&]+|[^\p{Script=Latin}\d&]+/gu) ?? [];
