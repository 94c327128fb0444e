import type { Language } from '../../sources/source.ts';
import { english } from './en.ts';
import { japanese } from './ja.ts';
import type { SiteText } from './text.ts';
import { chinese } from './zh.ts';

export const texts: Readonly<Record<Language, SiteText>> = { en: english, ja: japanese, zh: chinese };
