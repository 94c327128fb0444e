import * as v from 'valibot';
import { type ReceiverKind, receiverKinds } from '../functions/runs/receiver-kinds.ts';
import { choices, type Choices } from './subscribers.ts';

const parameter = v.pipe(v.string(), v.regex(/^\/[A-Za-z0-9._/-]{1,900}$/));

/** A receiver as written in the settings. */
export const ReceiverSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,30}$/)),
  kind: v.picklist(receiverKinds),
  address: parameter,
  secret: v.optional(parameter),
  ...choices,
});

/** What each field of a receiver may be, for the person who wrote it otherwise. */
export const allowedOfReceiver = {
  id: 'a short name of lower-case letters, digits and hyphens',
  kind: `one of ${receiverKinds.join(', ')}`,
  address: 'the name of an SSM parameter, such as /dual-use-watch/slack, that holds the https address',
  secret: 'the name of an SSM parameter that holds the key of the signature; for kind https only',
} as const;

/** Where a team talks: a channel, or a service of its own. */
export interface Receiver extends Choices {
  readonly id: string;
  readonly kind: ReceiverKind;
  /** The SSM parameter, a SecureString, that holds the address: whoever knows it can write there. */
  readonly address: string;
  /** The SSM parameter, a SecureString, that holds the key of the signature. */
  readonly secret?: string | undefined;
}
