import type { Change } from '../register/change.ts';
import type { Instant } from '../time.ts';
import type { Hits } from '../screening/own.ts';
import type { Urgency } from './alert.ts';
import { bytesOf, cut } from './safe-text.ts';
import type { Evidence } from './status.ts';

/** Raised when a reader of the old body would misread the new one; `alert.schema.json` describes this one. */
export const VERSION = 2;

/** What stands around the Change in the body for queues, functions and web hooks. */
export interface Frame {
  readonly subject: string;
  readonly urgency: Urgency;
  readonly evidence: Evidence;
  readonly confirmed: boolean;
  readonly composedAt: Instant;
  readonly outlets: readonly string[];
  readonly whereToLook: string;
  readonly page?: string;
  readonly ours?: Hits;
}

// Entries of each list, characters of each text; no word of ours is longer than the last.
const trims = [[400, 2_000], [100, 500], [20, 200], [5, 100], [1, 100], [0, 100]] as const; // prettier-ignore

/** The body: the whole Change as the journal holds it, cut only where SNS could not carry it, and then saying so. */
export function jsonBody(change: Change, { whereToLook, ...frame }: Frame, most: number): string {
  const body = { version: VERSION, kind: 'alert', number: change.number, ...frame };
  const whole = escaped({ ...body, change });
  if (bytesOf(whole) <= most) return whole;
  for (const [lists, letters] of trims) {
    // The provisions say once more what the effects say.
    const trimmed = { ...(trimmedTo({ ...change, provisions: [] }, lists, letters) as Change), number: change.number };
    const text = escaped({ ...body, change: trimmed, cut: { lists, letters, whereToLook } });
    if (bytesOf(text) <= most) return text;
  }
  return escaped({ ...body, cut: { lists: 0, letters: 0, whereToLook } });
}

function trimmedTo(value: unknown, lists: number, letters: number): unknown {
  if (typeof value === 'string') return cut(value, letters);
  if (Array.isArray(value)) return value.slice(0, lists).map((one) => trimmedTo(one, lists, letters));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, trimmedTo(one, lists, letters)]));
}

/** JSON in which what cannot be seen is written as an escape, so that it can. */
export const escaped = (value: unknown): string =>
  JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`)
      .join(''),
  );
