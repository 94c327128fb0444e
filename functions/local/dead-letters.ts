import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/** Calls one of the three functions with an event, and throws when it fails. */
export type Ring = (name: 'poll' | 'notify' | 'calendar', event: unknown) => Promise<void>;

/**
 * Whose a dead letter is, and with what it was called: a schedule's letter is its input, the stream's tells of a batch.
 * Undefined for what none of them sends.
 */
export function addressee(body: string): { readonly name: Parameters<Ring>[0]; readonly event: unknown } | undefined {
  let event: unknown;
  try {
    event = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof event !== 'object' || event === null) return undefined;
  if ('source' in event) return { name: 'poll', event };
  if ('task' in event) return { name: 'calendar', event };
  return 'DDBStreamBatchInfo' in event || Object.keys(event).length === 0 ? { name: 'notify', event: {} } : undefined;
}

/** Rings every dead letter's function once; a letter leaves the queue when that succeeded. */
export async function drain(
  queue: string,
  ring: Ring,
): Promise<{ readonly rung: readonly string[]; readonly failed: readonly string[] }> {
  const client = new SQSClient();
  const rung: string[] = [];
  const failed: string[] = [];
  const seen = new Set<string>();
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10, VisibilityTimeout: 300 }),
    );
    const fresh = Messages.filter(({ MessageId = '' }) => !seen.has(MessageId));
    if (fresh.length === 0) return { rung, failed };
    for (const { MessageId = '', Body = '', ReceiptHandle } of fresh) {
      seen.add(MessageId);
      const to = addressee(Body);
      const what = `${to?.name ?? 'nobody'} ${Body.slice(0, 100)}`;
      try {
        if (!to) throw new Error('no function sends such a letter');
        await ring(to.name, to.event);
        await client.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle }));
        rung.push(what);
      } catch (error) {
        failed.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}
