import { featuresOf } from './features.ts';
import { acts, genres } from './labels.ts';
import { columns, scoresOf, shares } from './model.ts';
import { tagged } from './for-reading.ts';
import { theModel } from './read-headline.ts';
import { FeatureList, type Seen } from './feature-list.ts';

/** Words of a headline, and how far they move the log odds that it is news of our subject. */
export interface Weighed {
  readonly words: string;
  readonly weight: number;
}

const SHOWN = 10;

/**
 * What speaks for and against: the weights of everything that was seen at the same words, together; features of no one
 * place count for the whole. Strongest first, at most ten either way.
 */
export function reasonsOf(
  title: string,
  summary: string,
): { readonly pro: readonly Weighed[]; readonly con: readonly Weighed[] } {
  const model = theModel();
  const seen: Seen[] = [];
  const list = new FeatureList(seen);
  featuresOf(...tagged(title, summary, model), list);
  const scores = scoresOf(model, list);
  // Relevance is all acts against all the rest, so a weight counts by the share that its class has of its side.
  const genre = shares(scores, columns.genre);
  const sum = (from: number, to: number): number => genre.slice(from, to).reduce((total, share) => total + share, 0);
  const [ours, rest] = [sum(0, acts.length), sum(acts.length, genres.length)];
  const byWords = new Map<string, number>();
  for (let i = 0; i < list.size; i++) {
    const row = model.rows[list.buckets[i] ?? 0] ?? 0;
    let weight = 0;
    for (let k = model.ends[row - 1] ?? 0; k < (model.ends[row] ?? 0); k++) {
      const column = model.classes[k] ?? 0;
      const share = genre[column];
      if (share === undefined) continue;
      weight +=
        (model.weights[k] ?? 0) * (model.steps[column] ?? 0) * (column < acts.length ? share / ours : -share / rest);
    }
    const words = wordsOf(seen[i]);
    byWords.set(words, (byWords.get(words) ?? 0) + weight * (list.values[i] ?? 0));
  }
  const weighed = [...byWords].map(([words, weight]) => ({ words, weight }));
  return {
    pro: weighed
      .sort((a, b) => b.weight - a.weight)
      .filter(({ weight }) => weight > 0)
      .slice(0, SHOWN),
    con: weighed
      .sort((a, b) => a.weight - b.weight)
      .filter(({ weight }) => weight < 0)
      .slice(0, SHOWN),
  };
}

/** The words at a place, whole: a piece of a word stands for the word. */
function wordsOf(seen: Seen | undefined): string {
  if (seen === undefined || seen.to === 0) return 'all of it together';
  const { text, script } = seen.text;
  let { from, to } = seen;
  if (script === 'latin') {
    while (from > 0 && /\S/.test(text[from - 1] ?? '')) from--;
    while (to < text.length && /\S/.test(text[to] ?? '')) to++;
  }
  return text.slice(from, to).trim();
}
