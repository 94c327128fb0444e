import type { Restriction } from '../register/restriction.ts';
import type { BeijingDate } from '../time.ts';
import type { AlsoApplies } from './answer.ts';
import { type AnswerLanguage, catchAll, dutyOf } from './duties.ts';
import { standOf } from './standing.ts';

/** The Export Control Law's first day; its article 12 binds for goods in no list. */
const LAW_FROM = '2020-12-01';

/** What binds whoever, and whatever, is in no list: bans by use and user that are in force, and the law's catch-all. */
export function alsoAppliesOn(
  restrictions: Iterable<Restriction>,
  on: BeijingDate,
  language: AnswerLanguage,
): readonly AlsoApplies[] {
  const bans = [...restrictions]
    .filter(({ instrument, reach }) => instrument === 'country-ban' && reach !== 'elsewhere')
    .filter((restriction) => standOf(restriction, on).weight === 'binds')
    .map((restriction): AlsoApplies => {
      const { id, document } = restriction;
      return { rule: 'end-use-ban', measure: id, text: dutyOf(restriction, language), link: document.url };
    });
  if (on < LAW_FROM) return bans;
  return [...bans, { rule: 'catch-all', measure: 'npc/2020/export-control-law', text: catchAll(language) }];
}
