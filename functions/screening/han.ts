import newToOld from 'opencc-js/dict/JPShinjitaiCharacters';
import oldToNew from 'opencc-js/dict/JPShinjitaiCharactersRev';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/**
 * One form for a character as Japan, Taiwan and China write it: 機 機 机, 発 發 发, 豊 豐 丰. Data of the OpenCC project,
 * Apache-2.0. Of several simplified forms the first is the usual one.
 */
const table = hanTable();

export const foldHan = (text: string): string =>
  [...text].map((character) => table.get(character) ?? character).join('');

function hanTable(): ReadonlyMap<string, string> {
  const simplified = new Map(pairsOf(traditionalToSimplified));
  const found = new Map(simplified);
  const add = (modern: string, old: string): void => {
    if (!found.has(modern)) found.set(modern, simplified.get(old) ?? old);
  };
  for (const [modern, old] of pairsOf(newToOld)) add(modern, old);
  for (const [old, modern] of pairsOf(oldToNew)) add(modern, old);
  return found;
}

/** "萬 万|與 与|…": where several are given, the first. */
function pairsOf(pairs: string): readonly (readonly [from: string, to: string])[] {
  return pairs.split('|').flatMap((pair) => {
    const [from, to] = pair.split(' ');
    return from && to ? [[from, to] as const] : [];
  });
}
