import { CLASSES, type Model, settled } from './model.ts';
import { bucketOf, Met, type Sink, valueOf } from './sink.ts';

/**
 * Adds up a model's weights while the features come: nothing is written down, and of a part's features, which all count alike,
 * the weights are added as the whole numbers that they are kept as.
 */
export class Scorer implements Sink {
  readonly #model: Model;
  readonly #met = new Met();
  /** Of the part, by class, in steps. */
  readonly #sums = new Int32Array(CLASSES);
  readonly #scores = new Float64Array(CLASSES);
  #features = 0;

  constructor(model: Model) {
    this.#model = model;
  }

  clear(): void {
    this.end(0);
    this.#scores.fill(0);
  }

  reading(): void {
    // Nobody asks where a feature stood.
  }

  add(hash: number): void {
    const bucket = bucketOf(hash);
    if (!this.#met.isFirst(bucket)) return;
    this.#features++;
    const { rows, ends, classes, weights } = this.#model;
    const row = rows[bucket] ?? 0;
    if (row === 0) return;
    const sums = this.#sums;
    const end = ends[row] ?? 0;
    for (let k = ends[row - 1] ?? 0; k < end; k++) {
      const c = classes[k] ?? 0;
      sums[c] = (sums[c] ?? 0) + (weights[k] ?? 0);
    }
  }

  end(weight: number): void {
    if (this.#features > 0) {
      const value = valueOf(weight, this.#features);
      for (let c = 0; c < CLASSES; c++) {
        this.#scores[c] = (this.#scores[c] ?? 0) + (this.#sums[c] ?? 0) * value;
        this.#sums[c] = 0;
      }
    }
    this.#features = 0;
    this.#met.forget();
  }

  /** The scores of every class of every head. */
  scores(): Float64Array {
    return settled(this.#model, this.#scores);
  }
}
