import { inflateRawSync } from 'node:zlib';
import type { Document } from '../../documents/document.ts';
import { type HeadName, heads } from './labels.ts';
import type { FeatureList } from './feature-list.ts';
import { BUCKETS } from './sink.ts';
import type { Script } from './tag.ts';
import { type Tagger, Vocabulary, type Words } from './tagger.ts';

type Language = Document['language'];

/** A model as it is kept: `npm run train` writes `model.json`. */
export interface PackedModel {
  /** SHA-256 of the headlines and words that it was learned from. */
  readonly learnedFrom: string;
  readonly words: Readonly<Record<Language, Words>>;
  /** For each class of every head in turn. */
  readonly bias: readonly number[];
  /** What one step of a weight is worth, by class. */
  readonly steps: readonly number[];
  /** How the score of relevance becomes a probability: 1 / (1 + exp(-(slope × score + offset))). */
  readonly calibration: { readonly slope: number; readonly offset: number };
  /**
   * Weights, deflated, in base64. For each bucket that has any: how far it is from the one before and how many classes have
   * a weight (varints, then bytes), then all class numbers, then all weights, a signed byte each.
   */
  readonly weights: string;
  readonly count: { readonly buckets: number; readonly weights: number };
}

/** A model ready to read with. */
export interface Model {
  readonly taggers: Readonly<Record<Script, Tagger>>;
  readonly bias: readonly number[];
  readonly steps: readonly number[];
  readonly calibration: PackedModel['calibration'];
  /** The number of a bucket that has weights, from 1. */
  readonly rows: Uint16Array;
  /** Where the weights of such a bucket end; they begin where those of the one before end. */
  readonly ends: Uint32Array;
  readonly classes: Uint8Array;
  /** In steps. */
  readonly weights: Int8Array;
}

/** Columns of each head, first and behind the last. */
export const columns = columnsOf();
export const CLASSES = Object.values(heads).reduce((sum, classes) => sum + classes.length, 0);

function columnsOf(): Readonly<Record<HeadName, readonly [number, number]>> {
  let at = 0;
  const entries = Object.entries(heads).map(([name, classes]) => [name, [at, (at += classes.length)]] as const);
  return Object.fromEntries(entries) as Record<HeadName, readonly [number, number]>;
}

/** Which lists a script's words are looked for in, first come first. */
const lists: Readonly<Record<Script, readonly Language[]>> = {
  latin: ['en'],
  han: ['zh', 'ja', 'en'],
  kana: ['ja', 'zh', 'en'],
};

export function taggersOf(words: PackedModel['words']): Model['taggers'] {
  const vocabulary = new Vocabulary(words);
  const made: Partial<Record<Script, Tagger>> = {};
  const tagger = (script: Script): Tagger => (made[script] ??= vocabulary.tagger(lists[script]));
  return {
    get latin() {
      return tagger('latin');
    },
    get han() {
      return tagger('han');
    },
    get kana() {
      return tagger('kana');
    },
  };
}

/** Makes a model ready: what is written down is read where it stands, because every start of a function waits for it. */
export function unpack({ words, bias, steps, calibration, weights, count }: PackedModel): Model {
  const bytes = inflateRawSync(Buffer.from(weights, 'base64'));
  const rows = new Uint16Array(BUCKETS);
  const ends = new Uint32Array(count.buckets + 1);
  let [at, bucket, end] = [0, -1, 0];
  for (let row = 1; row <= count.buckets; row++) {
    let gap = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = bytes[at++] ?? 0;
      gap |= (byte & 0x7f) << shift;
      more = byte > 0x7f;
    }
    bucket += gap;
    rows[bucket] = row;
    ends[row] = end += bytes[at++] ?? 0;
  }
  return {
    ...{ taggers: taggersOf(words), bias, steps, calibration, rows, ends },
    classes: bytes.subarray(at, at + count.weights),
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + at + count.weights, count.weights),
  };
}

/** The scores of every class of every head, of features that were written down. */
export function scoresOf(
  model: Model,
  { buckets, values, size }: Pick<FeatureList, 'buckets' | 'values' | 'size'>,
): Float64Array {
  const { rows, ends, classes, weights } = model;
  const scores = new Float64Array(CLASSES);
  for (let i = 0; i < size; i++) {
    const row = rows[buckets[i] ?? 0] ?? 0;
    if (row === 0) continue;
    const value = values[i] ?? 0;
    const end = ends[row] ?? 0;
    for (let k = ends[row - 1] ?? 0; k < end; k++) {
      const c = classes[k] ?? 0;
      scores[c] = (scores[c] ?? 0) + (weights[k] ?? 0) * value;
    }
  }
  return settled(model, scores);
}

/** Scores from sums of weights, which are counted in steps. */
export const settled = ({ bias, steps }: Pick<Model, 'bias' | 'steps'>, sums: Float64Array): Float64Array =>
  sums.map((sum, c) => (bias[c] ?? 0) + sum * (steps[c] ?? 0));

/** Scores as probabilities that add up to 1. */
export function shares(scores: ArrayLike<number>, [from, to]: readonly [number, number]): readonly number[] {
  const own = Array.from(scores).slice(from, to);
  const most = Math.max(...own);
  const powers = own.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
