import { inflateRawSync } from 'node:zlib';
import type { Document } from '../../documents/document.ts';
import { type HeadName, heads } from './labels.ts';
import { BUCKETS, type Sink } from './sink.ts';
import type { Script } from './tag.ts';
import { Tagger, type Words } from './tagger.ts';

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
  readonly calibration: PackedModel['calibration'];
  /** Where the weights of a bucket begin; they end where the next one's begin. */
  readonly starts: Uint32Array;
  readonly classes: Uint8Array;
  readonly weights: Float32Array;
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
  const tagger = (script: Script): Tagger => new Tagger(lists[script].map((language) => words[language]));
  return { latin: tagger('latin'), han: tagger('han'), kana: tagger('kana') };
}

export function unpack({ words, bias, steps, calibration, weights: packed, count }: PackedModel): Model {
  const bytes = inflateRawSync(Buffer.from(packed, 'base64'));
  const starts = new Uint32Array(BUCKETS + 1);
  let at = 0;
  let bucket = -1;
  const sizes = new Uint8Array(BUCKETS);
  for (let i = 0; i < count.buckets; i++) {
    let gap = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      const byte = bytes[at++] ?? 0;
      gap |= (byte & 0x7f) << shift;
      more = byte > 0x7f;
    }
    bucket += gap;
    sizes[bucket] = bytes[at++] ?? 0;
  }
  for (let i = 0; i < BUCKETS; i++) starts[i + 1] = (starts[i] ?? 0) + (sizes[i] ?? 0);
  const classes = new Uint8Array(bytes.subarray(at, at + count.weights));
  const raw = new Int8Array(bytes.subarray(at + count.weights, at + 2 * count.weights));
  const weights = new Float32Array(count.weights);
  for (let i = 0; i < count.weights; i++) weights[i] = (raw[i] ?? 0) * (steps[classes[i] ?? 0] ?? 0);
  return { taggers: taggersOf(words), bias, calibration, starts, classes, weights };
}

/** The scores of every class of every head. */
export function scoresOf(
  { bias, starts, classes, weights }: Model,
  { buckets, values, size }: Pick<Sink, 'buckets' | 'values' | 'size'>,
): Float64Array {
  const scores = Float64Array.from(bias);
  for (let i = 0; i < size; i++) {
    const bucket = buckets[i] ?? 0;
    const value = values[i] ?? 0;
    const end = starts[bucket + 1] ?? 0;
    for (let k = starts[bucket] ?? 0; k < end; k++) {
      const c = classes[k] ?? 0;
      scores[c] = (scores[c] ?? 0) + (weights[k] ?? 0) * value;
    }
  }
  return scores;
}

/** Scores as probabilities that add up to 1. */
export function shares(scores: ArrayLike<number>, [from, to]: readonly [number, number]): readonly number[] {
  const own = Array.from(scores).slice(from, to);
  const most = Math.max(...own);
  const powers = own.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
