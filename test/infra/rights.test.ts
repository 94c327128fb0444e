import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { readSettings } from '../../infra/settings.ts';
import { WatchStack } from '../../infra/watch-stack.ts';
import { nameOf, resourcesOf, rightsOf } from './rights.ts';

const watch = {
  operator: 'ops@example.jp',
  receivers: [{ id: 'team', kind: 'https', address: '/watch/own', secret: '/watch/own-key', language: 'en' }],
  heartbeat: 'https://ping.example/abc',
  site: true,
  ask: true,
};
const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
const template = Template.fromStack(new WatchStack(app, 'DualUseWatch', readSettings({ watch }).settings));

interface Promised {
  /** Partitions of the table. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Everything else but its own log, as `action what`. */
  readonly besides: readonly string[];
}

const letters = 'sqs:SendMessage DeadLetters';
const stream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
  (action) => `dynamodb:${action} JournalTable.Stream`,
);
// What CDK's on-failure queue of a stream adds.
const streamLetters = ['sqs:GetQueueAttributes DeadLetters', 'sqs:GetQueueUrl DeadLetters'];

/** Every function there can be, and all that it may do. */
const promises: Readonly<Record<string, Promised>> = {
  Poller: {
    reads: ['journal', 'source', 'annex#*', 'waiting'],
    writes: ['journal', 'source', 'archive#*', 'annex', 'story#*', 'waiting'],
    besides: [letters],
  },
  AnnexReader: { reads: ['annex', 'annex#*'], writes: ['annex#*'], besides: [letters] },
  Notifier: {
    reads: ['journal', 'source', 'story#*', 'delivery'],
    writes: ['delivery'],
    besides: [
      ...['sns:Publish AlertsTopic', 'sns:ListSubscriptionsByTopic AlertsTopic'],
      ...['sns:Publish OperatorTopic', 'sns:ListSubscriptionsByTopic OperatorTopic'],
      ...[...stream, ...streamLetters, letters],
    ],
  },
  Calendar: {
    reads: ['journal', 'source', 'calendar'],
    writes: ['journal', 'calendar'],
    besides: ['sns:Publish AlertsTopic', letters],
  },
  Site: {
    reads: ['journal', 'source'],
    writes: [],
    besides: [
      ...['s3:GetObject Pages/*', 's3:PutObject Pages/*', 's3:ListBucket SitePages'],
      ...['cloudfront:CreateInvalidation distribution', ...stream, ...streamLetters, letters],
    ],
  },
  Ask: { reads: ['journal', 'source'], writes: [], besides: [] },
  Relayteam: {
    reads: [],
    writes: [],
    besides: ['ssm:GetParameter /watch/own', 'ssm:GetParameter /watch/own-key', 'sqs:SendMessage RelayteamLetters'],
  },
  Heartbeat: { reads: [], writes: [], besides: ['cloudwatch:DescribeAlarms alarms of the watch'] },
};

/** A resource as the table above calls it. */
function plain(resource: string): string {
  const [, parameter] = /:parameter([^"]*)"/.exec(resource) ?? [];
  if (parameter !== undefined) return parameter;
  if (resource.includes(':distribution/')) return 'distribution';
  if (resource.includes('"/*"') && resource.includes('SitePages')) return 'Pages/*';
  if (resource.includes(':alarm:DualUseWatch-')) return 'alarms of the watch';
  return resource.replace(/^Watch/, '').replace(/\.?Arn$/, '');
}

test.each(Object.entries(promises))('%s may do what is promised of it, and nothing else', (name, promised) => {
  const rights = rightsOf(template, `Watch${name}Role`);
  const onTable = (action: string): readonly string[] =>
    rights.filter(({ actions }) => actions.includes(action)).flatMap(({ partitions }) => partitions ?? ['everything']);
  expect(onTable('dynamodb:GetItem')).toEqual(promised.reads);
  expect(onTable('dynamodb:Query')).toEqual(promised.reads);
  expect(onTable('dynamodb:PutItem')).toEqual(promised.writes);
  expect(onTable('dynamodb:UpdateItem')).toEqual(promised.writes);
  const besides = rights
    .filter(({ actions }) => !actions.some((action) => /^(?:logs|kms):|^dynamodb:(?:GetItem|PutItem)$/.test(action)))
    .flatMap(({ actions, resources }) =>
      actions.flatMap((action) => resources.map((resource) => `${action} ${plain(resource)}`)),
    );
  expect([...new Set(besides)].sort()).toEqual([...promised.besides].sort());
  // A log of its own, and a key only where it publishes.
  const keyed = rights.some(({ actions }) => actions.includes('kms:Decrypt'));
  expect(keyed).toBe(promised.besides.some((right) => right.startsWith('sns:Publish')));
  const logs = rights.filter(({ actions }) => actions.includes('logs:PutLogEvents'));
  expect(logs.flatMap(({ resources }) => resources)).toEqual([`Watch${name}Log.Arn`]);
});

test('no function is without such a promise', () => {
  const functions = Object.entries(resourcesOf(template, 'AWS::Lambda::Function'))
    .filter(([, { Properties }]) => Properties['Runtime'] === 'nodejs24.x')
    .map(([Ref]) => nameOf({ Ref }).replace(/^Watch(.*)Function$/, '$1'));
  expect(functions.sort()).toEqual(Object.keys(promises).sort());
});

test('a schedule may call its function and leave a letter, whosever it is', () => {
  const roles = Object.keys(resourcesOf(template, 'AWS::IAM::Role')).map((Ref) => nameOf({ Ref }));
  const schedules = roles.filter((role) => role.endsWith('SchedulesRole'));
  expect(schedules.length).toBe(6);
  for (const role of schedules) {
    expect(rightsOf(template, role)).toEqual([
      { actions: ['lambda:InvokeFunction'], resources: [role.replace('SchedulesRole', 'Function.Arn')] },
      { actions: ['sqs:SendMessage'], resources: ['WatchDeadLetters.Arn'] },
    ]);
  }
});

test('the only wildcard is the files of the bucket of pages', () => {
  const roles = Object.entries(resourcesOf(template, 'AWS::IAM::Role'));
  const rights = roles
    .filter(([id]) => id.startsWith('Watch'))
    .flatMap(([Ref]) => rightsOf(template, nameOf({ Ref })))
    .flatMap(({ actions, resources }) => [...actions, ...resources.map(plain)]);
  expect([...new Set(rights.filter((right) => right.includes('*')))]).toEqual(['Pages/*']);
});
