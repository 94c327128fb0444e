import { folded } from './fold.ts';
import { knownParties } from './parties.ts';

/** Where the side of the legal form, or more, is a guess, no alert prints it. */
const certain = knownParties.filter(({ ja, confidence }) => ja !== undefined && confidence !== 'low');
const byName = new Map(certain.flatMap(({ zh, en, ja }) => [[folded(zh), ja] as const, [folded(en), ja] as const]));

/** The Japanese name of a listed party, or undefined where the lexicon does not know it. Never a guess. */
export const japaneseName = (zh: string | undefined, en: string | undefined): string | undefined =>
  (zh && byName.get(folded(zh))) || (en && byName.get(folded(en))) || undefined;
