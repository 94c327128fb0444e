import type { Party } from '../findings/finding.ts';
import type { Language } from '../sources/source.ts';
import { excerpt } from './safe-text.ts';

const NAME = 160;
const order: Readonly<Record<Language, readonly (keyof Party & Language)[]>> = {
  en: ['en', 'zh', 'ja'],
  ja: ['ja', 'zh', 'en'],
  zh: ['zh', 'en', 'ja'],
};

/** The name that a reader of a language knows a party by, as far as it is known. */
export function nameOf(party: Party, language: Language): string {
  const key = order[language].find((one) => party[one]);
  return excerpt((key && party[key]) ?? '?', NAME);
}

/** All names of a party: Chinese / English / Japanese, each once. */
export const namesOf = ({ zh, en, ja }: Party): string =>
  [...new Set([zh, en, ja].flatMap((name) => (name ? [excerpt(name, NAME)] : [])))].join(' / ') || '?';
