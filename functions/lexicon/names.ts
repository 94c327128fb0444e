import { folded } from './fold.ts';
import names from './party-names.json' with { type: 'json' };

/** A listed party by the names that the notice prints, and its Japanese one, as registered where that is known. */
export interface PartyNames {
  /** The measure that lists it, and its number in the annex. */
  readonly measure: string;
  readonly no: number;
  /** As the notice prints them, misprints kept. */
  readonly zh: string;
  readonly en: string;
  readonly ja?: string;
  /** The Japanese name follows from the characters, or the side of its legal form is unchecked: not to be printed. */
  readonly unsure?: boolean;
}

/** The 80 Japanese parties of Announcements 11, 12, 27 and 28 of 2026. */
export const partyNames: readonly PartyNames[] = names;

const byName = new Map(
  partyNames.flatMap(({ zh, en, ja, unsure }) =>
    ja === undefined || unsure ? [] : [[folded(zh), ja] as const, [folded(en), ja] as const],
  ),
);

/** The Japanese name of a listed party, or undefined where the lexicon does not know it. Never a guess. */
export const japaneseName = (zh: string | undefined, en: string | undefined): string | undefined =>
  (zh && byName.get(folded(zh))) || (en && byName.get(folded(en))) || undefined;
