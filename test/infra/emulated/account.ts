import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Instant } from '../../../functions/time.ts';
import type { Call } from '../../edge/aws-faults.ts';
import type { Deployed, Instance, Outcome } from './lambda.ts';
import type { Stack } from './stack.ts';

/** What the services between the functions do with events: Scheduler, the table's stream, SNS, and Lambda's own queue. */
export interface Account {
  /** Rings every schedule whose rate divides that minute; those of a calendar are rung by `schedule`. */
  ring(minute: number, at: Instant): Promise<void>;
  /** Rings one schedule. @param name ends the schedule's own */
  schedule(name: string, at: Instant): Promise<void>;
  /** Hands over what the table wrote since the last time, by the mappings' own filters. */
  stream(written: readonly Call[], at: Instant): Promise<void>;
  /** Hands over what the topics published to functions since the last time. */
  topics(at: Instant): Promise<void>;
  /** Every run so far. */
  readonly runs: readonly { readonly name: string; readonly event: unknown; readonly outcome: Outcome }[];
  /** The letters in a queue, which are left there. */
  letters(queueArn: string | undefined): Promise<readonly Letter[]>;
}

export interface Letter {
  readonly requestPayload?: unknown;
  readonly responsePayload?: { readonly errorMessage?: string };
}

const nameOf = (arn: string): string => arn.split(':').at(-1) ?? '';

/** @param instances by the function's name */
export function accountOf(
  stack: Stack,
  functions: readonly Deployed[],
  instances: Readonly<Record<string, Instance>>,
): Account {
  const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
  const runs: { name: string; event: unknown; outcome: Outcome }[] = [];
  const schedules = stack.all('AWS::Scheduler::Schedule').map(([, properties]) => properties);
  const mappings = stack.all('AWS::Lambda::EventSourceMapping').map(([, properties]) => properties);
  const toFunctions = stack.all('AWS::SNS::Subscription').filter(([, { Protocol }]) => Protocol === 'lambda');
  let seen = 0;

  const named = (arn: unknown): Deployed => {
    const found = functions.find((one) => one.arn === arn || one.arn === `arn:function/${String(arn)}`);
    if (!found) throw new Error(`no function ${String(arn)}`);
    return found;
  };

  async function run(deployed: Deployed, event: unknown, at: Instant): Promise<Outcome> {
    const outcome = await instances[deployed.name]?.run(event, at);
    if (!outcome) throw new Error(`no instance of ${deployed.name}`);
    runs.push({ name: deployed.name, event, outcome });
    return outcome;
  }

  async function leave(queueArn: string, letter: Letter): Promise<void> {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: nameOf(queueArn) }));
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(letter) }));
  }

  /** Lambda's own queue: runs again what failed, at once here and after minutes there, and then leaves a letter. */
  async function hand(deployed: Deployed, event: unknown, at: Instant): Promise<void> {
    let error: string | undefined;
    for (let i = 0; i <= deployed.retries; i++) {
      ({ error } = await run(deployed, event, at));
      if (error === undefined) return;
    }
    const letter: Letter = { requestPayload: event, responsePayload: { errorMessage: error ?? '' } };
    if (deployed.letters !== undefined) await leave(deployed.letters, letter);
  }

  const ringOne = ({ Target }: Readonly<Record<string, unknown>>, at: Instant): Promise<void> => {
    const { Arn, Input } = Target as { Arn: string; Input: string };
    return hand(named(Arn), JSON.parse(Input), at);
  };

  /** A mapping runs a batch until it is taken, as often as it says; then the batch is a letter without its rows. */
  async function feed(
    mapping: Readonly<Record<string, unknown>>,
    rows: readonly unknown[],
    at: Instant,
  ): Promise<void> {
    const deployed = named(mapping['FunctionName']);
    for (let i = 0; i <= (mapping['MaximumRetryAttempts'] as number); i++) {
      const { error } = await run(deployed, { Records: rows }, at);
      if (error === undefined) return;
    }
    const { OnFailure } = mapping['DestinationConfig'] as { OnFailure: { Destination: string } };
    await leave(OnFailure.Destination, {});
  }

  return {
    runs,
    async ring(minute, at) {
      const due = schedules.filter(({ ScheduleExpression }) => minute % minutesOf(String(ScheduleExpression)) === 0);
      await Promise.all(due.map((one) => ringOne(one, at)));
    },
    async schedule(name, at) {
      const found = schedules.find((one) => String(one['Name']).endsWith(name));
      if (!found) throw new Error(`no schedule ${name}`);
      await ringOne(found, at);
    },
    async stream(written, at) {
      const rows = written.slice(seen).flatMap(rowOf);
      seen = written.length;
      await Promise.all(
        mappings.map(async (mapping) => {
          const { Filters } = mapping['FilterCriteria'] as { Filters: readonly { Pattern: string }[] };
          const heard = rows.filter((row) => Filters.some(({ Pattern }) => matches(row, JSON.parse(Pattern))));
          if (heard.length > 0) await feed(mapping, heard, at);
        }),
      );
    },
    async topics(at) {
      await Promise.all(
        toFunctions.map(async ([id, { Endpoint }]) => {
          const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: id }));
          for (;;) {
            const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
            if (Messages.length === 0) return;
            for (const { Body = '', ReceiptHandle } of Messages) {
              await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
              await hand(named(Endpoint), { Records: [{ Sns: notificationOf(Body) }] }, at);
            }
          }
        }),
      );
    },
    async letters(queueArn = '') {
      const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: nameOf(queueArn) }));
      const all: Letter[] = [];
      for (;;) {
        const command = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 2 });
        const { Messages = [] } = await sqs.send(command);
        if (Messages.length === 0) return all;
        all.push(...Messages.map(({ Body = '' }) => JSON.parse(Body) as Letter));
      }
    },
  };
}

/** Minutes of `rate(…)`; a `cron(…)` is rung by name. */
function minutesOf(expression: string): number {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour)s?\)$/.exec(expression) ?? [];
  return count === undefined ? Infinity : Number(count) * (unit === 'hour' ? 60 : 1);
}

/** What the stream tells of a row that was written; an answer that was lost on its way changes nothing of it. */
function rowOf({ operation, body, status }: Call): readonly unknown[] {
  if (operation !== 'PutItem' || status !== 200) return [];
  const { Item } = JSON.parse(body) as { Item: { pk: { S: string }; sk: { S: string } } };
  return [{ eventName: 'INSERT', dynamodb: { Keys: { pk: Item.pk, sk: Item.sk } } }];
}

/** An event pattern: in each place any of the values named. */
function matches(value: unknown, pattern: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.includes(value);
  return Object.entries(pattern as Record<string, unknown>).every(([name, wanted]) =>
    matches((value as Readonly<Record<string, unknown>> | undefined)?.[name], wanted),
  );
}

/** SNS hands a function the body that is for nobody else. */
function notificationOf(body: string): unknown {
  const told = JSON.parse(body) as { readonly Message: string };
  const { default: own } = JSON.parse(told.Message) as { readonly default: string };
  return { ...told, Message: own };
}
