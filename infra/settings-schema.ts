import * as v from 'valibot';
import { languages } from '../functions/sources/source.ts';
import { allowedOfReceiver, ReceiverSchema } from './receivers.ts';
import { allowedOfSubscriber, SubscriberSchema } from './subscribers.ts';

// The periods that CloudWatch Logs offers, up to ten years.
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
// Filter policies a topic may hold before AWS is asked for more.
const MOST_SUBSCRIBERS = 200;
// Each is ten resources, of which a stack holds 500.
const MOST_RECEIVERS = 20;
const RUNBOOKS = 'https://github.com/dual-use-watch/dual-use-watch/blob/main/infra/README.md';

const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_440));
const email = v.pipe(v.string(), v.email());
const web = v.pipe(v.string(), v.url(), v.startsWith('https://'));
const emailOrWeb = v.union([email, web]);
const DigestSchema = v.strictObject({
  day: v.picklist(weekdays),
  time: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
});
const SiteSchema = v.union([
  v.boolean(),
  v.strictObject({
    domain: v.pipe(v.string(), v.regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/)),
    certificateArn: v.pipe(v.string(), v.regex(/^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/)),
  }),
]);
const SourcesSchema = v.strictObject({
  on: v.optional(v.array(v.string()), []),
  off: v.optional(v.array(v.string()), []),
  added: v.optional(v.array(v.unknown()), []),
  every: v.optional(v.record(v.string(), minutes), {}),
});
/** A table that is there already: one that a stack left behind, or that was restored from a backup. */
const ExistingTableSchema = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]{3,255}$/)),
  stream: v.optional(v.pipe(v.string(), v.regex(/^arn:aws[a-z-]*:dynamodb:[^:]+:\d{12}:table\/[^/]+\/stream\/.+$/))),
  key: v.optional(v.pipe(v.string(), v.regex(/^arn:aws[a-z-]*:kms:[^:]+:\d{12}:key\/.+$/))),
});
/** The block `watch` of the settings, as it is written. */
export const BlockSchema = v.strictObject({
  subscribers: v.optional(v.pipe(v.array(SubscriberSchema), v.maxLength(MOST_SUBSCRIBERS)), []),
  // All three cost nothing, and whoever subscribes later is heard in theirs.
  languages: v.optional(v.pipe(v.array(v.picklist(languages)), v.minLength(1)), [...languages]),
  sources: v.optional(SourcesSchema, {}),
  operator: v.optional(v.union([email, v.pipe(v.array(email), v.minLength(1))])),
  contact: v.optional(emailOrWeb),
  // A fork, or a copy on an intranet, names its own.
  runbooks: v.optional(web, RUNBOOKS),
  receivers: v.optional(v.pipe(v.array(ReceiverSchema), v.maxLength(MOST_RECEIVERS)), []),
  heartbeat: v.optional(web),
  existingTable: v.optional(ExistingTableSchema),
  digest: v.optional(DigestSchema, { day: 'monday', time: '08:00' }),
  logRetentionDays: v.optional(v.picklist(retentions), 90),
  smsMonthlyCapUsd: v.optional(v.pipe(v.number(), v.gtValue(0)), 1),
  removal: v.optional(v.picklist(['retain', 'destroy']), 'retain'),
  customerManagedKey: v.optional(v.boolean(), false),
  // Pages that anybody with their address can read: off until somebody wants them.
  site: v.optional(SiteSchema, false),
  ask: v.optional(v.boolean(), false),
  ownLists: v.optional(v.boolean(), false),
});

export type Block = v.InferOutput<typeof BlockSchema>;
/** The block as somebody writes it: everything is optional. */
export type WatchBlock = v.InferInput<typeof BlockSchema>;

/** What each field may be, for the person who wrote it otherwise. */
export const allowed: Readonly<Record<string, string>> = {
  ...allowedOfReceiver,
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
  receivers: `a list of up to ${MOST_RECEIVERS} blocks { id, kind, address, language, … }`,
  heartbeat: 'an https address that counts pings',
  existingTable: 'a block { name, stream, key }',
  name: 'the name of a table',
  stream: "the ARN of the table's stream",
  key: "the ARN of the table's KMS key",
  digest: 'a block { day, time }',
  day: `one of ${weekdays.join(', ')}`,
  time: 'HH:MM in Japanese time',
  logRetentionDays: `one of ${retentions.join(', ')}`,
  smsMonthlyCapUsd: "US dollars above 0: the account's SMS spending limit",
  removal: 'retain or destroy',
  customerManagedKey: 'true or false',
  site: 'true, false, or a block { domain, certificateArn } with a certificate of us-east-1',
  ownLists: 'true or false: alerts say which of your customers, suppliers and parts they touch (npm run own-lists)',
  ask: 'true or false: a function that answers questions, by a URL that IAM guards',
};

/** The fields that each block may have. */
export const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  watch: Object.keys(BlockSchema.entries),
  subscribers: Object.keys(SubscriberSchema.entries),
  receivers: Object.keys(ReceiverSchema.entries),
  existingTable: Object.keys(ExistingTableSchema.entries),
  sources: Object.keys(SourcesSchema.entries),
  digest: Object.keys(DigestSchema.entries),
};
