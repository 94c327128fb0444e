import type { Instrument } from '../finding.ts';

/** The lists of parties, by the words that announcements use. */
export const partyLists: readonly (readonly [instrument: Instrument, phrase: RegExp])[] = [
  // 出口管制法 art. 18; 两用物项出口管制条例 art. 28
  ['control-list', /管控名单/],
  // 两用物项出口管制条例 art. 26
  ['watch-list', /关注名单/],
  // 不可靠实体清单规定 (MOFCOM Order 4 of 2020)
  ['unreliable-entity-list', /不可靠实体清单(?!工作机制|规定)/],
];

/** The lists of parties that words name, in their order. */
export function listsIn(bare: string): readonly Instrument[] {
  const found = partyLists.flatMap(([instrument, phrase]) => {
    const at = bare.search(phrase);
    return at < 0 ? [] : [{ instrument, at }];
  });
  return found.sort((a, b) => a.at - b.at).map(({ instrument }) => instrument);
}
