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
const STOP = roleCode('stop');
const NUMBER = roleCode('number');
const YEAR = roleCode('year');
const PERIOD = 0x2e;
const SPACE = 0x20;

/** Finds the words that play a role. Headline editors of Chinese and Japanese write a space where others write a comma. */
export function tag(raw: string, script: Script, tagger: Tagger): Tagged {
  const parted =
    script === 'latin' ? raw : raw.replace(/(?<=[\u3040-\u9fff）」』”])[\s|｜／/]+(?=[\u3040-\u9fff（「『\d])/g, '，');
  const { text } = fold(parted);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const mark = marks.get(unit) ?? (unit === PERIOD && text.charCodeAt(at + 1) === SPACE ? STOP : undefined);
    if (mark !== undefined) {
      tokens.push({ role: mark, base: mark, from: at, to: ++at });
      continue;
    }
    const token = tagger(text, at) ?? numberAt(text, at);
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

function numberAt(text: string, from: number): Token | undefined {
  let to = from;
  while (isDigit(text.charCodeAt(to)) || (to > from && /[.,]/.test(text[to] ?? '') && isDigit(text.charCodeAt(to + 1))))
    to++;
  if (to === from) return undefined;
  const role = /^(?:19|20)\d\d$/.test(text.slice(from, to)) ? YEAR : NUMBER;
  return { role, base: role, from, to };
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
