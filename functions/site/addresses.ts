import { createHash } from 'node:crypto';
import type { Change } from '../register/change.ts';
import type { Restriction } from '../register/restriction.ts';
import { type Language, languages } from '../sources/source.ts';

/** `measures/mofcom-2026-1`; a measure that has no number is called by a hash of its address, which stays the same. */
export function pageNameOf({ id }: Pick<Restriction, 'id'>): string {
  const plain = id.replaceAll('/', '-').replace('#', '--');
  const safe = /^[a-z]+(?:-[a-z]+)*-\d[\da-z-]*$/.test(plain);
  return `measures/${safe ? plain : createHash('sha256').update(id).digest('hex').slice(0, 16)}`;
}

/**
 * Where a reader finds what a Change tells, as it stands when they look: the page of the one measure that it moves, else the
 * page of all changes. A measure that does not reach Japan has no page.
 * @param site its address, without a slash at its end
 */
export function sitePagesOf({ effects }: Pick<Change, 'effects'>, site: string): Readonly<Record<Language, string>> {
  const moved = effects.flatMap((effect) =>
    'restriction' in effect && effect.restriction.reach !== 'elsewhere' ? [pageNameOf(effect.restriction)] : [],
  );
  const [only, ...others] = new Set(moved);
  const name = only !== undefined && others.length === 0 ? only : 'changes';
  const pages = languages.map((language) => [language, `${site}/${language}/${name}.html`] as const);
  return Object.fromEntries(pages) as Record<Language, string>;
}
