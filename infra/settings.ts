import * as v from 'valibot';
import { Misconfigured } from '../functions/errors.ts';
import { catalogue } from '../functions/sources/catalogue.ts';
import type { Source } from '../functions/sources/source.ts';
import { chooseSources } from './choose-sources.ts';
import { allowed, type Block, BlockSchema, fieldsOf } from './settings-schema.ts';
import { addressOf, combinationsOf, filterPolicyOf, MOST_COMBINATIONS, type Subscriber } from './subscribers.ts';

/** A deployment, checked: what is watched, who hears, and what is kept. */
export interface Settings extends Omit<Block, 'subscribers' | 'sources' | 'contact' | 'operator'> {
  /** Who hears when the watch itself fails. */
  readonly operators: readonly string[];
  readonly subscribers: readonly Subscriber[];
  /** The sources that are polled, at their rhythms. */
  readonly sources: readonly Source[];
  /** What a deployer should know of them, one line each. */
  readonly warnings: readonly string[];
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
  const all = [...subscriberFaults(block.subscribers, subscribers), ...faults, ...receiverFaults(block)];
  if (all.length > 0) throw new Misconfigured(all.join('\n'));
  const { operator = [], ...rest } = block;
  const warnings = warningsOf(block);
  const inUse = new Set([...block.languages, ...[...subscribers, ...block.receivers].map(({ language }) => language)]);
  return {
    settings: {
      ...rest,
      subscribers,
      sources,
      operators: [operator].flat(),
      languages: [...inUse],
      contact: block.contact ?? 'no contact given',
      warnings,
    },
    warnings,
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

function receiverFaults({ receivers, existingTable, customerManagedKey }: Block): readonly string[] {
  const ids = receivers.map(({ id }) => id);
  const faults = receivers.flatMap(({ id, kind, secret }, i) => {
    const where = `watch.receivers[${i}]`;
    if (ids.indexOf(id) !== i) return [`${where}.id: "${id}" is taken; allowed is an id that no other receiver has`];
    return secret !== undefined && kind !== 'https' ? [`${where}.secret: ${kind} signs nothing; allowed is none`] : [];
  });
  const keys = existingTable !== undefined && customerManagedKey;
  return [
    ...faults,
    ...(keys
      ? ['watch.customerManagedKey: true, with an existing table; allowed is false: name its existingTable.key']
      : []),
  ];
}

function warningsOf({ subscribers, receivers, operator, contact, existingTable }: Block): readonly string[] {
  return [
    ...(subscribers.length + receivers.length > 0
      ? []
      : ['watch.subscribers: nobody is subscribed, so that nobody hears of a change']),
    ...(operator ? [] : ['watch.operator: not set, so that nobody hears when the watch itself fails']),
    ...(existingTable && !existingTable.stream
      ? ['watch.existingTable.stream: not given, so that alerts wait for the next ring, up to five minutes']
      : []),
    ...(contact ? [] : ['watch.contact: not set, so that keepers of a source cannot ask us to slow down']),
  ];
}
