import { cardOf, slackMessage, teamsMessage } from '../alerts/card.ts';
import type { Language } from '../sources/source.ts';
import type { ReceiverKind } from './receiver-kinds.ts';

/** What SNS hands to a function, of which we read this. */
export interface Notification {
  readonly MessageId: string;
  readonly Subject?: string | null;
  readonly Message: string;
  readonly MessageAttributes?: Readonly<Record<string, { readonly Value: string }>>;
}

/** What relaying may do to the world. */
export interface RelayEdge {
  /** Sends a body to the receiver, signed where the receiver has a secret. */
  post(body: string, headers: Readonly<Record<string, string>>): Promise<void>;
}

/**
 * Passes one published message on, in the form that its receiver shows. At least once: `x-dual-use-watch-id` is the same
 * for every time.
 * @throws whatever the receiver answers otherwise than that it took the message
 */
export async function relayMessage(edge: RelayEdge, kind: ReceiverKind, notification: Notification): Promise<void> {
  const { MessageId, Subject, Message, MessageAttributes } = notification;
  const language = (MessageAttributes?.['language']?.Value ?? 'en') as Language;
  const card = () => cardOf(Subject ?? 'dual-use-watch', Message, language);
  const body = {
    slack: () => JSON.stringify(slackMessage(card())),
    teams: () => JSON.stringify(teamsMessage(card())),
    https: () => Message,
  }[kind]();
  await edge.post(body, {
    'content-type': 'application/json; charset=utf-8',
    ...(kind === 'https' && {
      'x-dual-use-watch-id': MessageId,
      'x-dual-use-watch-language': language,
      'x-dual-use-watch-schema': 'https://github.com/dual-use-watch/alert.schema.json',
    }),
  });
}
