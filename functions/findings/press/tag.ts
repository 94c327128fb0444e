import { fold } from '../../lexicon/fold.ts';
import { isLatin, roleCode, type Tagger, type Token } from './tagger.ts';

/** The script decides which words come first where two languages write one word. */
export const scripts = ['latin', 'han', 'kana'] as const;
export type Script = (typeof scripts)[number];

/** A title or summary, folded, with the words that play a role in it, in order. */
export interface Tagged {
  readonly text: string;
  readonly script: Script;
  readonly tokens: readonly Token[];
}

export const scriptOf = (text: string): Script =>
  /[\u3040-\u30ff]/.test(text) ? 'kana' : /[\u4e00-\u9fff]/.test(text) ? 'han' : 'latin';

/** Marks and numbers are words too: they part clauses, ask, quote and count. */
const marks = new Map(
  Object.entries({ comma: ',、;|…', colon: ':', stop: '。!\n', question: '?', quote: '"' }).flatMap(([name, units]) =>
    [...units].map((unit) => [unit.charCodeAt(0), roleCode(name)] as const),
  ),
);
/** Whether a unit may be one of them. */
const mayBeMark = (unit: number): boolean => unit < 0x40 || unit === 0x7c || (unit >= 0x2026 && unit <= 0x3002);
const STOP = roleCode('stop');
const NUMBER = roleCode('number');
const YEAR = roleCode('year');
const PERIOD = 0x2e;
const SPACE = 0x20;

/** Finds the words that play a role. Headline editors of Chinese and Japanese write a space where others write a comma. */
export function tag(raw: string, script: Script, tagger: Tagger): Tagged {
  const { text } = fold(script === 'latin' || !/[\s|｜／/]/.test(raw) ? raw : withCommas(raw));
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const mark = mayBeMark(unit) ? markAt(text, at, unit) : undefined;
    if (mark !== undefined) {
      tokens.push({ role: mark, base: mark, note: 0, from: at, to: ++at });
      continue;
    }
    const token = tagger(text, at) ?? (isDigit(unit) ? numberAt(text, at) : undefined);
    if (token) {
      tokens.push(token);
      at = token.to;
    } else if (isLatin(unit)) {
      do at++;
      while (isLatin(text.charCodeAt(at)));
    } else at++;
  }
  return { text, script, tokens };
}

const withCommas = (text: string): string =>
  text.replace(/(?<=[\u3040-\u9fff）」』”])[\s|｜／/]+(?=[\u3040-\u9fff（「『\d])/g, '，');

const markAt = (text: string, at: number, unit: number): number | undefined =>
  marks.get(unit) ?? (unit === PERIOD && text.charCodeAt(at + 1) === SPACE ? STOP : undefined);

/** The number that begins with a digit. */
function numberAt(text: string, from: number): Token {
  let to = from + 1;
  while (isDigit(text.charCodeAt(to)) || (/[.,]/.test(text[to] ?? '') && isDigit(text.charCodeAt(to + 1)))) to++;
  const role = /^(?:19|20)\d\d$/.test(text.slice(from, to)) ? YEAR : NUMBER;
  return { role, base: role, note: 0, from, to };
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
