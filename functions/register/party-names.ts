import type { Party } from '../findings/finding.ts';
import { folded } from '../lexicon/fold.ts';

/** A party's names as they are compared, however typeset: announcements print Chinese, English or both. */
export const partyKeys = (party: Party): readonly string[] =>
  [party.zh, party.en, party.ja].flatMap((name) => (name ? [folded(name).replace(/[\s.,·()&'-]/g, '')] : []));

/** Whether a party is among others, by any of its names. */
export function among(parties: readonly Party[]): (party: Party) => boolean {
  const names = new Set(parties.flatMap(partyKeys));
  return (party) => partyKeys(party).some((name) => names.has(name));
}

/** A clause as it is compared: 第一条第（三）项 and 第一条第(三)项 are one. */
export const clauseKey = (clause: string | undefined): string => folded(clause ?? '').replace(/[\s()（）]/g, '');

/** Whether two lists hold the same parties. */
export function sameNames(a: readonly Party[], b: readonly Party[]): boolean {
  return a.length === b.length && b.every(among(a)) && a.every(among(b));
}
