import type { Term } from '../register/change.ts';
import { announcementName } from './announcement-name.ts';
import { catalogueWords } from './catalogue-words.ts';
import { excerpt } from './safe-text.ts';
import type { Text } from './text/text.ts';
import { familiesIn } from './topic.ts';

const FIRST = 6;
const WORDS = 40;

/** A term of a measure that an edit changed: `codes: 12 added (1C117.d, …), 3 removed (…)`. */
export function termIn(term: Term, { nouns, marks, days, body, language }: Text): string {
  if (term.name === 'catalogue') return catalogueWords(term, language);
  const one = term;
  return `${nouns.terms[term.name]}${marks.colon}${changeOf()}`;

  function changeOf(): string {
    switch (one.name) {
      case 'instrument':
        return fromTo(nouns.instruments[one.before], nouns.instruments[one.after]);
      case 'reach':
        return fromTo(nouns.reaches[one.before], nouns.reaches[one.after]);
      case 'effectiveOn':
      case 'until':
        return fromTo(
          one.before ? days.day(one.before) : body.words.none,
          one.after ? days.day(one.after) : body.words.none,
        );
      case 'extraterritorial':
        return fromTo(body.words[one.before ? 'yes' : 'no'], body.words[one.after ? 'yes' : 'no']);
      case 'announcement':
        return fromTo(announcementName(one.before, language), announcementName(one.after, language));
      case 'goods':
        return set(named(one.added), named(one.removed));
      case 'codes':
      case 'items':
      case 'endUses':
      case 'conditions':
      case 'staged':
        return set(one.added, one.removed);
    }
  }

  function named(families: readonly string[]): readonly string[] {
    return familiesIn(families).map((family) => nouns.goods[family]);
  }

  function set(added: readonly string[], removed: readonly string[]): string {
    return [
      ...(added.length > 0 ? [body.came(added.length, first(added))] : []),
      ...(removed.length > 0 ? [body.went(removed.length, first(removed))] : []),
    ].join(marks.comma);
  }

  function first(values: readonly string[]): string {
    const shown = values.slice(0, FIRST).map((value) => excerpt(value, WORDS));
    return shown.join(marks.comma) + (values.length > FIRST ? `${marks.comma}…` : '');
  }
}

const fromTo = (before: string, after: string): string => `${before} → ${after}`;
