import type { FauxqsServer } from 'fauxqs';
import type { handler as calendar } from '../calendar.ts';
import type { handler as notify } from '../notify.ts';
import type { handler as poll } from '../poll.ts';
import type { handler as readAnnex } from '../read-annex.ts';
import { addressOf, type FilterPolicy, filterPolicyOf, type Subscriber } from '../../infra/subscribers.ts';
import { type EmulatedTable, orClosed, REGION, startTable } from './emulated-table.ts';
import { startLateTopics } from './emulated-topics.ts';
import type { Language } from '../sources/source.ts';
import type { Instant } from '../time.ts';

/** What somebody got. */
export interface Delivery {
  readonly to: string;
  readonly protocol: 'email' | 'sms';
  readonly subject: string;
  readonly text: string;
  readonly urgency: string;
  readonly sms: string;
  /** The body for queues, functions and web hooks. */
  readonly json: string;
}

/** DynamoDB and SNS on this machine, and what was delivered there. */
export interface Place extends EmulatedTable {
  /** Deliveries since the last call, by subscriber, in their order; the operator's are `to: 'operator'`. */
  deliveries(): readonly Delivery[];
}

export interface World extends Place {
  readonly poll: typeof poll;
  readonly notify: typeof notify;
  readonly calendar: typeof calendar;
  readonly readAnnex: typeof readAnnex;
}

export interface Setting {
  readonly subscribers: readonly Subscriber[];
  readonly languages: readonly Language[];
  /** Ids of the sources that are on. */
  readonly sources: readonly string[];
  readonly replica?: string;
  /** Whether the notifier looks for lists of our own in the table, as a deployment with `ownLists` does. */
  readonly ownLists?: boolean;
  /** The address of the deployment's own site, if it has one. */
  readonly site?: string;
  /** Where the table is kept between runs; absent: in memory. */
  readonly path?: string;
  /** A deployed table, reached by the ambient AWS credentials, in the place of the emulated one. */
  readonly table?: string;
}

/** The table's name on the emulators. */
export const TABLE = 'dual-use-watch';
/** Where local runs keep their table. */
export const STATE = '.local';

const topics = ['alerts', 'operator'] as const;
const arnOf = (topic: (typeof topics)[number]): string => `arn:aws:sns:${REGION}:000000000000:${topic}`;

type Handlers = Pick<World, 'poll' | 'notify' | 'calendar' | 'readAnnex'>;

/**
 * The whole product on this machine: the real handlers, on emulators of DynamoDB and SNS.
 * @param load loads the handlers; when it fails, the emulators are stopped
 */
export async function startWorld(setting: Setting, load: () => Promise<Handlers> = freshHandlers): Promise<World> {
  const place = await startPlace(setting);
  return { ...place, ...(await orClosed(place, load)) };
}

/**
 * Emulators of DynamoDB and SNS, with the environment that handlers read. Subscribers get what their filter policies let
 * through, as on AWS.
 */
export async function startPlace(setting: Setting): Promise<Place> {
  const emulated = await startTable(TABLE, setting.path);
  if (setting.table !== undefined) emulated.useDeployedTable();
  const late = await orClosed(emulated, () => startLateTopics(createTopics));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SNS: late.address,
    WATCH_TABLE: setting.table ?? TABLE,
    WATCH_TOPIC: arnOf('alerts'),
    WATCH_OPERATOR_TOPIC: arnOf('operator'),
    WATCH_CONTACT: 'https://github.com/dual-use-watch',
    WATCH_LANGUAGES: setting.languages.join(','),
    WATCH_SOURCES: setting.sources.join(','),
    WATCH_OWN_LISTS: setting.ownLists ? 'yes' : 'no',
    WATCH_SITE_ADDRESS: setting.site ?? '',
    ...(setting.replica && { WATCH_REPLICA: setting.replica }),
    // Logs are for CloudWatch; here the messages themselves are shown.
    POWERTOOLS_LOG_LEVEL: process.env['POWERTOOLS_LOG_LEVEL'] ?? 'SILENT',
  });
  const read = new Map<string, number>();
  return {
    ...emulated,
    deliveries,
    async close() {
      await late.close();
      await emulated.close();
    },
  };

  function deliveries(): readonly Delivery[] {
    const published = arrived('alerts');
    return [
      ...setting.subscribers.flatMap((subscriber) =>
        published
          .filter(({ MessageAttributes }) => letsThrough(filterPolicyOf(subscriber), MessageAttributes))
          .map((notice) => deliveryOf(notice, subscriber)),
      ),
      ...arrived('operator').map((notice) => deliveryOf(notice, undefined)),
    ];
  }

  function arrived(queue: string): readonly Notice[] {
    const messages = late.started()?.inspectQueue(queue)?.messages.ready ?? [];
    const from = read.get(queue) ?? 0;
    read.set(queue, messages.length);
    return messages.slice(from).map(({ body }) => JSON.parse(body) as Notice);
  }
}

function createTopics(sns: FauxqsServer): void {
  for (const name of topics) {
    sns.createTopic(name, { region: REGION });
    sns.createQueue(name, { region: REGION });
    sns.subscribe({ topic: name, queue: name, region: REGION });
  }
}

/**
 * SNS's matching, for policies of values and `exists: false`: every key by any of its values. The emulator compares an
 * attribute of several values as one text, which AWS does not.
 */
function letsThrough(policy: FilterPolicy, attributes: Notice['MessageAttributes']): boolean {
  return Object.entries(policy).every(([name, wanted]) => {
    const attribute = attributes[name];
    if (attribute === undefined) return wanted.some((value) => typeof value === 'object');
    const has = attribute.Type === 'String.Array' ? (JSON.parse(attribute.Value) as string[]) : [attribute.Value];
    return wanted.some((value) => typeof value === 'string' && has.includes(value));
  });
}

/** Sets the clock of the handlers; without it they tell the true time. */
export const setClock = (at: Instant): void => void (process.env['WATCH_CLOCK'] = at);

let worlds = 0;

/** Handlers that share nothing with an earlier world's: each keeps its own clients, as each Lambda instance does. */
export async function freshHandlers(): Promise<Handlers> {
  const world = `?world=${worlds++}`;
  const load = (name: string): Promise<{ handler: unknown }> =>
    import(new URL(`../${name}.ts${world}`, import.meta.url).href) as Promise<{ handler: unknown }>;
  return {
    poll: (await load('poll')).handler as typeof poll,
    notify: (await load('notify')).handler as typeof notify,
    calendar: (await load('calendar')).handler as typeof calendar,
    readAnnex: (await load('read-annex')).handler as typeof readAnnex,
  };
}

function deliveryOf(notice: Notice, subscriber: Subscriber | undefined): Delivery {
  const { Subject: subject, Message: message } = notice;
  if (subscriber === undefined) {
    return { to: 'operator', protocol: 'email', subject, text: message, urgency: '', sms: '', json: '' };
  }
  const { default: json, email, sms } = JSON.parse(message) as Record<'default' | 'email' | 'sms', string>;
  const { protocol, endpoint } = addressOf(subscriber);
  const urgency = notice.MessageAttributes['urgency']?.Value ?? '';
  return { to: endpoint, protocol, subject, text: protocol === 'sms' ? sms : email, urgency, sms, json };
}

/** What SNS puts into a queue. */
interface Notice {
  readonly Subject: string;
  readonly Message: string;
  readonly MessageAttributes: Readonly<Record<string, { readonly Type: string; readonly Value: string }>>;
}
