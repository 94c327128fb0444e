import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { patient } from '../edge/patience.ts';
import { PATIENCE } from './stack.ts';

/** Whose a dead letter is, and with what its function was called. */
export interface Addressee {
  readonly name: 'poll' | 'notify' | 'calendar' | 'relay';
  readonly event: unknown;
}

/** Calls a function with an event, and throws when it fails. */
export type Ring = (name: Addressee['name'], event: unknown) => Promise<void>;

/**
 * Whose a letter of the watch's queue is: a schedule's letter is its input, Lambda's holds the input and the error, the
 * stream's tells of a batch. Undefined for what none of them sends.
 */
export function addressee(body: string): Addressee | undefined {
  const letter = objectIn(body);
  if (letter === undefined) return undefined;
  if ('DDBStreamBatchInfo' in letter) return { name: 'notify', event: {} };
  const event = inputOf(letter);
  if (event === undefined) return undefined;
  if ('source' in event) return { name: 'poll', event };
  if ('task' in event) return { name: 'calendar', event };
  return Object.keys(event).length === 0 ? { name: 'notify', event: {} } : undefined;
}

/** A letter of a receiver's queue: Lambda's holds the event; SNS's is the message that it could not hand over. */
export function relayed(body: string): Addressee | undefined {
  const letter = objectIn(body);
  if (letter === undefined) return undefined;
  if ('Message' in letter && 'MessageId' in letter) return { name: 'relay', event: { Records: [{ Sns: letter }] } };
  const event = inputOf(letter);
  return event && 'Records' in event ? { name: 'relay', event } : undefined;
}

function objectIn(body: string): object | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function inputOf(letter: object): object | undefined {
  const event = 'requestPayload' in letter ? letter.requestPayload : letter;
  return typeof event === 'object' && event !== null ? event : undefined;
}

/** Rings every dead letter's function, once for equal letters; they leave the queue when that succeeded. */
export async function drain(
  queue: string,
  whose: (body: string) => Addressee | undefined,
  ring: Ring,
): Promise<{ readonly rung: readonly string[]; readonly failed: readonly string[] }> {
  const client = new SQSClient({ ...patient(PATIENCE), useQueueUrlAsEndpoint: false });
  const outcomes = new Map<string, Outcome>();
  const seen = new Set<string>();
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10, VisibilityTimeout: 300 }),
    );
    const fresh = Messages.filter(({ MessageId = '' }) => !seen.has(MessageId));
    if (fresh.length === 0) break;
    for (const { MessageId = '', Body = '', ReceiptHandle } of fresh) {
      seen.add(MessageId);
      const to = whose(Body);
      // A source that fails at every tick leaves a letter each time, and one poll answers them all.
      const call = to ? `${to.name} ${JSON.stringify(to.event)}` : Body;
      const outcome = outcomes.get(call) ?? (await attempt(to, call, ring));
      outcomes.set(call, outcome);
      if (outcome.failure === undefined) {
        await client.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle }));
      }
    }
  }
  const all = [...outcomes.values()];
  return {
    rung: all.filter(({ failure }) => failure === undefined).map(({ what }) => what),
    failed: all.flatMap(({ what, failure }) => (failure === undefined ? [] : [`${what}: ${failure}`])),
  };
}

interface Outcome {
  readonly what: string;
  readonly failure?: string;
}

async function attempt(to: Addressee | undefined, call: string, ring: Ring): Promise<Outcome> {
  const what = to ? call.slice(0, 120) : `nobody ${call.slice(0, 100)}`;
  if (!to) return { what, failure: 'no function sends such a letter' };
  try {
    await ring(to.name, to.event);
    return { what };
  } catch (error) {
    return { what, failure: error instanceof Error ? error.message : String(error) };
  }
}
