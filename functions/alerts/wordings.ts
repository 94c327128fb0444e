import type { Language } from '../sources/source.ts';
import { wordingEn } from './wording-en.ts';
import { wordingJa } from './wording-ja.ts';
import { wordingZh } from './wording-zh.ts';
import type { Wording } from './wording.ts';

export const wordings: Readonly<Record<Language, Wording>> = { en: wordingEn, ja: wordingJa, zh: wordingZh };
