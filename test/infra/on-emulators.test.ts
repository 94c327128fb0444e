import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { CreateTopicCommand, SetTopicAttributesCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Faults, faultsBefore } from '../edge/aws-faults.ts';
import { announce } from '../stories/telling.ts';
import { type Emulators, startEmulators } from '../../functions/local/emulators.ts';
import { ordinaryNotices, type Replica, startReplica } from '../../functions/local/replica.ts';
import { freshHandlers, setClock } from '../../functions/local/world.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import type { Source } from '../../functions/sources/source.ts';
import { addMinutes, type BeijingDate, type Instant } from '../../functions/time.ts';
import { deploymentFile } from '../../infra/deployment.ts';
import { readSettings } from '../../infra/settings.ts';
import { WatchStack } from '../../infra/watch-stack.ts';
import { type Resource, resourcesOf } from './rights.ts';

const watch = {
  operator: 'ops@maker.example',
  subscribers: [
    { email: 'ada@maker.example', language: 'en', instruments: ['control-list'] },
    { sms: '+819012345678', language: 'ja' },
  ],
  receivers: [{ id: 'team', kind: 'slack', address: '/watch/slack', language: 'en' }],
};
const { settings } = readSettings({ watch });
const stack = new WatchStack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'DualUseWatch', settings);
const template = Template.fromStack(stack);
const index = catalogue.find(({ id }) => id === 'mofcom-announcements') as Source;
const AT = '2026-02-24T03:00:00.000Z' as Instant;

let emulators: Emulators;
let replica: Replica;
let faults: readonly Faults[] = [];
beforeAll(async () => {
  [emulators, replica] = await Promise.all([startEmulators('another'), startReplica()]);
  process.env['AWS_ENDPOINT_URL_SQS'] = `http://127.0.0.1:${emulators.sns.port}`;
});
afterAll(async () => {
  for (const fault of faults) fault.close();
  await emulators.close();
  await replica.close();
});

/** What the emulators made, by logical id: `Ref`, and what `Fn::GetAtt` asks for. */
const made = new Map<string, Readonly<Record<string, string>>>([
  ['AWS::Region', { Ref: 'ap-northeast-1' }],
  ['AWS::AccountId', { Ref: '000000000000' }],
  ['AWS::Partition', { Ref: 'aws' }],
]);

/** A value of the template with its references resolved, as CloudFormation does; what no emulator makes keeps its name. */
function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Readonly<Record<string, unknown>>;
  if (typeof Ref === 'string') return made.get(Ref)?.['Ref'] ?? Ref;
  if (Array.isArray(attribute))
    return made.get(String(attribute[0]))?.[String(attribute[1])] ?? `arn:${attribute.map(String).join(':')}`;
  if (Array.isArray(join)) return (resolved(join[1]) as string[]).join(String(join[0]));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolved(one)]));
}

/** Every resource of a type, its properties resolved. */
const all = (type: string): readonly (readonly [id: string, properties: Resource['Properties']])[] =>
  Object.entries(resourcesOf(template, type)).map(([id, one]) => [
    id,
    resolved(one.Properties) as Resource['Properties'],
  ]);

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const texts = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, text(value)]])),
  );

async function createAll(): Promise<void> {
  const [sns, sqs, dynamo] = [new SNSClient(), new SQSClient({ useQueueUrlAsEndpoint: false }), new DynamoDBClient()];
  for (const [id, { DisplayName, KmsMasterKeyId }] of all('AWS::SNS::Topic')) {
    const { TopicArn = '' } = await sns.send(
      new CreateTopicCommand({ Name: id, Attributes: texts({ DisplayName, KmsMasterKeyId }) }),
    );
    made.set(id, { Ref: TopicArn, TopicName: id });
  }
  for (const [id, { MessageRetentionPeriod, SqsManagedSseEnabled }] of all('AWS::SQS::Queue')) {
    const Attributes = texts({ MessageRetentionPeriod, SqsManagedSseEnabled });
    const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: id, Attributes }));
    const answer = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
    made.set(id, { Ref: QueueUrl, Arn: answer.Attributes?.QueueArn ?? '' });
  }
  for (const [id, { KeySchema, AttributeDefinitions, BillingMode }] of all('AWS::DynamoDB::GlobalTable')) {
    const input = { TableName: id, KeySchema, AttributeDefinitions, BillingMode } as CreateTableCommandInput;
    await dynamo.send(new CreateTableCommand(input));
    await waitUntilTableExists({ client: dynamo, maxWaitTime: 10, minDelay: 0.01, maxDelay: 0.1 }, { TableName: id });
    made.set(id, { Ref: id, Arn: `arn:table/${id}`, StreamArn: `arn:stream/${id}` });
  }
  for (const [, { PolicyDocument, Topics }] of all('AWS::SNS::TopicPolicy')) {
    for (const TopicArn of Topics as string[]) {
      await sns.send(
        new SetTopicAttributesCommand({ TopicArn, AttributeName: 'Policy', AttributeValue: text(PolicyDocument) }),
      );
    }
  }
  for (const [, { PolicyDocument, Queues }] of all('AWS::SQS::QueuePolicy')) {
    for (const QueueUrl of Queues as string[]) {
      await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy: text(PolicyDocument) } }));
    }
  }
  for (const [, { TopicArn, Protocol, Endpoint, ...attributes }] of all('AWS::SNS::Subscription')) {
    await sns.send(
      new SubscribeCommand({
        TopicArn: TopicArn as string,
        Protocol: Protocol as string,
        Endpoint: Endpoint as string,
        Attributes: texts(attributes),
        ReturnSubscriptionArn: true,
      }),
    );
  }
}

