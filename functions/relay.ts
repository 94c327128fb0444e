import { type Lifetime, withLastWords } from './edge/last-words.ts';
import { logger } from './edge/log.ts';
import { relayEdge } from './edge/relay-edge.ts';
import { setting } from './edge/settings.ts';
import { Misconfigured } from './errors.ts';
import { receiverKinds } from './runs/receiver-kinds.ts';
import { type Notification, relayMessage } from './runs/relay-message.ts';

let edge: ReturnType<typeof relayEdge> | undefined;

/**
 * Lambda: passes what was published on to one receiver, which its settings name.
 * @throws when the receiver does not take it; Lambda runs it twice more, and then it is a dead letter
 */
export async function handler(
  event: { readonly Records?: readonly { readonly Sns: Notification }[] },
  lifetime?: Lifetime,
): Promise<void> {
  const name = setting('WATCH_RECEIVER_KIND');
  const kind = receiverKinds.find((known) => known === name);
  if (!kind)
    throw new Misconfigured(`environment: WATCH_RECEIVER_KIND is "${name}"; allowed are ${receiverKinds.join(', ')}`);
  const receiver = setting('WATCH_RECEIVER');
  for (const { Sns } of event.Records ?? []) {
    await withLastWords({ receiver, notification: Sns.MessageId }, lifetime, () =>
      relayMessage((edge ??= relayEdge()), kind, Sns),
    );
    logger.info('relayed', { receiver, notification: Sns.MessageId });
  }
}
