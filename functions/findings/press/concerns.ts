import { codes } from './chunks.ts';
import type { Tagged } from './tag.ts';
import { roleCode, type Token } from './tagger.ts';

const sides = codes('cn', 'cngoods', 'of-cn', 'jp', 'jpfirm');
const topics = codes(
  ...['control', 'licence', 'general', 'list', 'watch', 'unreliable', 'rule', 'dual', 'goods', 'export'],
);
const countries = ['cn', 'jp', 'us', 'xx'];
/** A city acts for nobody. Where a thing that is controlled is named, it is one side of the trade. */
const isCity = codes('cn.city', 'jp.city');
const isLetter = codes(...countries.map((name) => `${name}.beside`));
const isCountryOrTo = codes(...countries, 'to');
const isEnd = codes('comma', 'stop', 'colon', 'question', 'quote');
/** What a council and a court do, too. */
const ANYBODY = roleCode('licence.anybody');

/** `plainly` names the subject; `perhaps` one side of it; `no` nothing. */
export type Concern = 'plainly' | 'perhaps' | 'no';

/**
 * Whether a headline may be about the subject at all. Most of a day's news names neither China nor Japan nor a thing that is
 * controlled, and ends here. What names no such thing with one of the two may still be news, but is never
 * told on one outlet's word: the reader has learned from nothing like most of it.
 */
export function concernOf(...texts: readonly Tagged[]): Concern {
  let [side, city] = [false, false];
  const named = new Set<number>();
  for (const { tokens } of texts) {
    for (const [i, { base, note }] of tokens.entries()) {
      if (topics.has(base)) {
        if (note !== ANYBODY) named.add(base);
      } else if (isCity.has(note)) city = true;
      else if (sides.has(base)) side ||= !isLetter.has(note) || isCountry(tokens, i);
    }
  }
  if (named.size > 1 || (named.size === 1 && (side || city))) return 'plainly';
  return named.size === 1 || side ? 'perhaps' : 'no';
}

/**
 * A letter stands for a country beside the name of one, behind a preposition, where a clause begins with it, or with another
 * before a word that says what they do: 对日, 日中, 中美贸易. Anywhere else it is a piece of another word: 美術館, 大雨の中, 增加, 依法.
 */
function isCountry(tokens: readonly Token[], at: number): boolean {
  let [from, to] = [at, at];
  while (isLetter.has(tokens[from - 1]?.note ?? 0) && touch(tokens[from - 1], tokens[from])) from--;
  while (isLetter.has(tokens[to + 1]?.note ?? 0) && touch(tokens[to], tokens[to + 1])) to++;
  const [before, behind] = [tokens[from - 1], tokens[to + 1]];
  const follows = touch(before, tokens[from]);
  const goesOn = touch(tokens[to], behind);
  const begins = before === undefined ? tokens[from]?.from === 0 : follows && isEnd.has(before.base);
  const isNamed = (follows && isCountryOrTo.has(before?.base ?? 0)) || (goesOn && isCountryOrTo.has(behind?.base ?? 0));
  return isNamed || (goesOn && begins) || (to > from && (goesOn || begins));
}

const touch = (one: Token | undefined, next: Token | undefined): boolean => one !== undefined && one.to === next?.from;
