import packed from './model.json' with { type: 'json' };
import { type Concern, concernOf } from './concerns.ts';
import { featuresOf } from './features.ts';
import { tagged } from './for-reading.ts';
import { type Model, unpack } from './model.ts';
import { type Opinion, opinionOf } from './opinion.ts';
import { Scorer } from './scorer.ts';

let loaded: Model | undefined;
let scorer: Scorer | undefined;

/** The model, unpacked when the first headline is read: most functions never need it. */
export const theModel = (): Model => (loaded ??= unpack(packed));

/**
 * Reads a headline and its summary. Pure: the same words give the same opinion.
 * @returns undefined where nothing in it may concern the subject
 */
export function readHeadline(title: string, summary: string): (Opinion & { readonly concern: Concern }) | undefined {
  const model = theModel();
  const texts = tagged(title, summary, model);
  const concern = concernOf(...texts);
  if (concern === 'no') return undefined;
  scorer ??= new Scorer(model);
  scorer.clear();
  featuresOf(...texts, scorer);
  return { ...opinionOf(scorer.scores(), model), concern };
}
