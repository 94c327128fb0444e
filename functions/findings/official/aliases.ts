import type { Alteration } from '../finding.ts';
import type { Sentence } from './clauses.ts';
import { namesIn } from './names-in.ts';

const says =
  /(?:增列|增加|增补|补充|新增|加注)(?:为|以下|下列)?[^,"]{0,6}(?:别名|别称|又称|常用名称?|简称|曾用名)(?:为|:)?|(?:别名|别称|常用名称?)(?:补充|增加|增列)为?/;

/** 甲株式会社，增列别名“乙”（B）: the further names of those who are listed, where the sentence names whose they are. */
export function aliasesIn(sentences: readonly Sentence[]): NonNullable<Alteration['aliases']> {
  return sentences.flatMap((sentence) => {
    const match = sentence.text.length > 2_000 ? null : says.exec(sentence.text);
    if (!match) return [];
    const party = namesIn(sentence.words(0, match.index)).at(-1);
    const behind = sentence.words(match.index + match[0].length, sentence.text.length);
    const names = [
      ...behind.matchAll(/[“"「](?<name>[^”"」]{1,100})[”"」](?:[（(](?<also>[^（()）]{1,100})[）)])?/g),
    ].flatMap(({ groups }) => [groups?.['name'], groups?.['also']].filter((name) => name !== undefined));
    return party && names.length > 0 ? [{ party, names }] : [];
  });
}
