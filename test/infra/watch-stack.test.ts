import { Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { enabledSources } from '../../functions/sources/catalogue.ts';
import { nameOf, resourcesOf, rightsOf } from './rights.ts';
import { synthesized, team, watch } from './synthesized.ts';

const { template } = synthesized(watch);
const functions = ['Poller', 'Notifier', 'Calendar', 'AnnexReader'] as const;
const rights = (name: (typeof functions)[number]) => rightsOf(template, `Watch${name}Role`);
const may = (name: (typeof functions)[number], action: string) =>
  rights(name).find(({ actions }) => actions.includes(action));

test('lists of our own are read by the notifier alone, and by nobody where the settings leave them out', () => {
  const { template: all } = synthesized({ ...watch, ownLists: true, ask: true, site: true });
  for (const [stack, readers] of [
    [template, []],
    [all, ['WatchNotifierRole']],
  ] as const) {
    const roles = Object.keys(resourcesOf(stack, 'AWS::IAM::Role')).map((Ref) => nameOf({ Ref }));
    const onTable = roles.flatMap((role) =>
      rightsOf(stack, role)
        .filter(({ actions }) =>
          actions.some((action) => /^dynamodb:(?:GetItem|Query|PutItem|UpdateItem)$/.test(action)),
        )
        .map((right) => ({ role, ...right })),
    );
    // Whoever may touch rows is bound to partitions that are named; `*` stands behind another word only.
    expect(onTable.filter(({ partitions }) => partitions === undefined)).toEqual([]);
    expect(onTable.flatMap(({ role, partitions = [] }) => (partitions.some(meansOwn) ? [role] : []))).toEqual(readers);
  }
  expect(all.findResources('AWS::Lambda::Function')).toSatisfy(
    (functions: object) => JSON.stringify(functions).match(/WATCH_OWN_LISTS/g)?.length === 1,
  );
});

const meansOwn = (pattern: string): boolean => 'own'.startsWith(pattern.replace(/\*$/, '')) || pattern === 'own';

test('text messages bear a name that is sent whole: SNS cuts it at ten characters', () => {
  const [alerts] = Object.entries(resourcesOf(template, 'AWS::SNS::Topic')).filter(([id]) => id.includes('Alerts'));
  expect(String(alerts?.[1].Properties['DisplayName'])).toMatch(/^[ -~]{1,10}$/);
});

test.each(functions)('a run of %s that fails is run again, and then is a letter that holds its event', (name) => {
  const configs = Object.values(resourcesOf(template, 'AWS::Lambda::EventInvokeConfig')).map(
    ({ Properties }) =>
      Properties as { FunctionName: unknown; MaximumRetryAttempts: number; DestinationConfig: unknown },
  );
  const own = configs.find(({ FunctionName }) => nameOf(FunctionName) === `Watch${name}Function`);
  expect(own?.MaximumRetryAttempts).toBeGreaterThan(0);
  const { OnFailure } = own?.DestinationConfig as { OnFailure: { Destination: unknown } };
  expect(nameOf(OnFailure.Destination)).toBe('WatchDeadLetters.Arn');
  expect(may(name, 'sqs:SendMessage')?.resources).toEqual(['WatchDeadLetters.Arn']);
});

test('no role takes a policy of AWS, which would hold wildcards', () => {
  template.allResourcesProperties('AWS::IAM::Role', Match.objectLike({ ManagedPolicyArns: Match.absent() }));
});

test('every source that is on has exactly one schedule, with its whole self as input, jitter, retries and a dead letter', () => {
  const schedules = Object.values(resourcesOf(template, 'AWS::Scheduler::Schedule')).map(
    ({ Properties }) => Properties as unknown as Schedule,
  );
  const polls = schedules.filter(({ Target }) => nameOf(Target.Arn) === 'WatchPollerFunction.Arn');
  expect(polls.map(({ Target }) => JSON.parse(Target.Input) as unknown)).toEqual(
    enabledSources.map((source) => ({ source })),
  );
  expect(polls.map(({ Name }) => Name)).toEqual(enabledSources.map(({ id }) => `DualUseWatch-${id}`));
  expect(polls.map(({ ScheduleExpression }) => ScheduleExpression)).toEqual(
    enabledSources.map(({ every }) => `rate(${every} minutes)`),
  );
  for (const { FlexibleTimeWindow, Target } of polls) {
    expect(FlexibleTimeWindow).toMatchObject({ Mode: 'FLEXIBLE' });
    expect(Target.RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(0);
    expect(nameOf(Target.DeadLetterConfig.Arn)).toBe('WatchDeadLetters.Arn');
  }
});

test('a source every minute is scheduled in the singular, which is all that the service accepts', () => {
  const slow = enabledSources.slice(1).map(({ id }) => id);
  const { template } = synthesized({ sources: { off: slow, every: { 'mofcom-announcements': 1 } } });
  template.hasResourceProperties('AWS::Scheduler::Schedule', { ScheduleExpression: 'rate(1 minute)' });
});

test('the notifier is rung by every new row of the journal and, whatever happens, every five minutes', () => {
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    StartingPosition: 'TRIM_HORIZON',
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: 3,
    FilterCriteria: {
      Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":["journal"]}}}}' }],
    },
    DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
  });
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    Target: Match.objectLike({ Input: '{}' }),
    ScheduleExpression: 'rate(5 minutes)',
  });
});

