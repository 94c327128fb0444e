import type { Term } from '../register/change.ts';
import { announcementName } from './announcement-name.ts';
import { excerpt } from './safe-text.ts';
import type { Text } from './text/text.ts';
import { familiesIn } from './topic.ts';

const FIRST = 6;
const WORDS = 40;

/** A term of a measure that an edit changed: `codes: 12 added (1C117.d, …), 3 removed (…)`. */
export function termIn(term: Term, { nouns, marks, days, body, language }: Text): string {
  return `${nouns.terms[term.name]}${marks.colon}${changeOf()}`;

  function changeOf(): string {
    switch (term.name) {
      case 'instrument':
        return fromTo(nouns.instruments[term.before], nouns.instruments[term.after]);
      case 'reach':
        return fromTo(nouns.reaches[term.before], nouns.reaches[term.after]);
      case 'effectiveOn':
      case 'until':
        return fromTo(
          term.before ? days.day(term.before) : body.words.none,
          term.after ? days.day(term.after) : body.words.none,
        );
      case 'extraterritorial':
        return fromTo(body.words[term.before ? 'yes' : 'no'], body.words[term.after ? 'yes' : 'no']);
      case 'announcement':
        return fromTo(announcementName(term.before, language), announcementName(term.after, language));
      case 'goods':
        return set(named(term.added), named(term.removed));
      case 'codes':
      case 'items':
      case 'endUses':
      case 'conditions':
      case 'staged':
        return set(term.added, term.removed);
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
