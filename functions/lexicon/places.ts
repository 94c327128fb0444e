import { countries, type Country } from './countries.ts';

/** Places that Chinese measures are aimed at or that act themselves; all but four are one to us. */
export interface Place {
  readonly code: 'jp' | 'us' | 'tw' | 'eu' | 'other';
  readonly zh: readonly string[];
  /** One-character forms of Chinese headlines (`对日`, `美解除…`), used only where their place in the phrase is plain. */
  readonly short: string;
  readonly en: readonly string[];
  readonly ja: readonly string[];
}

const codes: Readonly<Record<string, Place['code']>> = { JP: 'jp', US: 'us', TW: 'tw', EU: 'eu' };

const placeOf = (code: Place['code'], those: readonly Country[]): Place => ({
  code,
  zh: those.flatMap(({ zh }) => zh),
  short: those.map(({ short = '' }) => short).join(''),
  en: those.flatMap(({ en, adjectives }) => [...en, ...adjectives]),
  ja: those.flatMap(({ ja }) => ja),
});

export const places: readonly Place[] = (['jp', 'us', 'tw', 'eu', 'other'] as const).map((code) =>
  placeOf(
    code,
    countries.filter((country) => (codes[country.code] ?? 'other') === code),
  ),
);
