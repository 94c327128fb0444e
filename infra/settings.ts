import * as v from 'valibot';
import { Misconfigured } from '../functions/errors.ts';
import { catalogue } from '../functions/sources/catalogue.ts';
import { languages, type Source } from '../functions/sources/source.ts';
import { chooseSources } from './choose-sources.ts';
import {
  addressOf,
  allowedOfSubscriber,
  combinationsOf,
  filterPolicyOf,
  MOST_COMBINATIONS,
  type Subscriber,
  SubscriberSchema,
} from './subscribers.ts';

// The periods that CloudWatch Logs offers, up to ten years.
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
// Filter policies a topic may hold before AWS is asked for more.
const MOST_SUBSCRIBERS = 200;
const RUNBOOKS = 'https://github.com/dual-use-watch/dual-use-watch/blob/main/infra/README.md';

const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_440));
const email = v.pipe(v.string(), v.email());
const web = v.pipe(v.string(), v.url(), v.startsWith('https://'));
const emailOrWeb = v.union([email, web]);
const DigestSchema = v.strictObject({
  day: v.picklist(weekdays),
  time: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
});
const SourcesSchema = v.strictObject({
  on: v.optional(v.array(v.string()), []),
  off: v.optional(v.array(v.string()), []),
  added: v.optional(v.array(v.unknown()), []),
  every: v.optional(v.record(v.string(), minutes), {}),
});
const BlockSchema = v.strictObject({
  subscribers: v.optional(v.pipe(v.array(SubscriberSchema), v.maxLength(MOST_SUBSCRIBERS)), []),
  // All three cost nothing, and whoever subscribes later is heard in theirs.
  languages: v.optional(v.pipe(v.array(v.picklist(languages)), v.minLength(1)), [...languages]),
  sources: v.optional(SourcesSchema, {}),
  operator: v.optional(v.union([email, v.pipe(v.array(email), v.minLength(1))])),
  contact: v.optional(emailOrWeb),
  // A fork, or a copy on an intranet, names its own.
  runbooks: v.optional(web, RUNBOOKS),
  digest: v.optional(DigestSchema, { day: 'monday', time: '08:00' }),
  logRetentionDays: v.optional(v.picklist(retentions), 90),
  smsMonthlyCapUsd: v.optional(v.pipe(v.number(), v.gtValue(0)), 1),
  removal: v.optional(v.picklist(['retain', 'destroy']), 'retain'),
  customerManagedKey: v.optional(v.boolean(), false),
});

type Block = v.InferOutput<typeof BlockSchema>;

/** What each field may be, for the person who wrote it otherwise. */
const allowed: Readonly<Record<string, string>> = {
  ...allowedOfSubscriber,
  watch: 'a block of settings',
  subscribers: `a list of up to ${MOST_SUBSCRIBERS} blocks { email or sms, language, … }`,
  languages: `some of ${languages.join(', ')}`,
  sources: 'a block { on, off, added, every }',
  on: 'a list of source ids',
  off: 'a list of source ids',
  added: 'a list of whole Sources',
  every: 'whole minutes from 1 to 1440, by source id',
  operator: 'an e-mail address, or a list of them',
  contact: 'an e-mail address or an https address',
  runbooks: 'an https address, to which #when-…-rings is added',
  digest: 'a block { day, time }',
  day: `one of ${weekdays.join(', ')}`,
  time: 'HH:MM in Japanese time',
  logRetentionDays: `one of ${retentions.join(', ')}`,
  smsMonthlyCapUsd: "US dollars above 0: the account's SMS spending limit",
  removal: 'retain or destroy',
  customerManagedKey: 'true or false',
};

const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  watch: Object.keys(BlockSchema.entries),
  subscribers: Object.keys(SubscriberSchema.entries),
  sources: Object.keys(SourcesSchema.entries),
  digest: Object.keys(DigestSchema.entries),
};

/** A deployment, checked: what is watched, who hears, and what is kept. */
export interface Settings extends Omit<Block, 'subscribers' | 'sources' | 'contact' | 'operator'> {
  /** Who hears when the watch itself fails. */
  readonly operators: readonly string[];
  readonly subscribers: readonly Subscriber[];
  /** The sources that are polled, at their rhythms. */
  readonly sources: readonly Source[];
  /** What our User-Agent tells the sources' keepers. */
  readonly contact: string;
}

/**
 * Reads the settings from CDK context: the block `watch`, over which each `-c watch:<field>=<JSON or text>` lies.
 * @returns the settings, and what a deployer should know of them
 * @throws Misconfigured with one line per fault, each naming the field, its value and what is allowed
 */
