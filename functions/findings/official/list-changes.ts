import { parseNumeral, numeral } from '../../lexicon/numerals.ts';
import type { Item, Party } from '../finding.ts';
import { controlCodes } from '../control-codes.ts';
import { hsCodesIn } from '../item-list.ts';
import type { Sentence } from './clauses.ts';
import { namesIn } from './names-in.ts';

/** Entries of a list of goods by their codes: those that come in or read anew, and those that go. */
export interface CodeChanges {
  readonly items: readonly Item[];
  readonly ended: readonly Item[];
}

const code = '(?<![\\da-z])\\d[a-e]\\d{3}';
const heading = new RegExp(
  `(?<ends>删除|删去|移除|取消)|(?<changes>增加|新增|增列|补充|修改|修订|调整|替换)(?=[^;。"]{0,20}?(?::|${code}))`,
  'g',
);

/** 删除：2B991；修改：将1C232…；增加：9A912…, with the codes beside the verb or on the lines under it. */
export function codeChanges(sentences: readonly Sentence[]): CodeChanges {
  const items: Item[] = [];
  const ended: Item[] = [];
  let into: Item[] | undefined;
  for (const sentence of sentences) {
    const heads = [...sentence.bare.matchAll(heading)];
    // A line under a heading begins with its code; any other sentence without a verb ends the row.
    const first = heads[0]?.index ?? sentence.bare.length;
    if (into && lineOfCode.test(sentence.text)) into.push(...entries(sentence, 0, first));
    else if (heads.length === 0) into = undefined;
    for (const [i, { index, 0: verb, groups }] of heads.entries()) {
      into = groups?.['ends'] === undefined ? items : ended;
      into.push(...entries(sentence, index + verb.length, heads[i + 1]?.index ?? sentence.text.length));
    }
  }
  return { items, ended };
}

const lineOfCode = new RegExp(`^(?:[^\\da-z]{0,6}|\\d{1,3}[.、)])${code}`);

/** One entry for each code of a range; what stands in quotation marks is wording, and names no entry. */
function entries(sentence: Sentence, from: number, to: number): readonly Item[] {
  const words = sentence.text.slice(from, to).replace(/"[^"]*"/g, (quoted) => '·'.repeat(quoted.length));
  const starts = [...words.matchAll(new RegExp(code, 'g'))].map(({ index }) => index);
  const seen = new Set<string>();
  return starts.flatMap((start, i): readonly Item[] => {
    const end = starts[i + 1] ?? words.length;
    const piece = words.slice(start, end);
    const codes = controlCodes(piece).filter((one) => !seen.has(one));
    for (const one of codes) seen.add(one);
    const text = sentence.words(from + start, from + end).replace(/[、，,；;。]$/, '');
    return codes.length > 0 ? [{ text: text.slice(0, 300), controlCodes: codes, hsCodes: hsCodesIn(piece) }] : [];
  });
}

const place = `第[(]?${numeral}[)]?(?:项|家|号|位)`;
const row = new RegExp(`(?<![条款])${place}(?:(?:[、,和及与]|以及)${place})*`, 'g');
const placesOf = (words: string): readonly number[] =>
  [...words.matchAll(new RegExp(numeral, 'g'))].flatMap(([figure]) => parseNumeral(figure) ?? []);

/** Who stands at which place of an annex, where sentences say so: 第6项甲、第11项乙; 第2项、第7项分别为甲、乙; 甲（第6项）. */
export function partiesAtPlaces(sentences: readonly Sentence[]): ReadonlyMap<number, Party> {
  const map = new Map<number, Party>();
  for (const sentence of sentences) {
    if (sentence.text.length > 4_000) continue;
    const rows = [...sentence.text.matchAll(row)].filter(({ index, 0: words }) => !isCitation(sentence, index, words));
    for (const [i, { index, 0: words }] of rows.entries()) {
      const places = placesOf(words);
      const end = index + words.length;
      const next = rows[i + 1]?.index ?? sentence.text.length;
      const bracketed = /[(](?:附件)?(?:中|所列)?$/.test(sentence.text.slice(0, index)) && sentence.text[end] === ')';
      const names = bracketed
        ? namesIn(namesBefore(sentence.words(0, index))).slice(-places.length)
        : namesIn(namesAlone(sentence.words(end, next)));
      if (names.length < places.length) continue;
      for (const [at, one] of places.entries()) {
        const name = names[at];
        if (name && !map.has(one)) map.set(one, name);
      }
    }
  }
  return map;
}

/** 系甲、乙重复列入, （甲）: the names without the words around them. */
const namesAlone = (words: string): string => {
  const inside = /^(?:所列)?(?:实体|企业|公司|机构)?[（(](?<names>[^（()）]{2,200}(?:[（(][^（()）]*[）)])?)[）)]/.exec(
    words,
  )?.groups?.['names'];
  return (inside ?? words)
    .replace(/^(?:分别)?(?:为|系|是|即)/, '')
    .replace(/(?<=(?:会社|公司|研究所|大学|中心|制作所|工厂))[“”"]?(?:均|皆|系|属|因|有误|重复|误|已|不|应).*$/s, '');
};

/** 误将甲、乙（附件: what stands in the clause before a bracket, without its verb. */
const namesBefore = (words: string): string =>
  words
    .replace(/[（(][^（）()]*$/, '')
    .replace(/^.*[，,；;：:]/s, '')
    .replace(/^.*(?:将|把|包括|所列)(?=.{4})/s, '');

/** 2028年第20号: the number of an announcement, and no place. */
const isCitation = ({ text }: Sentence, index: number, words: string): boolean =>
  words.endsWith('号') && /年$|\]$/.test(text.slice(0, index));

/** The places that a sentence of deletion names (附件第6项、第11项予以删除). */
export const placesDeleted = (sentences: readonly Sentence[]): readonly number[] =>
  sentences
    .filter(({ bare, text }) => /删除|删去/.test(bare) && text.length <= 4_000)
    .flatMap((sentence) =>
      [...sentence.text.matchAll(row)]
        .filter(({ index, 0: words }) => !isCitation(sentence, index, words) && words.includes('项'))
        .flatMap(({ 0: words }) => placesOf(words)),
    );
