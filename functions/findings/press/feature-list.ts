import { bucketOf, Met, type Sink, valueOf } from './sink.ts';
import type { Tagged } from './tag.ts';

/** A place in the text that a feature was seen at: what people are shown of it. */
export interface Seen {
  readonly text: Tagged;
  readonly from: number;
  readonly to: number;
}

/** Writes features down, to teach a model with or to explain what it says: buckets with values. */
export class FeatureList implements Sink {
  /** Buckets and their values, `size` of them. */
  buckets: Int32Array = new Int32Array(4096);
  values: Float32Array = new Float32Array(4096);
  size = 0;
  /** Where features were seen, if anybody asks. */
  readonly #seen: Seen[] | undefined;
  readonly #met = new Met();
  #start = 0;
  #text: Tagged | undefined;

  constructor(seen?: Seen[]) {
    this.#seen = seen;
  }

  clear(): void {
    this.size = this.#start = 0;
    this.#met.forget();
  }

  reading(text: Tagged): void {
    this.#text = text;
  }

  add(hash: number, from: number, to: number): void {
    const bucket = bucketOf(hash);
    if (!this.#met.isFirst(bucket)) return;
    if (this.size === this.buckets.length) this.#grow();
    this.buckets[this.size++] = bucket;
    if (this.#seen && this.#text) this.#seen.push({ text: this.#text, from, to });
  }

  end(weight: number): void {
    if (this.size > this.#start) this.values.fill(valueOf(weight, this.size - this.#start), this.#start, this.size);
    this.#start = this.size;
    this.#met.forget();
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
