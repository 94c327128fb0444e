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
  /** Cut off before anything is done. */
  | 'reset'
  /** Refused for what it says. */
  | 'invalid'
  /** Done, and the answer is lost. */
  | 'lose';

export interface Call {
  readonly operation: string;
  readonly body: string;
  readonly fate: Fate;
  /** What the service answered, whoever got the answer. */
  status?: number;
}

export interface Faults {
  readonly url: string;
  /** Every call, with what became of it. */
  readonly calls: Call[];
  fate: (operation: string, body: string) => Fate;
  readonly close: () => void;
}

export type Service = 'DYNAMODB' | 'SNS' | 'S3' | 'SSM' | 'CLOUDWATCH' | 'CLOUDFRONT';

const json = (type: string): string => JSON.stringify({ __type: type, message: 'refused' });
const xml = (code: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>slow</Message></Error></ErrorResponse>`;

/** How each service says that it is asked too often: status and body. */
const throttled: Readonly<Record<Service, readonly [number, string]>> = {
  DYNAMODB: [400, json('com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException')],
  SNS: [400, xml('Throttling')],
  S3: [503, '<Error><Code>SlowDown</Code><Message>slow</Message></Error>'],
  SSM: [400, json('ThrottlingException')],
  CLOUDWATCH: [400, json('ThrottlingException')],
  CLOUDFRONT: [400, xml('Throttling')],
};
const invalid: Readonly<Partial<Record<Service, string>>> = {
  DYNAMODB: json('com.amazon.coral.validate#ValidationException'),
  SNS: xml('InvalidParameter'),
};

/** Stands between the SDK and an emulator, and lets the worst happen to the calls of a service that a test chooses. */
export async function faultsBefore(service: Service): Promise<Faults> {
  const variable = `AWS_ENDPOINT_URL_${service}`;
  const before = process.env[variable] ?? '';
  const faults = await faultsAt(service, before);
  process.env[variable] = faults.url;
  const end = faults.close;
  return Object.assign(faults, {
    close() {
      process.env[variable] = before;
      end();
    },
  });
}

/** The same for whoever is told its `url`. @param at where the service is */
export async function faultsAt(service: Service, at: string): Promise<Faults> {
  const target = new URL(at);
  const calls: Faults['calls'] = [];
  const server = createServer((incoming, answer) => void serve(incoming, answer));
  const faults: Faults = {
    url: '',
    calls,
    fate: () => 'pass',
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(faults, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });

  async function serve(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const named = String(incoming.headers['x-amz-target'] ?? /Action=(\w+)/.exec(body.toString())?.[1] ?? '');
    const operation = named.replace(/.*\./, '') || String(incoming.method);
    const call: Call = { operation, body: body.toString(), fate: faults.fate(operation, body.toString()) };
    const { fate } = call;
    calls.push(call);
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
      case 'throttle': {
        const [status, words] = throttled[service];
        answer.writeHead(status).end(words);
        return;
      }
      case 'invalid':
        answer.writeHead(400).end(invalid[service]);
        return;
      case 'reset':
        incoming.socket.destroy();
        return;
      case 'fail':
        answer.writeHead(500).end('');
        return;
      case 'pass':
      case 'lose': {
        const onward = request(target, { method: incoming.method, path: incoming.url, headers: incoming.headers });
        onward.end(body);
        const [reply] = (await once(onward, 'response')) as [IncomingMessage];
        call.status = reply.statusCode ?? 500;
        if (fate === 'lose') {
          for await (const _ of reply);
          incoming.socket.destroy();
          return;
        }
        answer.writeHead(call.status, reply.headers);
        reply.pipe(answer);
      }
    }
  }
}