test('the calendar keeps Beijing days, and its digest a Tokyo morning', () => {
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpressionTimezone: 'Asia/Shanghai',
    Target: Match.objectLike({ Input: '{"task":"daily"}' }),
  });
  template.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'cron(0 8 ? * MON *)',
    ScheduleExpressionTimezone: 'Asia/Tokyo',
    Target: Match.objectLike({ Input: '{"task":"digest"}' }),
  });
});

test('the table is kept once it was made, backed up to the second and streamed by key', () => {
  template.hasResource('AWS::DynamoDB::GlobalTable', {
    // A first deployment that fails leaves nothing behind; what held a journal stays.
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
      Replicas: [
        Match.objectLike({
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ],
    },
  });
});

test('where removal is "destroy", nothing refuses to go', () => {
  const { template } = synthesized({ removal: 'destroy', customerManagedKey: true });
  const all = (template.toJSON() as { Resources: Record<string, { DeletionPolicy?: string }> }).Resources;
  expect(Object.values(all).filter(({ DeletionPolicy }) => DeletionPolicy?.startsWith('Retain'))).toEqual([]);
});

test('a key of your own encrypts the table too, and its readers may use it', () => {
  const { template } = synthesized({ customerManagedKey: true });
  template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    Replicas: [Match.objectLike({ SSESpecification: { KMSMasterKeyId: Match.anyValue() } })],
  });
  const poller = rightsOf(template, 'WatchPollerRole').flatMap(({ actions }) => actions);
  expect(poller).toContain('kms:Decrypt');
});

test('both topics are encrypted and refuse a message that does not come over TLS', () => {
  template.resourceCountIs('AWS::SNS::Topic', 2);
  template.allResourcesProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
  template.allResourcesProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: Match.objectLike({
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ]),
    }),
  });
});

test('subscribers hear by their policy, the operator hears everything', () => {
  const subscriptions = Object.values(resourcesOf(template, 'AWS::SNS::Subscription')).map(({ Properties }) => [
    Properties['Endpoint'],
    Properties['FilterPolicy'],
  ]);
  expect(subscriptions).toEqual([
    ['ada@example.jp', { language: ['ja'], goods: ['rare-earths', { exists: false }] }],
    ['+819012345678', { language: ['ja'], urgency: ['immediate'] }],
    ['ops@example.jp', undefined],
  ]);
});

test('functions run on Node 24 and ARM, in no network of ours, unreserved, and log JSON that ends', () => {
  template.resourceCountIs('AWS::Lambda::Function', 4);
  template.allResourcesProperties('AWS::Lambda::Function', {
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    LoggingConfig: Match.objectLike({ LogFormat: 'JSON' }),
    ReservedConcurrentExecutions: Match.absent(),
    VpcConfig: Match.absent(),
  });
  template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
});

test('a table that is there already is used, with its stream and its key, and none is made', () => {
  const arn = 'arn:aws:dynamodb:ap-northeast-1:123456789012:table/restored/stream/2026-02-24T00:00:00.000';
  const key = 'arn:aws:kms:ap-northeast-1:123456789012:key/1b2c';
  const { template } = synthesized({ ...watch, existingTable: { name: 'restored', stream: arn, key } });
  template.resourceCountIs('AWS::DynamoDB::GlobalTable', 0);
  template.hasResourceProperties('AWS::Lambda::EventSourceMapping', { EventSourceArn: arn });
  template.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: Match.objectLike({ WATCH_TABLE: 'restored' }) },
  });
  const poller = rightsOf(template, 'WatchPollerRole');
  expect(poller.find(({ actions }) => actions.includes('kms:Decrypt'))?.resources).toEqual([key]);
  const { template: unheard } = synthesized({ ...watch, existingTable: { name: 'restored' } });
  unheard.resourceCountIs('AWS::Lambda::EventSourceMapping', 0);
});

test.each([watch, { ...watch, ...team, customerManagedKey: true, removal: 'destroy' }])(
  "the stack passes cdk-nag's AwsSolutions",
  (settings) => {
    const { app } = synthesized(settings);
    expect(new AwsSolutionsChecks().validateScope(app).violations).toEqual([]);
  },
);

interface Schedule {
  readonly Name: string;
  readonly ScheduleExpression: string;
  readonly FlexibleTimeWindow: unknown;
  readonly Target: {
    readonly Arn: unknown;
    readonly Input: string;
    readonly RetryPolicy: { readonly MaximumRetryAttempts: number };
    readonly DeadLetterConfig: { readonly Arn: unknown };
  };
}
