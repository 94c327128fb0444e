import type { Tagged } from './tag.ts';

/** Buckets that features are hashed to. */
export const BUCKETS = 1 << 18;

/** The bucket of a feature. */
export const bucketOf = (hash: number): number => (hash ^ (hash >>> 14)) & (BUCKETS - 1);

/** What takes the features of a headline, part by part. In one part a feature counts once. */
export interface Sink {
  /** The text that the next features are of. */
  reading(text: Tagged): void;
  /** @param from where in that text it was seen; `from` and `to` are 0 for what stands at no one place */
  add(hash: number, from: number, to: number): void;
  /** Ends a part: its features share this length, however many they are. */
  end(weight: number): void;
}

/** What each of a part's features counts, as the model was taught with it: a number of 32 bits. */
export const valueOf = (weight: number, features: number): number => Math.fround(weight / Math.sqrt(features));

/** The buckets that were met in this part; forgetting all of them costs nothing. */
export class Met {
  readonly #rounds = new Uint8Array(BUCKETS);
  #round = 0;

  constructor() {
    this.forget();
  }

  forget(): void {
    if (++this.#round <= 0xff) return;
    this.#rounds.fill(0);
    this.#round = 1;
  }

  /** Whether it is the first time; it is not, from then on. */
  isFirst(bucket: number): boolean {
    if (this.#rounds[bucket] === this.#round) return false;
    this.#rounds[bucket] = this.#round;
    return true;
  }
}
