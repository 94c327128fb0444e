import { numeral, parseNumeral } from '../../lexicon/numerals.ts';
import type { BeijingDate } from '../../time.ts';
import type { Sentence } from './clauses.ts';
import { periodOf } from './days.ts';

const row = new RegExp(`第${numeral}(?:项|条)?(?:(?:[、,和及与]|以及)第?${numeral}(?:项|条)?)*`, 'g');

/** 第1、2项自6月1日起，第三项自公布之日起: the day on which each entry of the list that a text bears begins. */
export function daysOfPlaces(
  sentences: readonly Sentence[],
  publishedOn: BeijingDate | undefined,
): ReadonlyMap<number, BeijingDate> {
  const days = new Map<number, BeijingDate>();
  for (const { bare } of sentences) {
    if (!/第[^,。]{1,40}[项条]/.test(bare) || !/起|施行|实施|执行|废止/.test(bare) || bare.length > 2_000) continue;
    let waiting: number[] = [];
    for (const clause of bare.split(/[,;]/)) {
      const places = [...clause.matchAll(row)].filter(
        ({ index, 0: words }) => /[项条]/.test(words) && !/[》号]$/.test(clause.slice(0, index)),
      );
      if (places.length > 0) waiting = places.flatMap(({ 0: words }) => numbersIn(words));
      const { from } = periodOf(clause, publishedOn);
      if (from === undefined) continue;
      for (const place of waiting) days.set(place, from);
      waiting = [];
    }
  }
  return days;
}

const numbersIn = (words: string): number[] =>
  [...words.matchAll(new RegExp(numeral, 'g'))].flatMap(([figure]) => parseNumeral(figure) ?? []);

/** The number that a line of a list bears: 一、, 2., （三）. */
export function placeOf({ text }: Pick<Sentence, 'text'>): number | undefined {
  const mark =
    /^(?:(?<han>[一二三四五六七八九十]{1,3})、|(?<figure>\d{1,3})[.、)]|[(](?<round>[一二三四五六七八九十\d]{1,3})[)])/.exec(
      text,
    )?.groups;
  return parseNumeral(mark?.['han'] ?? mark?.['figure'] ?? mark?.['round'] ?? '');
}
