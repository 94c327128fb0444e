import { createHash } from 'node:crypto';
import { type Concern, concernOf } from '../../findings/press/concerns.ts';
import { tagged } from '../../findings/press/for-reading.ts';
import { heads, type HeadName } from '../../findings/press/labels.ts';
import {
  columns,
  type Model,
  type PackedModel,
  scoresOf,
  shares,
  taggersOf,
  unpack,
} from '../../findings/press/model.ts';
import { relevanceOf } from '../../findings/press/opinion.ts';
import { calibrated } from './calibrate.ts';
import { allowedBy, type Features, featuresOfAll } from './examples.ts';
import { FOLDS, type Headline } from './headlines.ts';
import { pack } from './pack.ts';
import { type Example, learn } from './softmax.ts';

/** What a model said of a headline that it was not taught with. */
export interface Tested {
  readonly headline: Headline;
  /** Scores of every class of every head. */
  readonly scores: Float64Array;
  /** Whether it is read at all. */
  readonly concern: Concern;
}

/** A model, and what models like it said of the headlines that were kept from them. */
export interface Taught {
  readonly model: PackedModel;
  readonly tested: readonly Tested[];
}

const uncalibrated = { slope: 1, offset: 0 };

/** Learns from every headline; and five times from four fifths of them, so that the last fifth tells how likely is likely. */
export function teach(headlines: readonly Headline[], words: PackedModel['words']): Taught {
  const features = featuresOfAll(headlines, taggersOf(words));
  const taught = (chosen: readonly number[]): PackedModel => ({
    learnedFrom: digestOf(headlines, words),
    calibration: uncalibrated,
    ...packed(chosen, headlines, features),
    words,
  });
  const all = headlines.map((_, i) => i);
  const tested = Array.from({ length: FOLDS }).flatMap((_, fold) => {
    const model = unpack(taught(all.filter((i) => headlines[i]?.fold !== fold)));
    return test(
      model,
      all.filter((i) => headlines[i]?.fold === fold),
      headlines,
      features,
    );
  });
  const calibration = calibrated(
    tested.map(({ headline, scores }) => ({
      score: relevanceOf(shares(scores, columns.genre)),
      relevant: headline.relevant,
    })),
  );
  return { model: { ...taught(all), calibration }, tested };
}

/** SHA-256 of what a model is learned from: it tells a model that is older than its headlines or words. */
export function digestOf(headlines: readonly Headline[], words: PackedModel['words']): string {
  return createHash('sha256')
    .update(JSON.stringify([headlines, words]))
    .digest('hex');
}

/** Learns each head from the headlines that answer it. */
export function packed(
  chosen: readonly number[],
  headlines: readonly Headline[],
  features: readonly Features[],
): ReturnType<typeof pack> {
  const examplesOf = (head: HeadName): readonly Example[] =>
    chosen.flatMap((i) => {
      const [headline, own] = [headlines[i], features[i]];
      const allowed = headline && allowedBy(headline, head);
      return own && allowed ? [{ ...own, allowed }] : [];
    });
  const learned = Object.entries(heads).map(
    ([head, classes]) => [head, learn(examplesOf(head as HeadName), classes.length)] as const,
  );
  return pack(Object.fromEntries(learned) as Record<HeadName, ReturnType<typeof learn>>, examplesOf('genre'));
}

function test(
  model: Model,
  chosen: readonly number[],
  headlines: readonly Headline[],
  features: readonly Features[],
): readonly Tested[] {
  return chosen.flatMap((i) => {
    const [headline, own] = [headlines[i], features[i]];
    if (!headline || !own) return [];
    const concern = concernOf(...tagged(headline.title, headline.summary, model));
    return [{ headline, scores: scoresOf(model, { ...own, size: own.buckets.length }), concern }];
  });
}
