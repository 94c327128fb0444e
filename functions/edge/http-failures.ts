import type { IncomingHttpHeaders } from 'node:http';
import { SourceUnavailable, UnexpectedShape } from '../errors.ts';
import { ADDRESS_REFUSED } from './address-guard.ts';
import { given, type Reply } from './exchange.ts';

interface Failure {
  readonly code: RegExp;
  readonly kind?: SourceUnavailable['cause_'];
  readonly what: string;
  readonly next?: string;
}

const resetCode = /^(?:ECONNRESET|EPIPE)$/;

const failures: readonly Failure[] = [
  { code: /^ECONNREFUSED$/, what: 'the connection was refused' },
  { code: resetCode, what: 'the connection was reset' },
  { code: /^(?:ENOTFOUND|EAI_\w+)$/, what: 'its name does not resolve' },
  { code: /^(?:ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL)$/, what: 'no route leads there' },
  { code: /^ETIMEDOUT$/, what: 'nobody took the connection' },
  {
    code: /CERT|SIGNATURE/,
    what: 'its certificate is not trusted',
    next: 'that is never overlooked: the next poll tries again, and the publisher must renew it',
  },
  { code: /^(?:EPROTO|ERR_SSL|ERR_TLS)/, what: 'no encrypted connection came about' },
  { code: new RegExp(`^${given.idle}$`), what: 'the server fell silent' },
  { code: new RegExp(`^${given.up}$`), what: 'the answer took too long' },
  { code: new RegExp(`^${given.closed}$`), what: 'this client was closed', next: 'the next run tries again' },
  {
    code: new RegExp(`^(?:${given.tooLarge}|ERR_BUFFER_TOO_LARGE|HPE_HEADER_OVERFLOW)$`),
    kind: 'too-large',
    what: 'the answer is too large to be a page',
    next: 'the rest was not read; open the address and see what stands there',
  },
  { code: /^HPE_/, what: 'the answer is not valid HTTP' },
  { code: /^(?:Z_|ERR_+ERROR_|ERR_BROTLI)/, what: 'the answer’s compression is broken' },
];

/**
 * A failed exchange, or a body that did not unpack, in the words of the operator.
 * @param where method and address
 * @returns SourceUnavailable; the error itself when it tells of no failure out there
 */
export function failureOf(error: unknown, where: string): unknown {
  const code = codeOf(error);
  if (code === '' || !(error instanceof Error) || error instanceof TypeError) return error;
  if (code === ADDRESS_REFUSED) {
    return new SourceUnavailable(`${where}: not reached: ${error.message}; correct the source’s address`, 'redirect');
  }
  const { kind, what, next } = failures.find((one) => one.code.test(code)) ?? { what: 'the request failed' };
  return new SourceUnavailable(`${where}: ${what} (${code}); ${next ?? 'the next poll tries again'}`, kind);
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Whether the connection broke under the request, as a busy or distrustful server lets it. */
export const isReset = (error: unknown): boolean => resetCode.test(codeOf(error));

// How firewalls and bot managers decline: 412 and 521 before Chinese government sites, 405 电信云防护, 406 to a feed
// reader's headers, 401 and 403 elsewhere.
const declining = new Set([401, 403, 405, 406, 412, 418, 451, 521]);

/** @returns what to throw for an answer that is no page, with the seconds the server asked us to stay away */
export function refusalOf({ status, headers }: Reply, where: string): SourceUnavailable | UnexpectedShape {
  const retryAfter = secondsToWait(headers);
  const stay = retryAfter === undefined ? '' : ` and asks to wait ${retryAfter} s`;
  if (declining.has(status) || headers['cf-mitigated'] === 'challenge' || headers['x-amzn-waf-action'] !== undefined) {
    return new SourceUnavailable(
      `${where}: answered ${status}${stay}: the site is up and declines programs; that is never bypassed, so poll less often or turn the source off`,
      'blocked',
      retryAfter,
    );
  }
  if (status < 400) {
    return new UnexpectedShape(`${where}: expected 200 and a page, found ${status}; open it and see what changed`);
  }
  const gone = status === 404 || status === 410;
  const next = gone ? 'open it in a browser and correct the source’s address' : 'the next poll tries again';
  return new SourceUnavailable(`${where}: answered ${status}${stay}; ${next}`, 'status', retryAfter, gone);
}

// Seconds. A server that says more must not silence a source: it is asked again after a day.
const LONGEST_WAIT = 86_400;

/** `Retry-After` in seconds; a date counts from the server's own clock, which may be wrong (RFC 9110 §10.2.3). */
function secondsToWait(headers: IncomingHttpHeaders): number | undefined {
  const value = headers['retry-after'];
  if (value === undefined) return undefined;
  const there = Date.parse(headers.date ?? '') || Date.now();
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - there) / 1_000);
  return seconds > 0 ? Math.min(seconds, LONGEST_WAIT) : undefined;
}
