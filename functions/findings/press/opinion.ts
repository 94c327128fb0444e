import { type Act, acts, type Genre, genres, heads } from './labels.ts';
import { columns, type Model, shares } from './model.ts';

/** What the reader makes of a headline. */
export interface Opinion {
  /** How likely it reports news of our subject, calibrated. */
  readonly probability: number;
  /** The act, if it does. */
  readonly act: Act;
  /** What it is, most likely. */
  readonly genre: Genre;
  readonly instrument: (typeof heads.instrument)[number];
  readonly reach: (typeof heads.reach)[number];
}

/** What the scores say. */
export function opinionOf(scores: Float64Array, { calibration }: Pick<Model, 'calibration'>): Opinion {
  const genre = shares(scores, columns.genre);
  const { slope, offset } = calibration;
  return {
    probability: 1 / (1 + Math.exp(-(slope * relevanceOf(genre) + offset))),
    act: acts[best(genre.slice(0, acts.length))] ?? 'impose',
    genre: genres[best(genre)] ?? 'unrelated',
    instrument: heads.instrument[best(shares(scores, columns.instrument))] ?? 'items',
    reach: heads.reach[best(shares(scores, columns.reach))] ?? 'all',
  };
}

/** The log odds that a headline is news of our subject, whichever act. */
export function relevanceOf(genre: readonly number[]): number {
  const ours = genre.slice(0, acts.length).reduce((sum, share) => sum + share, 0);
  const rest = genre.slice(acts.length).reduce((sum, share) => sum + share, 0);
  return Math.log(Math.max(ours, 1e-9) / Math.max(rest, 1e-9));
}

const best = (list: readonly number[]): number => list.indexOf(Math.max(...list));
