import type { Tagged } from './tag.ts';

/** Buckets that features are hashed to. */
export const BUCKETS = 1 << 18;

/** A place in the text that a feature was seen at: what people are shown of it. */
export interface Seen {
  readonly text: Tagged;
  readonly from: number;
  readonly to: number;
}

/** Collects features: buckets with values, each part of equal length however many it has. */
export class Sink {
  /** Buckets and their values, `size` of them. */
  buckets: Int32Array = new Int32Array(4096);
  values: Float32Array = new Float32Array(4096);
  size = 0;
  /** Where features were seen, if anybody asks. */
  readonly #seen: Seen[] | undefined;
  #start = 0;
  #round = 0;
  /** The round that a bucket was last added in: one feature counts once in its part. */
  readonly #last = new Int32Array(BUCKETS);
  #text: Tagged | undefined;

  constructor(seen?: Seen[]) {
    this.#seen = seen;
  }

  clear(): void {
    this.size = this.#start = 0;
    this.#round++;
  }

  /** The text that the next features are of. */
  reading(text: Tagged): void {
    this.#text = text;
  }

  add(hash: number, from: number, to: number): void {
    const bucket = (hash ^ (hash >>> 14)) & (BUCKETS - 1);
    if (this.#last[bucket] === this.#round) return;
    this.#last[bucket] = this.#round;
    if (this.size === this.buckets.length) this.#grow();
    this.buckets[this.size++] = bucket;
    if (this.#seen && this.#text) this.#seen.push({ text: this.#text, from, to });
  }

  /** Ends a part: its features share this length. */
  end(weight: number): void {
    if (this.size > this.#start) this.values.fill(weight / Math.sqrt(this.size - this.#start), this.#start, this.size);
    this.#start = this.size;
    this.#round++;
  }

  #grow(): void {
    const buckets = new Int32Array(2 * this.buckets.length);
    const values = new Float32Array(2 * this.values.length);
    buckets.set(this.buckets);
    values.set(this.values);
    this.buckets = buckets;
    this.values = values;
  }
}
