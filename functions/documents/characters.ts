import type { Language } from '../sources/source.ts';

/** What became of words on their way here. */
export type Spoilt = 'mojibake' | 'unreadable characters' | 'question marks for Chinese';

/**
 * Latin-1 or Windows readings of Chinese characters in a row, whose invisible thirds may have been cleaned away; or 锟斤拷:
 * replacement characters read as GBK. No language writes three of ã to é one after the other.
 */
const misread =
  /(?=[^\s]{0,8}[\x80-\xbf\u0152-\u0178\u02c6-\u2122])(?:[ã-é][\x80-\xbf\u0152-\u0178\u02c6-\u2122]{0,2}){3,}|(?:锟斤拷)+/g;
/** Servers that lose the charset answer `?` for every character. English never strings three together in the midst of words. */
const lostWords = /\?{3,}/g;
const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/**
 * What is wrong with one row's words, if anything. An English headline may end in four question marks; a Chinese one that holds
 * them beside little Chinese has lost its own.
 */
export function spoiltIn(words: string, language: Language): Spoilt | undefined {
  if (words.includes('\ufffd')) return 'unreadable characters';
  if (words.search(misread) >= 0) return 'mojibake';
  return language !== 'en' && words.includes('???') && lengthOf(words, lostWords) > countOf(words, wide) / 10
    ? 'question marks for Chinese'
    : undefined;
}

/** What a whole text is spoilt by, when a tenth or more of what it says is lost; a few letters are a few letters. */
export function mostlySpoilt(text: string, language: Language): Spoilt | undefined {
  const said = countOf(text, /[^\0-\x7f]/g) || 1;
  if (countOf(text, /\ufffd/g) / said >= 0.1) return 'unreadable characters';
  if (lengthOf(text, misread) / said >= 0.1) return 'mojibake';
  const asked = language === 'en' || !text.includes('???') ? 0 : lengthOf(text, lostWords);
  return asked >= 4 && asked / (asked + countOf(text, wide)) >= 0.1 ? 'question marks for Chinese' : undefined;
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const lengthOf = (text: string, pattern: RegExp): number =>
  (text.match(pattern) ?? []).reduce((sum, found) => sum + found.length, 0);
