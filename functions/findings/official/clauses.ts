import type { Folded } from '../../lexicon/fold.ts';

/** A sentence of a folded text, with the way back to its words. */
export interface Sentence {
  /** Folded, on one line. */
  readonly text: string;
  /** The same, of the same length, with what stands in 《》 or brackets blanked: those quote, or add, and do not act. */
  readonly bare: string;
  readonly quote: string;
  /** Where it begins in the folded text. */
  readonly from: number;
  /** It ends by opening a list (`：`, 下列, 如下). */
  readonly opensList: boolean;
  readonly clauses: readonly Clause[];
  /** Whose acts it tells of where it names nobody; undefined: China's. An answer takes it from its question. */
  readonly topic?: 'foreign';
  /** The question that it answers, folded. */
  readonly asked?: string;
  /** The same, as published. */
  readonly askedQuote?: string;
  /** The original words behind a range of the sentence. */
  words(from: number, to: number): string;
}

/** A part of a sentence between commas, by its place in the sentence. */
export interface Clause {
  readonly from: number;
  readonly to: number;
}

/** Sentences, list items and headings, in order. Linear in the length. */
export function sentencesOf(text: Folded): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of text.text.matchAll(/(?:[^。;!?\n]|;(?=现))+[。;!?]?/g)) {
    const from = match.index;
    const words = match[0];
    if (/^[\s,.、。;:!?·]*$/.test(words)) continue;
    const bare = withoutAsides(words);
    sentences.push({
      text: words,
      bare,
      quote: text.quote(from, from + words.length),
      from,
      opensList: /:$/.test(words) || /(?:下列|以下|如下)[^。]{0,20}$/.test(words),
      clauses: clausesOf(bare),
      words: (start, end) => text.quote(from + start, from + end),
    });
  }
  return sentences;
}

/** 3,000: a comma between a figure and three more. */
const isFigure = (bare: string, comma: number): boolean =>
  /\d/.test(bare[comma - 1] ?? '') && /^\d{3}(?![\d年])/.test(bare.slice(comma + 1, comma + 5));

/** A sentence cut at commas and colons; figures keep theirs (3,000). */
function clausesOf(bare: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (let i = 0; i <= bare.length; i++) {
    const character = bare[i];
    const ends =
      character === undefined ||
      character === '。' ||
      character === ';' ||
      character === ':' ||
      (character === ',' && !isFigure(bare, i));
    if (!ends) continue;
    if (i > from) clauses.push({ from, to: i });
    from = i + 1;
  }
  return clauses;
}

/** Blanks what stands in 《》 and brackets, however deep; an unclosed one blanks nothing. */
export function withoutAsides(sentence: string): string {
  if (!/[《(]/.test(sentence)) return sentence;
  const opened: number[] = [];
  const deeper = new Int32Array(sentence.length + 1);
  for (let i = 0; i < sentence.length; i++) {
    const character = sentence[i] ?? '';
    if (character === '《' || character === '(') opened.push(i);
    else if (character === '》' || character === ')') {
      const start = opened.pop();
      if (start === undefined) continue;
      deeper[start + 1] = (deeper[start + 1] ?? 0) + 1;
      deeper[i] = (deeper[i] ?? 0) - 1;
    }
  }
  let depth = 0;
  return sentence
    .split('')
    .map((character, i) => ((depth += deeper[i] ?? 0) > 0 ? '·' : character))
    .join('');
}
