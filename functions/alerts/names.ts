import type { Party } from '../findings/finding.ts';
import { folded } from '../lexicon/fold.ts';
import { japaneseName } from '../lexicon/names.ts';
import { knownParents, knownParties } from '../lexicon/parties.ts';
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
  const all = withJapanese(party);
  const key = order[language].find((one) => all[one]);
  return excerpt((key && all[key]) ?? '?', NAME);
}

/** All names of a party: Chinese / English / Japanese, each once. */
export const namesOf = (party: Party): string => {
  const { zh, en, ja } = withJapanese(party);
  return [...new Set([zh, en, ja].flatMap((name) => (name ? [excerpt(name, NAME)] : [])))].join(' / ') || '?';
};

/** Rows of the journal that are older than a name in the lexicon lack it. */
function withJapanese(party: Party): Party {
  const ja = party.ja ?? japaneseName(party.zh, party.en);
  return ja ? { ...party, ja } : party;
}

const numberOf = new Map(
  knownParties.flatMap(({ measure, no, zh, en }) => {
    const id = `${measure}#${no}`;
    return [[folded(zh), id] as const, [folded(en), id] as const];
  }),
);
const inKanji = /\p{Script=Han}|\p{Script=Katakana}/u;

/** A group, and how many of the parties belong to it. */
export interface Group {
  readonly name: string;
  readonly count: number;
}

/** The groups that parties belong to, as far as publicly known, those with most of them first. */
export function groupsOf(parties: readonly Party[], language: Language): readonly Group[] {
  const ids = new Set(
    parties.map(({ zh, en }) => (zh && numberOf.get(folded(zh))) || (en && numberOf.get(folded(en)))),
  );
  return knownParents
    .map(({ names, of }) => ({ names, count: of.filter((id) => ids.has(id)).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ names, count }) => {
      const own = names.find((name) => inKanji.test(name) === (language !== 'en'));
      return { name: excerpt(own ?? names[0] ?? '?', NAME), count };
    });
}
