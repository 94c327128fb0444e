import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What becomes of one call to AWS. */
export type Fate =
  | 'pass'
  /** Accepted, and never answered. */
  | 'hang'
  /** Answered with headers and half a body, and never again. */
  | 'stall'
  /** Answered byte by byte, for ever. */
  | 'drip'
  | 'throttle'
  | 'fail'
  /** Refused for what it says. */
  | 'invalid'
  /** Done, and the answer is lost. */
  | 'lose';

export interface Faults {
  readonly url: string;
  /** Every call, with what became of it. */
  readonly calls: { readonly operation: string; readonly fate: Fate }[];
  fate: (operation: string, body: string) => Fate;
  readonly close: () => void;
}

const errors = {
  DYNAMODB: {
    throttle: '{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"slow"}',
    invalid: '{"__type":"com.amazon.coral.validate#ValidationException","message":"refused"}',
  },
  SNS: {
    throttle:
      '<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code><Message>slow</Message></Error></ErrorResponse>',
    invalid:
      '<ErrorResponse><Error><Type>Sender</Type><Code>InvalidParameter</Code><Message>refused</Message></Error></ErrorResponse>',
  },
} as const;

/** Stands between the SDK and an emulator, and lets the worst happen to the calls of a service that a test chooses. */
export async function faultsBefore(service: keyof typeof errors): Promise<Faults> {
  const variable = `AWS_ENDPOINT_URL_${service}`;
  const target = new URL(process.env[variable] ?? '');
  const calls: Faults['calls'] = [];
  const server = createServer((incoming, answer) => void serve(incoming, answer));
  const faults: Faults = {
    url: '',
    calls,
    fate: () => 'pass',
    close() {
      process.env[variable] = target.href;
      server.closeAllConnections();
      server.close();
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env[variable] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(faults, { url: process.env[variable] });

  async function serve(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const named = String(incoming.headers['x-amz-target'] ?? /Action=(\w+)/.exec(body.toString())?.[1] ?? '');
    const operation = named.replace(/.*\./, '');
    const fate = faults.fate(operation, body.toString());
    calls.push({ operation, fate });
    switch (fate) {
      case 'hang':
        return;
      case 'stall':
        answer.writeHead(200, { 'content-type': 'application/x-amz-json-1.0', 'content-length': 100 }).write('{"It');
        return;
      case 'drip':
        answer.writeHead(200, { 'content-type': 'application/x-amz-json-1.0', 'content-length': 1_000 });
        while (!answer.destroyed) {
          answer.write(' ');
          await pause(100);
        }
        return;
      case 'throttle':
      case 'invalid':
        answer.writeHead(400).end(errors[service][fate]);
        return;
      case 'fail':
        answer.writeHead(500).end('');
        return;
      case 'pass':
      case 'lose': {
        const onward = request(target, { method: incoming.method, path: incoming.url, headers: incoming.headers });
        onward.end(body);
        const [reply] = (await once(onward, 'response')) as [IncomingMessage];
        if (fate === 'lose') {
          for await (const _ of reply);
          incoming.socket.destroy();
          return;
        }
        answer.writeHead(reply.statusCode ?? 500, reply.headers);
        reply.pipe(answer);
      }
    }
  }
}
