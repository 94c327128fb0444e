import { deflateRawSync } from 'node:zlib';
import { columns, type PackedModel } from '../../findings/press/model.ts';
import type { HeadName } from '../../findings/press/labels.ts';
import { BUCKETS } from '../../findings/press/sink.ts';
import type { Example, Weights } from './softmax.ts';

/** Weights that are kept, by head: the rest change next to nothing. */
const KEPT: Readonly<Record<HeadName, number>> = { genre: 155_000, instrument: 18_000, reach: 4_000 };
const LARGEST = 127;

interface Weight {
  readonly bucket: number;
  readonly column: number;
  readonly value: number;
}

/** Keeps the weights that matter most over the examples, each as one byte, and writes them down. */
export function pack(
  learned: Readonly<Record<HeadName, Weights>>,
  examples: readonly Example[],
): Pick<PackedModel, 'bias' | 'steps' | 'weights' | 'count'> {
  const energy = new Float64Array(BUCKETS);
  for (const { buckets, values } of examples) {
    for (let k = 0; k < buckets.length; k++) {
      const bucket = buckets[k] ?? 0;
      energy[bucket] = (energy[bucket] ?? 0) + (values[k] ?? 0) ** 2;
    }
  }
  const kept = (Object.keys(columns) as HeadName[])
    .flatMap((head) => largestOf(learned[head], columns[head][0], energy, KEPT[head]))
    .sort((a, b) => a.bucket - b.bucket || a.column - b.column);
  const bias = (Object.keys(columns) as HeadName[]).flatMap((head) => [...learned[head].bias]);
  const steps = bias.map((_, column) => {
    const own = kept.filter((weight) => weight.column === column).map(({ value }) => Math.abs(value));
    return own.reduce((most, value) => Math.max(most, value), 0) / LARGEST;
  });
  const whole = kept
    .map(({ bucket, column, value }) => ({ bucket, column, step: Math.round(value / (steps[column] ?? 1)) }))
    .filter(({ step }) => step !== 0);
  const { bytes, buckets } = writeDown(whole);
  if (buckets > 0xffff)
    throw new RangeError(`model: weights in ${buckets} buckets, and readers number them in 16 bits`);
  return {
    bias: bias.map((one) => Number(one.toFixed(6))),
    steps: steps.map((one) => Number(one.toPrecision(6))),
    weights: deflateRawSync(bytes, { level: 9 }).toString('base64'),
    count: { buckets, weights: whole.length },
  };
}

function largestOf(
  { classes, weights }: Weights,
  column: number,
  energy: Float64Array,
  count: number,
): readonly Weight[] {
  const matters = weights.map((weight, i) => weight ** 2 * (energy[Math.floor(i / classes)] ?? 0));
  const ranked = matters.filter((one) => one > 0).sort();
  const least = ranked.at(-count) ?? 0;
  const kept: Weight[] = [];
  for (let i = 0; i < weights.length; i++) {
    const value = weights[i] ?? 0;
    if (value === 0 || (matters[i] ?? 0) < least) continue;
    kept.push({ bucket: Math.floor(i / classes), column: column + (i % classes), value });
  }
  return kept;
}

function writeDown(weights: readonly { bucket: number; column: number; step: number }[]): {
  readonly bytes: Buffer;
  readonly buckets: number;
} {
  const rows: number[] = [];
  let last = -1;
  let buckets = 0;
  for (let i = 0; i < weights.length;) {
    const bucket = weights[i]?.bucket ?? 0;
    let end = i;
    while (weights[end]?.bucket === bucket) end++;
    let gap = bucket - last;
    for (; gap > 0x7f; gap >>>= 7) rows.push((gap & 0x7f) | 0x80);
    rows.push(gap, end - i);
    last = bucket;
    buckets++;
    i = end;
  }
  const columnsOf = Uint8Array.from(weights, ({ column }) => column);
  const steps = Int8Array.from(weights, ({ step }) => step);
  return { bytes: Buffer.concat([Buffer.from(rows), columnsOf, new Uint8Array(steps.buffer)]), buckets };
}
