import { endUses } from '../lexicon/end-uses.ts';
import type { Folded } from '../lexicon/fold.ts';

/** The end users and end uses that a text names, in its own words, once each. */
export function endUsesIn(text: Folded): readonly string[] {
  const found = endUses.flatMap((pattern) => {
    const match = pattern.exec(text.text);
    return match ? [text.quote(match.index, match.index + match[0].length)] : [];
  });
  return [...new Set(found)].filter((one) => !found.some((other) => other !== one && other.includes(one)));
}
