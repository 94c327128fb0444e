import { BUCKETS } from '../../findings/press/sink.ts';

/** One text as features, and the classes that its label allows: several where it says no more than "one of these". */
export interface Example {
  readonly buckets: Int32Array;
  readonly values: Float32Array;
  readonly allowed: readonly number[];
}

/** What was learned: a weight for each bucket and class, bucket after bucket, and a bias for each class. */
export interface Weights {
  readonly classes: number;
  readonly weights: Float32Array;
  readonly bias: Float64Array;
}

// Chosen by cross-validation; see README.md of the press room for what others gave.
const EPOCHS = 4;
const RATE = 2;
const BIAS_RATE = 0.1;
/** A class as improbable as this is right already: its weights need no change. */
const IDLE = 1e-3;

/**
 * Multinomial logistic regression by FTRL-proximal (McMahan et al., "Ad click prediction", KDD 2013), without penalties:
 * it stops early. The same examples in the same order give the same bytes.
 */
export function learn(examples: readonly Example[], classes: number, epochs = EPOCHS): Weights {
  const weights = new Float32Array(BUCKETS * classes);
  const pull = new Float32Array(BUCKETS * classes);
  const squares = new Float32Array(BUCKETS * classes);
  const bias = new Float64Array(classes);
  const biasSquares = new Float64Array(classes);
  const model = { classes, weights, bias };
  const slope = new Float64Array(classes);
  /** The classes whose weights an example moves. */
  const moving = new Uint8Array(classes);
  const order = examples.map((_, i) => i);
  const random = randomFrom(20_260_106);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const example = examples[i];
      if (example === undefined) continue;
      slopeAt(model, example, slope);
      let moved = 0;
      for (let c = 0; c < classes; c++) {
        const g = slope[c] ?? 0;
        if (Math.abs(g) >= IDLE) moving[moved++] = c;
        biasSquares[c] = (biasSquares[c] ?? 0) + g * g;
        bias[c] = (bias[c] ?? 0) - (BIAS_RATE / Math.sqrt(1 + (biasSquares[c] ?? 0))) * g;
      }
      const { buckets, values } = example;
      for (let k = 0; k < buckets.length; k++) {
        const offset = (buckets[k] ?? 0) * classes;
        const value = values[k] ?? 0;
        for (let m = 0; m < moved; m++) {
          const c = moving[m] ?? 0;
          const at = offset + c;
          const step = (slope[c] ?? 0) * value;
          const before = squares[at] ?? 0;
          const after = before + step * step;
          const root = Math.sqrt(after);
          const pulled = (pull[at] ?? 0) + step - ((root - Math.sqrt(before)) / RATE) * (weights[at] ?? 0);
          pull[at] = pulled;
          squares[at] = after;
          weights[at] = (-pulled * RATE) / (1 + root);
        }
      }
    }
  }
  return model;
}

/** Scores of an example, before they become probabilities. */
export function scoresOf(
  { classes, weights, bias }: Weights,
  { buckets, values }: Omit<Example, 'allowed'>,
): Float64Array {
  const scores = Float64Array.from(bias);
  for (let k = 0; k < buckets.length; k++) {
    const offset = (buckets[k] ?? 0) * classes;
    const value = values[k] ?? 0;
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + (weights[offset + c] ?? 0) * value;
  }
  return scores;
}

/** How the loss changes with each score: what is said, less what the label allows, in the shares that it is said in. */
function slopeAt(model: Weights, example: Example, slope: Float64Array): void {
  const scores = scoresOf(model, example);
  const most = Math.max(...scores);
  let sum = 0;
  let allowed = 0;
  for (let c = 0; c < scores.length; c++) sum += slope[c] = Math.exp((scores[c] ?? 0) - most);
  for (const c of example.allowed) allowed += slope[c] ?? 0;
  const shares = example.allowed.map((c) => (allowed > 0 ? (slope[c] ?? 0) / allowed : 1 / example.allowed.length));
  for (let c = 0; c < scores.length; c++) slope[c] = (slope[c] ?? 0) / sum;
  for (const [i, c] of example.allowed.entries()) slope[c] = (slope[c] ?? 0) - (shares[i] ?? 0);
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}

/** Numbers in [0, 1) that look random and are the same on every machine (a linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
