import { startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Topics } from '../../functions/edge/topic.ts';
import { filterPolicyOf, type Subscriber } from '../../infra/subscribers.ts';

const subscribers: Readonly<Record<string, Subscriber>> = {
  everything: { email: 'a@example.jp', language: 'ja' },
  'in English': { email: 'b@example.jp', language: 'en' },
  urgent: { email: 'c@example.jp', language: 'ja', urgency: 'immediate' },
  telephone: { sms: '+819012345678', language: 'ja' },
  'lists of parties': { email: 'd@example.jp', language: 'ja', instruments: ['control-list', 'watch-list'] },
  'aimed at Japan': { email: 'e@example.jp', language: 'ja', reach: ['japan'] },
  'rare earths': { email: 'f@example.jp', language: 'ja', goods: ['rare-earths', 'antimony'] },
  'Japan, goods, by telephone': { sms: '+819087654321', language: 'ja', reach: ['japan'], goods: ['rare-earths'] },
};

type Attributes = Readonly<Record<string, string | readonly string[]>>;
const messages: readonly [string, Attributes, readonly string[]][] = [
  [
    'a ban on all goods to Japan',
    { urgency: 'immediate', language: 'ja', reach: 'japan', instrument: ['country-ban'], effect: ['imposed'] },
    ['everything', 'urgent', 'telephone', 'aimed at Japan', 'rare earths', 'Japan, goods, by telephone'],
  ],
  [
    'a control on rare earths for all destinations',
    {
      urgency: 'immediate',
      language: 'ja',
      reach: 'all-destinations',
      instrument: ['item-control'],
      effect: ['imposed'],
      goods: ['rare-earths'],
    },
    ['everything', 'urgent', 'telephone', 'rare earths'],
  ],
  [
    'two lists of Japanese parties in one announcement',
    {
      urgency: 'immediate',
      language: 'ja',
      reach: 'japan',
      instrument: ['watch-list', 'control-list'],
      effect: ['imposed'],
      goods: ['drones'],
    },
    ['everything', 'urgent', 'telephone', 'lists of parties', 'aimed at Japan'],
  ],
  [
    'a clarification',
    { urgency: 'routine', language: 'ja', reach: 'japan', instrument: ['control-list'], effect: ['clarified'] },
    ['everything', 'lists of parties', 'aimed at Japan', 'rare earths'],
  ],
  [
    'a text that nobody could read, of which nothing is known',
    { urgency: 'immediate', language: 'ja', effect: ['unclear'] },
    [
      'everything',
      'urgent',
      'telephone',
      'lists of parties',
      'aimed at Japan',
      'rare earths',
      'Japan, goods, by telephone',
    ],
  ],
  [
    'the digest',
    { urgency: 'routine', language: 'ja' },
    ['everything', 'lists of parties', 'aimed at Japan', 'rare earths'],
  ],
  ['the digest in English', { urgency: 'routine', language: 'en' }, ['in English']],
];

// A queue stands in for each subscriber: SNS applies the policy before it looks at the protocol.
let sns: Awaited<ReturnType<typeof startFauxqs>>;
beforeAll(async () => {
  sns = await startFauxqs({ port: 0, logger: false });
  process.env['AWS_ENDPOINT_URL_SNS'] = sns.address;
  Object.assign(process.env, { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' });
});
afterAll(() => sns.stop());

test.each(messages)('%s reaches exactly those who chose it', async (_, attributes, expected) => {
  const topic = `alerts-${messages.findIndex(([, known]) => known === attributes)}`;
  const { topicArn } = sns.createTopic(topic);
  const queueOf = (name: string) => `${topic}-${Object.keys(subscribers).indexOf(name)}`;
  for (const [name, subscriber] of Object.entries(subscribers)) {
    sns.createQueue(queueOf(name));
    const policy = JSON.stringify(filterPolicyOf(subscriber));
    sns.subscribe({ topic, queue: queueOf(name), attributes: { FilterPolicy: policy } });
  }
  const bodies = { default: 'x', email: 'x', sms: 'x' };
  for (const single of singles(attributes)) {
    await new Topics().publish(topicArn, { subject: 'x', bodies, attributes: single });
  }
  const heard = Object.keys(subscribers).filter((name) => sns.inspectQueue(queueOf(name))?.messages.ready.length);
  expect(heard).toEqual(expected);
});

test('a text message goes out as one that must arrive', async () => {
  const { topicArn } = sns.createTopic('alerts-type');
  sns.createQueue('alerts-type');
  sns.subscribe({ topic: 'alerts-type', queue: 'alerts-type' });
  await new Topics().publish(topicArn, {
    subject: 'x',
    bodies: { default: 'x', email: 'x', sms: 'x' },
    attributes: {},
  });
  expect(JSON.stringify(sns.inspectQueue('alerts-type'))).toMatch(/SMSType.{0,60}Transactional/);
});

test('a policy has at most the five keys that SNS allows', () => {
  const all: Subscriber = {
    sms: '+819012345678',
    language: 'ja',
    urgency: 'immediate',
    instruments: ['item-list'],
    reach: ['japan'],
    goods: ['antimony'],
  };
  expect(Object.keys(filterPolicyOf(all))).toEqual(['language', 'urgency', 'instrument', 'reach', 'goods']);
});

// SNS lets a String.Array through when any of its values matches; fauxqs 2.4.1 compares the whole as one text. So each
// combination of values is published on its own, and whoever hears one of them would hear the whole.
function singles(attributes: Attributes): readonly Readonly<Record<string, string>>[] {
  return Object.entries(attributes).reduce<readonly Readonly<Record<string, string>>[]>(
    (known, [name, value]) => known.flatMap((one) => [value].flat().map((item) => ({ ...one, [name]: item }))),
    [{}],
  );
}
