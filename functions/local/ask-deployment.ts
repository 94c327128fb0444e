import { CloudWatchClient, DescribeAlarmsCommand, type DescribeAlarmsCommandOutput } from '@aws-sdk/client-cloudwatch';
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DynamoDBClient,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { ListSchedulesCommand, type ListSchedulesCommandOutput, SchedulerClient } from '@aws-sdk/client-scheduler';
import {
  GetSMSAttributesCommand,
  GetSMSSandboxAccountStatusCommand,
  ListSubscriptionsByTopicCommand,
  type ListSubscriptionsByTopicCommandOutput,
  SNSClient,
} from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { healthIn } from '../edge/bookmarks.ts';
import { deliveriesIn } from '../edge/deliveries.ts';
import { journalIn } from '../edge/journal.ts';
import { patient } from '../edge/patience.ts';
import { now } from '../edge/settings.ts';
import { Table } from '../edge/table.ts';
import type { Facts, Listener } from './diagnosis.ts';
import { type Deployed, PATIENCE } from './stack.ts';

const client = patient(PATIENCE);

/** Asks a deployment everything that a diagnosis needs. What is refused is an Error in its place, and the rest is asked. */
export async function factsOf({ stack, output, outputs }: Deployed): Promise<Facts> {
  const table = output('Table');
  const [subscribers, operators] = await Promise.all([
    orError(() => listenersOf(output('AlertTopic'))),
    orError(() => listenersOf(output('OperatorTopic'))),
  ]);
  const bySms = Array.isArray(subscribers) && subscribers.some(({ protocol }) => protocol === 'sms');
  const [schedules, states, deliveries, alarms, letters, kept] = await Promise.all([
    orError(() => schedulesOf([output('Poll'), output('Notify'), output('Calendar')])),
    orError(() => healthIn(new Table(table, PATIENCE)).all()),
    orError(() => deliveriesOf(table)),
    orError(() => alarmsOf(stack)),
    orError(() => lettersIn([output('DeadLetters'), ...outputs('RelayLetters')])),
    orError(() => tableOf(table)),
  ]);
  return {
    at: now(),
    subscribers,
    operators,
    ...(bySms && { sms: await orError(smsOf) }),
    schedules,
    states,
    deliveries,
    alarms,
    letters,
    table: kept,
  };
}

async function orError<T>(ask: () => Promise<T>): Promise<T | Error> {
  try {
    return await ask();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function listenersOf(topic: string): Promise<readonly Listener[]> {
  const sns = new SNSClient(client);
  const found: Listener[] = [];
  let next: string | undefined;
  do {
    const page: ListSubscriptionsByTopicCommandOutput = await sns.send(
      new ListSubscriptionsByTopicCommand({ TopicArn: topic, ...(next && { NextToken: next }) }),
    );
    for (const { Protocol = '', Endpoint = '', SubscriptionArn = '' } of page.Subscriptions ?? []) {
      if (SubscriptionArn === 'Deleted') continue;
      found.push({ protocol: Protocol, endpoint: Endpoint, confirmed: SubscriptionArn.startsWith('arn:') });
    }
    next = page.NextToken;
  } while (next);
  return found;
}

async function smsOf(): Promise<{ readonly sandbox: boolean; readonly monthlyUsd: number }> {
  const sns = new SNSClient(client);
  const { IsInSandbox } = await sns.send(new GetSMSSandboxAccountStatusCommand());
  const { attributes } = await sns.send(new GetSMSAttributesCommand({ attributes: ['MonthlySpendLimit'] }));
  return { sandbox: IsInSandbox ?? false, monthlyUsd: Number(attributes?.['MonthlySpendLimit'] ?? 1) };
}

/** Every schedule that rings one of the functions, in whatever group. */
async function schedulesOf(functions: readonly string[]): Promise<readonly { name: string; enabled: boolean }[]> {
  const scheduler = new SchedulerClient(client);
  const found: { name: string; enabled: boolean }[] = [];
  let next: string | undefined;
  do {
    const page: ListSchedulesCommandOutput = await scheduler.send(
      new ListSchedulesCommand({ MaxResults: 100, ...(next && { NextToken: next }) }),
    );
    for (const { Name = '', State, Target } of page.Schedules ?? []) {
      if (functions.some((name) => Target?.Arn?.endsWith(`:function:${name}`))) {
        found.push({ name: Name, enabled: State === 'ENABLED' });
      }
    }
    next = page.NextToken;
  } while (next);
  return found;
}

async function deliveriesOf(name: string): Promise<Exclude<Facts['deliveries'], Error>> {
  const table = new Table(name, PATIENCE);
  const [changes, mark] = [await journalIn(table).changes(), await deliveriesIn(table, { now }).mark()];
  const oldest = changes.find(
    ({ number }) => number > mark.upTo || mark.owed.some(({ change }) => change === number),
  )?.observedAt;
  return { changes: changes.length, upTo: mark.upTo, owed: mark.owed.length, ...(oldest && { oldest }) };
}

async function alarmsOf(stack: string): Promise<readonly { name: string; ringing: boolean }[]> {
  const cloudwatch = new CloudWatchClient(client);
  const found: { name: string; ringing: boolean }[] = [];
  let next: string | undefined;
  do {
    const page: DescribeAlarmsCommandOutput = await cloudwatch.send(
      new DescribeAlarmsCommand({ AlarmNamePrefix: `${stack}-`, ...(next && { NextToken: next }) }),
    );
    for (const { AlarmName = '', StateValue } of page.MetricAlarms ?? []) {
      found.push({ name: AlarmName, ringing: StateValue === 'ALARM' });
    }
    next = page.NextToken;
  } while (next);
  return found;
}

async function lettersIn(queues: readonly string[]): Promise<number> {
  const sqs = new SQSClient({ ...client, useQueueUrlAsEndpoint: false });
  const counts = await Promise.all(
    queues.map(async (QueueUrl) => {
      const AttributeNames = ['ApproximateNumberOfMessages' as const];
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
      return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function tableOf(name: string): Promise<Exclude<Facts['table'], Error>> {
  const dynamo = new DynamoDBClient(client);
  const { Table: table } = await dynamo.send(new DescribeTableCommand({ TableName: name }));
  const { ContinuousBackupsDescription } = await dynamo.send(new DescribeContinuousBackupsCommand({ TableName: name }));
  const recovery = ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
  return {
    protected: table?.DeletionProtectionEnabled ?? false,
    backups: recovery === 'ENABLED',
    stream: table?.StreamSpecification?.StreamEnabled ?? false,
  };
}

/** Turns on the table's protection against deletion. */
export async function protect(table: string): Promise<void> {
  await new DynamoDBClient(client).send(new UpdateTableCommand({ TableName: table, DeletionProtectionEnabled: true }));
}
