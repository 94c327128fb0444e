import { featuresOf } from '../../findings/press/features.ts';
import { FeatureList } from '../../findings/press/feature-list.ts';
import { tagged } from '../../findings/press/for-reading.ts';
import type { Model } from '../../findings/press/model.ts';
import type { Headline } from './headlines.ts';
import { acts, type HeadName, heads, others } from '../../findings/press/labels.ts';
import type { Example } from './softmax.ts';

/** A headline as features. */
export type Features = Omit<Example, 'allowed'>;

/** Headlines as the reader sees them. */
export function featuresOfAll(
  headlines: readonly Pick<Headline, 'title' | 'summary'>[],
  taggers: Model['taggers'],
): readonly Features[] {
  const list = new FeatureList();
  return headlines.map((headline) => {
    list.clear();
    featuresOf(...tagged(headline.title, headline.summary, { taggers }), list);
    return { buckets: list.buckets.slice(0, list.size), values: list.values.slice(0, list.size) };
  });
}

/** The classes of a head that a label allows; undefined where the head does not ask this headline. */
export function allowedBy(headline: Headline, head: HeadName): readonly number[] | undefined {
  if (head === 'genre') {
    const { genre, relevant } = headline;
    const some: readonly string[] = genre ? [genre] : relevant ? acts : others;
    return some.map((one) => (heads.genre as readonly string[]).indexOf(one));
  }
  const label = headline[head];
  return label && [(heads[head] as readonly string[]).indexOf(label)];
}