export function readSettings(context: Readonly<Record<string, unknown>>): {
  readonly settings: Settings;
  readonly warnings: readonly string[];
} {
  const result = v.safeParse(BlockSchema, blockIn(context), { abortPipeEarly: true });
  if (!result.success) throw new Misconfigured(result.issues.map(faultOf).join('\n'));
  const block = result.output;
  const { sources, faults } = chooseSources(catalogue, block.sources);
  const subscribers = block.subscribers.map(subscriberOf).filter((subscriber) => subscriber !== undefined);
  const all = [...subscriberFaults(block.subscribers, subscribers), ...faults];
  if (all.length > 0) throw new Misconfigured(all.join('\n'));
  const { operator = [], ...rest } = block;
  const inUse = new Set([...block.languages, ...subscribers.map(({ language }) => language)]);
  return {
    settings: {
      ...rest,
      subscribers,
      sources,
      operators: [operator].flat(),
      languages: [...inUse],
      contact: block.contact ?? 'no contact given',
    },
    warnings: warningsOf(block),
  };
}

function blockIn(context: Readonly<Record<string, unknown>>): unknown {
  const block = typeof context['watch'] === 'string' ? parsed(context['watch']) : (context['watch'] ?? {});
  const single = Object.entries(context).filter(([name]) => name.startsWith('watch:'));
  if (single.length === 0 || typeof block !== 'object') return block;
  return {
    ...block,
    ...Object.fromEntries(single.map(([name, value]) => [name.slice('watch:'.length), parsed(value)])),
  };
}

/** `-c` carries text; lists, blocks, numbers and booleans are written as JSON. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function faultOf(issue: v.BaseIssue<unknown>): string {
  const keys = ['watch', ...(issue.path ?? []).map(({ key }) => key)];
  const names = keys.filter((key) => typeof key === 'string');
  const path = keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .slice(1);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `${path}: no such setting; allowed are ${(fieldsOf[names.at(-2) ?? ''] ?? []).join(', ')}`;
  }
  const what = allowed[names.findLast((name) => name in allowed) ?? ''] ?? issue.message;
  const value = keys.length > 1 && issue.path?.at(-1)?.value === undefined ? 'missing' : shown(issue.input);
  return `${path}: ${value}; allowed is ${what}`;
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length <= 80 ? text : `${text.slice(0, 77)}…`;
};

const subscriberOf = ({ email, sms, ...choice }: Block['subscribers'][number]): Subscriber | undefined => {
  if (email !== undefined && sms === undefined) return { email, ...choice };
  return sms !== undefined && email === undefined ? { sms, ...choice } : undefined;
};

function subscriberFaults(rows: Block['subscribers'], subscribers: readonly Subscriber[]): readonly string[] {
  const addresses = rows.map(({ email, sms }) => email ?? sms);
  const faults = rows.flatMap(({ email, sms, urgency }, i) => {
    const where = `watch.subscribers[${i}]`;
    if ((email === undefined) === (sms === undefined)) {
      return [`${where}: ${email ? 'both email and sms' : 'neither email nor sms'}; allowed is exactly one of them`];
    }
    if (sms !== undefined && urgency === 'all') return [`${where}.urgency: "all"; allowed is ${allowed['urgency']}`];
    if (addresses.indexOf(email ?? sms) === i) return [];
    return [`${where}: ${shown(email ?? sms)} is listed twice; allowed is one block per address`];
  });
  const tooFine = subscribers.flatMap((subscriber) => {
    const combinations = combinationsOf(filterPolicyOf(subscriber));
    if (combinations <= MOST_COMBINATIONS) return [];
    const where = `watch.subscribers[${addresses.indexOf(addressOf(subscriber).endpoint)}]`;
    return [
      `${where}: ${combinations} combinations of choices; allowed are ${MOST_COMBINATIONS}: choose fewer, or all`,
    ];
  });
  return [...faults, ...tooFine];
}

function warningsOf({ subscribers, operator, contact }: Block): readonly string[] {
  return [
    ...(subscribers.length > 0 ? [] : ['watch.subscribers: nobody is subscribed, so that nobody hears of a change']),
    ...(operator ? [] : ['watch.operator: not set, so that nobody hears when the watch itself fails']),
    ...(contact ? [] : ['watch.contact: not set, so that keepers of a source cannot ask us to slow down']),
  ];
}
