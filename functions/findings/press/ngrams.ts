import { mix } from './hash.ts';
import type { Sink } from './sink.ts';
import type { Tagged } from './tag.ts';
import { isLatin } from './tagger.ts';

/** Characters in a piece: of Latin script, and of Chinese and Japanese. */
const LATIN = { least: 3, most: 4 };
const CJK = { least: 2, most: 3 };
const SPACE = 0x20;

/** Pieces of words as they stand, with the space at either end; of Latin script also words, and two side by side. */
export function ngrams({ text, script }: Tagged, salt: number, sink: Sink): void {
  const { least, most } = script === 'latin' ? LATIN : CJK;
  const units = spaced(text);
  const start = mix(salt, 10);
  for (let from = 0; from <= text.length; from++) {
    let hash = start;
    const longest = Math.min(most, units.length - from);
    for (let n = 1; n <= longest; n++) {
      hash = mix(hash, units[from + n - 1] ?? SPACE);
      if (n >= least) sink.add(mix(hash, n), Math.max(from - 1, 0), Math.min(from + n - 1, text.length));
    }
  }
  if (script === 'latin') words(text, salt, sink);
}

/** Letter by letter, with a space at either end. */
function spaced(text: string): Uint16Array {
  const units = new Uint16Array(text.length + 2).fill(SPACE);
  for (let i = 0; i < text.length; i++) units[i + 1] = text.charCodeAt(i);
  return units;
}

function words(text: string, salt: number, sink: Sink): void {
  let before = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isLatin(text.charCodeAt(at))) continue;
    const from = at;
    let hash = mix(salt, 11);
    for (; isLatin(text.charCodeAt(at)); at++) hash = mix(hash, text.charCodeAt(at));
    sink.add(hash, from, at);
    if (before !== 0) sink.add(mix(before, hash), start, at);
    before = hash;
    start = from;
  }
}
