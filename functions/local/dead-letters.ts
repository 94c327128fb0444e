import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/** Calls one of the three functions with an event, and throws when it fails. */
export type Ring = (name: 'poll' | 'notify' | 'calendar', event: unknown) => Promise<void>;

/**
 * Whose a dead letter is, and with what it was called: a schedule's letter is its input, Lambda's holds the input and the
 * error, the stream's tells of a batch. Undefined for what none of them sends.
 */
export function addressee(body: string): { readonly name: Parameters<Ring>[0]; readonly event: unknown } | undefined {
  let letter: unknown;
  try {
    letter = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof letter !== 'object' || letter === null) return undefined;
  if ('DDBStreamBatchInfo' in letter) return { name: 'notify', event: {} };
  const event = 'requestPayload' in letter ? letter.requestPayload : letter;
  if (typeof event !== 'object' || event === null) return undefined;
  if ('source' in event) return { name: 'poll', event };
  if ('task' in event) return { name: 'calendar', event };
  return Object.keys(event).length === 0 ? { name: 'notify', event: {} } : undefined;
}

/** Rings every dead letter's function, once for equal letters; they leave the queue when that succeeded. */
export async function drain(
  queue: string,
  ring: Ring,
): Promise<{ readonly rung: readonly string[]; readonly failed: readonly string[] }> {
  const client = new SQSClient();
  const outcomes = new Map<string, { readonly what: string; readonly failure?: string }>();
  const seen = new Set<string>();
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10, VisibilityTimeout: 300 }),
    );
    const fresh = Messages.filter(({ MessageId = '' }) => !seen.has(MessageId));
    if (fresh.length === 0) break;
    for (const { MessageId = '', Body = '', ReceiptHandle } of fresh) {
      seen.add(MessageId);
      const to = addressee(Body);
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

async function attempt(
  to: ReturnType<typeof addressee>,
  call: string,
  ring: Ring,
): Promise<{ readonly what: string; readonly failure?: string }> {
  const what = to ? call.slice(0, 120) : `nobody ${call.slice(0, 100)}`;
  if (!to) return { what, failure: 'no function sends such a letter' };
  try {
    await ring(to.name, to.event);
    return { what };
  } catch (error) {
    return { what, failure: error instanceof Error ? error.message : String(error) };
  }
}
