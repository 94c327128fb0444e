import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateTopicCommand, SetTopicAttributesCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Stack } from './stack.ts';

/** What no emulator makes, and who does its work instead. */
export const notMade: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'its bundle runs in a process of its own (lambda.ts)',
  'AWS::Lambda::EventInvokeConfig': 'its retries and its dead letters are played (lambda.ts)',
  'AWS::Lambda::EventSourceMapping': 'its filter, retries and dead letters are played (account.ts)',
  'AWS::Scheduler::Schedule': 'it is rung when its rate says so (account.ts)',
  'AWS::Logs::MetricFilter': 'its pattern is held against the lines that the bundles log',
  'AWS::Scheduler::ScheduleGroup': 'a name',
  'AWS::Logs::LogGroup': 'a name: the lines are kept by the test',
  'AWS::Lambda::Permission': 'the emulators let everybody do everything; rights are held by watch-stack.test.ts',
  'AWS::IAM::Role': 'as above',
  'AWS::IAM::Policy': 'as above',
  'AWS::S3::BucketPolicy': 'as above',
  'AWS::Lambda::Url': 'an event of its form is put to the function by screening/function.test.ts',
  'AWS::KMS::Key': 'the emulators encrypt nothing',
  'AWS::CloudWatch::Alarm': 'nobody counts metrics here; their rules are held by alarms.test.ts',
  'AWS::CloudWatch::Dashboard': 'a picture',
  'AWS::CloudFront::Distribution': 'a server that takes its one call stands in its place',
  'AWS::CloudFront::OriginAccessControl': 'as above',
  'AWS::CloudFront::ResponseHeadersPolicy': 'as above',
  'AWS::CDK::Metadata': 'says which CDK made the template',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const texts = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, text(value)]])),
  );

/** Makes what the emulators know, from the resources' own properties, in the order in which they need each other. */
export async function createAll(stack: Stack): Promise<readonly string[]> {
  const sns = new SNSClient();
  const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
  await createQueues(stack, sqs);
  await createTables(stack);
  await createBuckets(stack);
  await createTopics(stack, sns);
  for (const [, { PolicyDocument, Queues }] of stack.all('AWS::SQS::QueuePolicy')) {
    for (const QueueUrl of Queues as string[]) {
      await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy: text(PolicyDocument) } }));
    }
  }
  await subscribe(stack, sns, sqs);
  for (const [id] of stack.all('AWS::CloudFront::Distribution')) {
    stack.made(id, { Ref: id, DomainName: 'pages.example' });
  }
  return [
    ...['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy', 'AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket'],
    ...['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy', 'AWS::SNS::Subscription'],
  ];
}

async function createQueues(stack: Stack, sqs: SQSClient): Promise<void> {
  for (const [id, { MessageRetentionPeriod, SqsManagedSseEnabled, RedrivePolicy }] of stack.all('AWS::SQS::Queue')) {
    const Attributes = texts({ MessageRetentionPeriod, SqsManagedSseEnabled, RedrivePolicy });
    const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: id, Attributes }));
    const answer = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
    stack.made(id, { Ref: QueueUrl, Arn: answer.Attributes?.['QueueArn'] ?? '' });
  }
}

async function createTables(stack: Stack): Promise<void> {
  const client = new DynamoDBClient();
  for (const [id, { KeySchema, AttributeDefinitions, BillingMode }] of stack.all('AWS::DynamoDB::GlobalTable')) {
    const input = { TableName: id, KeySchema, AttributeDefinitions, BillingMode } as CreateTableCommandInput;
    await client.send(new CreateTableCommand(input));
    await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.01, maxDelay: 0.1 }, { TableName: id }); // seconds
    stack.made(id, { Ref: id, Arn: `arn:table/${id}`, StreamArn: `arn:stream/${id}` });
  }
}

async function createBuckets(stack: Stack): Promise<void> {
  const client = new S3Client({ forcePathStyle: true });
  for (const [id] of stack.all('AWS::S3::Bucket')) {
    const Bucket = id.toLowerCase();
    await client.send(new CreateBucketCommand({ Bucket }));
    stack.made(id, { Ref: Bucket, Arn: `arn:aws:s3:::${Bucket}` });
  }
}

async function createTopics(stack: Stack, sns: SNSClient): Promise<void> {
  for (const [id, { DisplayName, KmsMasterKeyId }] of stack.all('AWS::SNS::Topic')) {
    const Attributes = texts({ DisplayName, KmsMasterKeyId });
    const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: id, Attributes }));
    stack.made(id, { Ref: TopicArn, TopicName: id });
  }
  for (const [, { PolicyDocument, Topics }] of stack.all('AWS::SNS::TopicPolicy')) {
    for (const TopicArn of Topics as string[]) {
      const policy = { TopicArn, AttributeName: 'Policy', AttributeValue: text(PolicyDocument) };
      await sns.send(new SetTopicAttributesCommand(policy));
    }
  }
}

/** The emulator hands nothing to functions: a queue with the same filter does, and the test empties it into the function. */
async function subscribe(stack: Stack, sns: SNSClient, sqs: SQSClient): Promise<void> {
  for (const [id, { TopicArn, Protocol, Endpoint, ...rest }] of stack.all('AWS::SNS::Subscription')) {
    let endpoint = Endpoint as string;
    const { RedrivePolicy, ...attributes } = rest;
    if (Protocol === 'lambda') {
      const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: id }));
      const answer = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
      endpoint = answer.Attributes?.['QueueArn'] ?? '';
    }
    const command = new SubscribeCommand({
      TopicArn: TopicArn as string,
      Protocol: Protocol === 'lambda' ? 'sqs' : (Protocol as string),
      Endpoint: endpoint,
      Attributes: texts({ ...attributes, ...(Protocol === 'lambda' ? {} : { RedrivePolicy }) }),
      ReturnSubscriptionArn: true,
    });
    await sns.send(command);
  }
}
