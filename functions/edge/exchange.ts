import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';

// Imported as a module, it would load Node's whole `fetch` for the sake of its exports: 20 ms of a cold start.
const http = process.getBuiltinModule('node:http');

/** What one request may cost, in milliseconds and bytes. */
export interface ExchangeLimits {
  /** Silence on the wire. */
  readonly idle: number;
  readonly headerBytes: number;
  /** The body as sent, before it is decompressed. */
  readonly bodyBytes: number;
}

export interface Outgoing {
  /** Where to connect: the server's own address, or the replica's. */
  readonly to: URL;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  /** Sent by POST; absent: GET. */
  readonly body?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Empty unless the status is 2xx: nobody reads a redirect's page or an error's. */
  readonly body: Buffer;
}

/** The codes of our own errors, beside those of Node. */
export const given = { up: 'GAVE_UP', idle: 'IDLE', tooLarge: 'TOO_LARGE', closed: 'CLOSED' } as const;

const gave = (code: (typeof given)[keyof typeof given]): Error => Object.assign(new Error(code), { code });

// Node tries a name's next address after 250 ms, which a handshake with Beijing alone can take.
const MILLISECONDS_AN_ADDRESS = 2_500;

/**
 * Makes single requests, over connections that are kept; decides nothing about them.
 * @returns `exchange`, which rejects with errors that bear a `code`, Node's or one of ours, and `close`, which ends
 * every request and connection
 */
export function exchanger(limits: ExchangeLimits, lookup: LookupFunction) {
  const connecting = { lookup, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: MILLISECONDS_AN_ADDRESS };
  const kept = { keepAlive: true, ...connecting };
  const agents = {
    GET: { 'http:': new http.Agent(kept), 'https:': new https.Agent(kept) },
    // A kept connection may have died unseen, and a form that fails on it cannot be sent again.
    POST: { 'http:': new http.Agent(connecting), 'https:': new https.Agent(connecting) },
  };
  const open = new Set<() => void>();
  let closed = false;

  /** @param deadline on the scale of `performance.now()` */
  const exchange = ({ to, path, headers, body }: Outgoing, deadline: number): Promise<Reply> =>
    new Promise((resolve, reject) => {
      if (closed) throw gave(given.closed);
      const method = body === undefined ? 'GET' : 'POST';
      const scheme = to.protocol === 'http:' ? 'http:' : 'https:';
      const request = (scheme === 'http:' ? http : https).request({
        agent: agents[method][scheme],
        hostname: to.hostname.replace(/^\[|\]$/g, ''),
        port: to.port,
        path,
        method,
        headers,
        timeout: limits.idle,
        maxHeaderSize: limits.headerBytes,
      });
      const settle = () => {
        clearTimeout(timer);
        open.delete(shut);
      };
      const fail = (error: Error) => {
        settle();
        reject(error);
        request.destroy();
      };
      const shut = () => {
        fail(gave(given.closed));
      };
      const timer = setTimeout(() => {
        fail(gave(given.up));
      }, deadline - performance.now());
      open.add(shut);
      request.on('timeout', () => {
        fail(gave(given.idle));
      });
      request.on('error', fail);
      request.on('response', (response) => {
        if (response.statusCode === 304) {
          // It has no body. Some servers send one all the same, and the parser stumbles over it as over a second answer.
          settle();
          resolve({ status: 304, headers: response.headers, body: Buffer.alloc(0) });
          response.resume();
          return;
        }
        receive(response, limits.bodyBytes).then((reply) => {
          settle();
          resolve(reply);
        }, fail);
      });
      request.end(body);
    });

  const close = (): void => {
    closed = true;
    for (const shut of open) shut();
    for (const agent of [agents.GET, agents.POST].flatMap((of) => [of['http:'], of['https:']])) agent.destroy();
  };

  return { exchange, close };
}

async function receive(response: IncomingMessage, most: number): Promise<Reply> {
  const { statusCode: status = 0, headers } = response;
  const chunks: Buffer[] = [];
  if (status >= 300) {
    response.destroy();
    return { status, headers, body: Buffer.alloc(0) };
  }
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw gave(given.tooLarge);
    chunks.push(chunk);
  }
  return { status, headers, body: Buffer.concat(chunks) };
}
