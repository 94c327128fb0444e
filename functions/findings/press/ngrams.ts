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
  for (let from = -1; from < text.length; from++) {
    let hash = mix(salt, 10);
    for (let n = 1; n <= most && from + n <= text.length + 1; n++) {
      const at = from + n - 1;
      hash = mix(hash, at < 0 || at >= text.length ? SPACE : text.charCodeAt(at));
      if (n >= least) sink.add(mix(hash, n), Math.max(from, 0), Math.min(at + 1, text.length));
    }
  }
  if (script === 'latin') words(text, salt, sink);
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
