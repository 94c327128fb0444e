import type { Language } from '../../sources/source.ts';
import { english } from './en/english.ts';
import { japanese } from './ja/japanese.ts';
import type { Text } from './text.ts';
import { chinese } from './zh/chinese.ts';

export const texts: Readonly<Record<Language, Text>> = { en: english, ja: japanese, zh: chinese };
