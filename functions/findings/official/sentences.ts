import type { Folded } from '../../lexicon/fold.ts';

/** A sentence of a folded text, with the way back to its words. */
export interface Sentence {
  /** Folded, without line breaks. */
  readonly text: string;
  readonly quote: string;
  /** It ends by opening a list (`：`, 下列, 如下). */
  readonly opensList: boolean;
}

/** Sentences, list items and headings, in order. */
export function sentencesOf(text: Folded): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of text.text.matchAll(/[^。;!?\n]+[。;!?]?/g)) {
    const from = match.index;
    const words = match[0];
    if (words.trim() === '') continue;
    sentences.push({
      text: words,
      quote: text.quote(from, from + words.length),
      opensList: /:$/.test(words) || /(?:下列|以下|如下)[^。]{0,20}$/.test(words),
    });
  }
  return sentences;
}

/** Titles stand between 《》, or in brackets behind a number; what they say is not what the sentence does. */
export const withoutTitles = (sentence: string): string =>
  sentence.replace(/《[^》]*》/g, '《》').replace(/(?<=号)[(](?:公布|关于|发布)[^()]*[)]/g, '');
