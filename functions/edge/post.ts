import { setTimeout as pause } from 'node:timers/promises';
import { Misconfigured } from '../errors.ts';
import { guardedLookup, literalAddress, mayReach, namesThisMachine } from './address-guard.ts';
import { exchanger, type Reply } from './exchange.ts';

/** How one message is sent, in milliseconds. */
export interface Insistence {
  /** For everything, waits included. */
  readonly whole: number;
  /** For one attempt. */
  readonly attempt: number;
  /** Before each further attempt; a server may ask for longer by `Retry-After`. */
  readonly waits: readonly number[];
}

const USUAL: Insistence = { whole: 45_000, attempt: 10_000, waits: [1_000, 4_000, 12_000] };

/** A receiver that did not take a message. Its address is a secret, and stands in no error. */
export class NotReceived extends Error {
  override name = 'NotReceived' as const;
}

export interface Poster {
  /**
   * Posts one text. Silence, resets, 429 and 5xx are tried again; a refusal and a redirect are not: an address that has
   * moved is one that somebody must look at.
   * @throws NotReceived saying what the receiver answered; Misconfigured for an address that is none
   */
  readonly post: (address: string, body: string, headers: Readonly<Record<string, string>>) => Promise<void>;
}

/** @param allowLocal whether receivers on this machine may be reached, and by plain HTTP */
export function poster(allowLocal: boolean, insistence: Insistence = USUAL): Poster {
  const { whole, attempt, waits } = insistence;
  const { exchange } = exchanger({ idle: attempt, headerBytes: 16_384, bodyBytes: 100_000 }, guardedLookup(allowLocal));

  async function post(address: string, body: string, headers: Readonly<Record<string, string>>): Promise<void> {
    const to = receiverAt(address, allowLocal);
    const outgoing = {
      to,
      path: to.pathname + to.search,
      headers: { ...headers, 'content-length': Buffer.byteLength(body), host: to.host },
      body,
    };
    const end = performance.now() + whole;
    let last = 'nothing';
    for (const wait of [0, ...waits, undefined]) {
      if (wait === undefined || performance.now() + wait >= end) break;
      await pause(wait);
      const now = performance.now();
      const reply = await exchange(outgoing, Math.min(end, now + attempt)).catch(codeOf);
      if (typeof reply === 'object' && reply.status >= 200 && reply.status < 300) return;
      last = typeof reply === 'string' ? reply : String(reply.status);
      if (typeof reply === 'object' && !isPassing(reply.status)) throw new NotReceived(refusalOf(reply));
      if (typeof reply === 'object') await pause(askedWait(reply, end));
    }
    throw new NotReceived(`it did not take the message within ${whole} ms; the last answer was ${last}`);
  }

  return { post };
}

function receiverAt(address: string, allowLocal: boolean): URL {
  const to = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined;
  const literal = to && literalAddress(to);
  const local = to !== undefined && namesThisMachine(to);
  const reachable = literal === undefined || mayReach(literal, allowLocal);
  const scheme = to?.protocol === 'https:' || (to?.protocol === 'http:' && allowLocal && local);
  if (to && scheme && reachable && (allowLocal || !local)) return to;
  throw new Misconfigured('the parameter that holds its address: expected one https address on the public internet');
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? 'a failure';

const isPassing = (status: number): boolean => status === 408 || status === 425 || status === 429 || status >= 500;

const refusalOf = ({ status }: Reply): string =>
  status >= 300 && status < 400
    ? `it answered ${status}, a redirect; put the address that it leads to into the parameter`
    : `it refused the message with ${status}; see whether its address was revoked`;

/** What `Retry-After` asks for, where there is time for it. */
function askedWait({ headers }: Reply, end: number): number {
  const seconds = Number(headers['retry-after'] ?? 0);
  const left = end - performance.now();
  return Number.isFinite(seconds) && seconds > 0 ? Math.max(0, Math.min(seconds * 1_000, left - 1_000)) : 0;
}
