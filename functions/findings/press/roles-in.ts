import { fold, folded } from '../../lexicon/fold.ts';
import { chinese } from './words/zh.ts';
import { english } from './words/en.ts';
import { japanese } from './words/ja.ts';
import type { Role, Vocabulary } from './words/roles.ts';

export type Script = 'latin' | 'han' | 'kana';

/** A word of a headline, by what it does there. */
export interface Token {
  readonly role: Role;
  readonly text: string;
}

const comma = /[,;:、。|!](?!\d)| - /g;

const vocabularies: Readonly<Record<Script, readonly (readonly [Role, RegExp])[]>> = {
  latin: compile(english, (alternatives) => `(?<![\\w-])(?:${alternatives})(?![\\w])`),
  han: compile(chinese, (alternatives) => `(?:${alternatives})`),
  kana: compile(japanese, (alternatives) => `(?:${alternatives})`),
};

function compile(
  vocabulary: Vocabulary,
  frame: (alternatives: string) => string,
): readonly (readonly [Role, RegExp])[] {
  return Object.entries(vocabulary).map(([role, patterns]) => {
    // Longest first: alternation takes the first that fits.
    const alternatives = [...patterns].map(folded).sort((a, b) => b.length - a.length);
    return [role as Role, new RegExp(frame(alternatives.join('|')), 'g')] as const;
  });
}

export const scriptOf = (text: string): Script =>
  /[぀-ヿ]/.test(text) ? 'kana' : /[一-鿿]/.test(text) ? 'han' : 'latin';

/**
 * The words of a sentence that play a role, in order; the longest word at a place wins, and no two overlap. Headline
 * editors of Chinese and Japanese write a space where others write a comma.
 */
export function rolesIn(sentence: string, script: Script): readonly Token[] {
  const spaced =
    script === 'latin' ? sentence : sentence.replace(/(?<=[぀-鿿）」』”])[\s|｜／/]+(?=[぀-鿿（「『\d])/g, '，');
  // 、 parts the members of a list in Chinese, and clauses in Japanese.
  const listed = script === 'han' ? spaced.replaceAll('、', ' ') : spaced;
  const text = fold(listed).text.replaceAll('\n', ' ');
  const patterns = [...vocabularies[script], ['comma', comma] as const];
  const nexts = patterns.map(([role, pattern]) => nextMatch(role, pattern, text, 0));
  const tokens: Token[] = [];
  for (;;) {
    const found = nexts.reduce(better, undefined);
    if (found === undefined) break;
    tokens.push({ role: found.role, text: found.text });
    const end = found.from + found.text.length;
    for (const [i, [role, pattern]] of patterns.entries()) {
      if ((nexts[i]?.from ?? end) < end) nexts[i] = nextMatch(role, pattern, text, end);
    }
  }
  return tokens;
}

interface Match extends Token {
  readonly from: number;
}

function nextMatch(role: Role, pattern: RegExp, text: string, from: number): Match | undefined {
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] !== '') return { role, text: match[0], from: match.index };
    pattern.lastIndex++;
  }
  return undefined;
}

/** The earlier of two matches; at one place the longer. */
const better = (a: Match | undefined, b: Match | undefined): Match | undefined =>
  a === undefined || (b !== undefined && (b.from < a.from || (b.from === a.from && b.text.length > a.text.length)))
    ? b
    : a;