/** The variables of a function as the template gives them, and the file beside its bundle. */
function environmentOf(construct: string): void {
  const [, properties] = all('AWS::Lambda::Function').find(([id]) => id.startsWith(construct)) ?? [];
  const { Variables } = properties?.['Environment'] as { Variables: Record<string, string> };
  const { NODE_OPTIONS: _, ...variables } = Variables;
  Object.assign(process.env, variables);
}

test('what the template describes is made on the emulators, and the functions run on it, throttled and cut off, and lose nothing', async () => {
  await createAll();
  for (const construct of ['WatchPoller', 'WatchCalendar', 'WatchNotifier']) environmentOf(construct);
  const file = join(mkdtempSync(join(tmpdir(), 'on-emulators-')), 'deployment.json');
  writeFileSync(file, String(deploymentFile(settings)['deployment.json']));
  Object.assign(process.env, {
    WATCH_DEPLOYMENT: file,
    WATCH_REPLICA: replica.address,
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  });
  const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'ear' }));
  emulators.sns.subscribe({
    topic: process.env['WATCH_TOPIC']?.split(':').at(-1) ?? '',
    queue: 'ear',
    region: 'ap-northeast-1',
  });

  faults = [await faultsBefore('DYNAMODB'), await faultsBefore('SNS')];
  // A third of all calls are throttled or lose their answer, as it comes: the seed makes it the same each time.
  let seed = 11;
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  for (const fault of faults) fault.fate = () => (random() < 0.2 ? 'throttle' : random() < 0.15 ? 'lose' : 'pass');

  const { poll, notify } = await freshHandlers();
  const lists = [21, 22, 23].map((number) =>
    announce(
      `商务部公告2026年第${number}号 公布将1家日本实体列入出口管制管控名单`,
      '2026-02-24',
      `决定将1家日本实体列入出口管制管控名单。本公告自公布之日起正式实施。\n附件\n1.甲山第${number}株式会社（Koyama ${number} Co., Ltd.）`,
    ),
  );
  for (const [i, known] of [[], lists.slice(0, 1), lists.slice(0, 2), lists, lists].entries()) {
    setClock(addMinutes(AT, i * 10));
    replica.show({
      sources: [index],
      announced: { [index.id]: [...known, ...ordinaryNotices(5, '2026-02-23' as BeijingDate)] },
      headlines: {},
    });
    await poll({ source: index }).catch(() => undefined);
    await notify().catch(() => undefined);
  }
  for (const fault of faults) fault.fate = () => 'pass';
  setClock(addMinutes(AT, 60));
  await poll({ source: index });
  const report = await notify();
  expect(report).toMatchObject({ owed: 0, undeliveredMinutes: 0 });
  // Both people of the settings are there, on the topic that the template made; so is the operator.
  expect(report).toMatchObject({ subscribersMissing: 0, operatorsMissing: 0 });

  const told = new Set<string>();
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 300 }),
    );
    if (Messages.length === 0) break;
    for (const { Body = '' } of Messages) {
      const { Subject, MessageAttributes } = JSON.parse(Body) as {
        Subject: string;
        MessageAttributes: { language: { Value: string } };
      };
      told.add(`${/#(\d+)/.exec(Subject)?.[1]} ${MessageAttributes.language.Value}`);
    }
  }
  expect([...told].sort()).toEqual(
    [1, 2, 3].flatMap((number) => ['en', 'ja', 'zh'].map((language) => `${number} ${language}`)),
  );
}, 60_000);
