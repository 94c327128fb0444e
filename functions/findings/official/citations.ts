import { type AnnouncementNumber, type Citation, announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import { numeral, parseNumeral } from '../../lexicon/numerals.ts';

/** The announcements that a document names in full, by their serial numbers; those that share one stand for neither. */
export type ShortNumbers = ReadonlyMap<number, AnnouncementNumber | undefined>;

/** What 第58号公告 and 公告第27号 stand for in a document, from its title and text. */
export function shortNumbersOf(...texts: readonly string[]): ShortNumbers {
  const map = new Map<number, AnnouncementNumber | undefined>();
  for (const { number } of texts.flatMap(announcementNumbers)) {
    const serial = Number(/\/(?<serial>\d+)$/.exec(number)?.groups?.['serial']);
    map.set(serial, map.has(serial) && map.get(serial) !== number ? undefined : number);
  }
  return map;
}

const one = `第?${numeral}号`;
const row = new RegExp(
  `(?<before>公告)?(?<!年|[\\]\\d])(?<numbers>${one}(?:(?:[、,和及与]|以及)${one})*)(?<after>公告)?`,
  'g',
);

/** The announcements that words name, in full or, where the document has named them in full, by number alone. */
export function citationsIn({ shortNumbers }: Naming, words: string): readonly Citation[] {
  const full = announcementNumbers(words);
  if (shortNumbers.size === 0 || !/第[\d一二三四五六七八九十]{1,5}号|公告[\d一二三四五六七八九十]|号公告/.test(words))
    return full;
  let next = 0;
  const short = [...words.matchAll(row)].flatMap((match): readonly Citation[] => {
    const { before, numbers = '', after } = match.groups ?? {};
    const from = match.index + (before?.length ?? 0);
    while ((full[next]?.to ?? Infinity) <= from) next++;
    if ((full[next]?.from ?? Infinity) <= from) return [];
    const named = [...numbers.matchAll(new RegExp(numeral, 'g'))].map(([figure]) =>
      shortNumbers.get(parseNumeral(figure) ?? 0),
    );
    const all = named.filter((number) => number !== undefined);
    // 第55号、第56号继续暂停: numbers alone stand for announcements where each is known, and nothing else is numbered so.
    const alone = (before ?? after) === undefined;
    if (alone && (all.length < named.length || !numbersAlone.test(around(words, match)))) return [];
    return all.map((number) => ({ number, from, to: match.index + match[0].length }));
  });
  return short.length === 0 ? full : [...full, ...short].sort((a, b) => a.from - b.from);
}

/** Where a number stands by itself: at the head of a clause or behind a verb, and no order, batch or room before or behind it. */
const numbersAlone =
  /^(?:|.*[,。;:、\n)"]|.*(?:其中|对|将|就|和|及|与|暂停|恢复|停止|废止|继续|实施|执行|延长))\|(?!楼|线|机|令|文|产品|机床|楼|仓|馆)/s;
const around = (words: string, { index, 0: found }: RegExpExecArray): string =>
  `${words.slice(Math.max(0, index - 4), index)}|${words.slice(index + found.length, index + found.length + 4)}`;

/** A document whose short numbers are known. */
export interface Naming {
  readonly shortNumbers: ShortNumbers;
}
