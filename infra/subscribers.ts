import * as v from 'valibot';
import { type Instrument, instruments, type Reach } from '../functions/findings/finding.ts';
import { goods } from '../functions/lexicon/goods.ts';
import { type Language, languages } from '../functions/sources/source.ts';

const reaches = ['japan', 'all-destinations', 'elsewhere'] as const satisfies readonly Reach[];
const families = goods.map(({ family }) => family);

const chosen = <T extends string>(known: readonly T[]) =>
  v.optional(v.pipe(v.array(v.picklist(known)), v.minLength(1)));

/** What somebody chooses to hear. */
export const choices = {
  language: v.picklist(languages),
  urgency: v.optional(v.picklist(['immediate', 'all'])),
  instruments: chosen(instruments),
  reach: chosen(reaches),
  goods: chosen(families),
};

/** A subscriber as written in the settings; that it has exactly one address is checked where settings are read. */
export const SubscriberSchema = v.strictObject({
  email: v.optional(v.pipe(v.string(), v.email())),
  sms: v.optional(v.pipe(v.string(), v.regex(/^\+[1-9]\d{6,14}$/))),
  ...choices,
});

/** What each field of a subscriber may be, for the person who wrote it otherwise. */
export const allowedOfSubscriber = {
  email: 'an e-mail address',
  sms: 'a number in E.164 form, such as +819012345678',
  language: `one of ${languages.join(', ')}`,
  urgency: 'immediate or all; SMS carries immediate only',
  instruments: `some of ${instruments.join(', ')}, or left out for all`,
  reach: `some of ${reaches.join(', ')}, or left out for all`,
  goods: `some of ${families.join(', ')}, or left out for all`,
} as const;

/** What is heard: in one language, of everything or of what was chosen. */
export interface Choices {
  readonly language: Language;
  /** E-mail hears of everything unless it says `immediate`. */
  readonly urgency?: 'immediate' | 'all' | undefined;
  readonly instruments?: readonly Instrument[] | undefined;
  readonly reach?: readonly Reach[] | undefined;
  /** Families of goods, as the lexicon names them. */
  readonly goods?: readonly string[] | undefined;
}

/** Somebody who hears, by e-mail or by SMS. */
export type Subscriber = Choices & ({ readonly email: string } | { readonly sms: string });

/** Where a subscriber is reached, in the words of SNS. */
export const addressOf = (subscriber: Subscriber): { readonly protocol: 'email' | 'sms'; readonly endpoint: string } =>
  'email' in subscriber
    ? { protocol: 'email', endpoint: subscriber.email }
    : { protocol: 'sms', endpoint: subscriber.sms };

/** An SNS filter policy over message attributes: every key must match, by any of its values. */
export type FilterPolicy = Readonly<Record<string, readonly (string | { readonly exists: false })[]>>;

// A ban on everything names no goods, and an unclear text no instrument. What is not said reaches everybody.
const orUnsaid = (values: readonly string[]): FilterPolicy[string] => [...values, { exists: false }];

/**
 * What SNS lets through to a subscriber. Messages carry `urgency`, `language` and `reach` as String, and `instrument`,
 * `effect` and `goods` as String.Array, each left out when empty.
 */
export function filterPolicyOf(subscriber: Choices): FilterPolicy {
  const { language, urgency, instruments, reach, goods } = subscriber;
  return {
    language: [language],
    ...(('sms' in subscriber || urgency === 'immediate') && { urgency: ['immediate'] }),
    ...(instruments && { instrument: orUnsaid(instruments) }),
    ...(reach && { reach: orUnsaid(reach) }),
    ...(goods && { goods: orUnsaid(goods) }),
  };
}

/** The most combinations that SNS accepts in a policy: the product of the lengths of its lists. */
export const MOST_COMBINATIONS = 150; // docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html

export const combinationsOf = (policy: FilterPolicy): number =>
  Object.values(policy).reduce((product, values) => product * values.length, 1);
