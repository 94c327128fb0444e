import type { DocumentRef } from '../documents/document.ts';
import type { Provision } from '../findings/finding.ts';
import type { BeijingDate } from '../time.ts';

/** The provisions with one of these actions. */
export type Of<A extends Provision['action'], P = Provision> = P extends { action: infer B }
  ? Extract<A, B> extends never
    ? never
    : P
  : never;

/** Where a provision stands, and when it was read. */
export interface Text {
  readonly document: DocumentRef;
  /** The day on which it was read. */
  readonly today: BeijingDate;
}

/**
 * The day that counts for what a text does: the one that it states, else that of its publication, else that of the reading.
 * A publication that lies ahead of the reading is a misprint, or a mirror's stamp (自公布之日起 is never in the future).
 */
export function dayOf(stated: BeijingDate | undefined, { document: { publishedOn }, today }: Text): BeijingDate {
  if (stated !== undefined && stated !== publishedOn) return stated;
  return publishedOn === undefined || publishedOn > today ? today : publishedOn;
}
