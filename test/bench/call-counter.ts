import { once } from 'node:events';
import http, { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Exchanged, unitsOf } from './units.ts';

/** What was asked of AWS. */
export interface Calls {
  /** How often, by operation: `GetItem`, `Publish`. */
  readonly operations: Readonly<Record<string, number>>;
  /** DynamoDB's capacity units. */
  readonly readUnits: number;
  readonly writeUnits: number;
}

export interface CallCounter {
  /** Answers as the endpoint does. */
  readonly address: string;
  /** The calls since the last look. */
  take(): Calls;
  close(): Promise<void>;
}

const reads: ReadonlySet<string> = new Set(['GetItem', 'Query']);

/**
 * Stands in front of an endpoint of AWS and counts what passes.
 * @param endpoint of DynamoDB or SNS
 * @param heard is told each operation as it arrives
 */
export async function countCalls(
  endpoint: string,
  heard: (operation: string) => void = () => {},
): Promise<CallCounter> {
  const agent = new http.Agent({ keepAlive: true });
  let operations: Record<string, number> = {};
  const units = { read: 0, write: 0 };
  const server = createServer((request, response) => void pass(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await bytesOf(request);
    const operation = operationOf(request, asked);
    operations[operation] = (operations[operation] ?? 0) + 1;
    heard(operation);
    const isTable = request.headers['x-amz-target'] !== undefined;
    const sent = isTable ? askingForUnits(asked) : asked;
    const forward = http.request(new URL(request.url ?? '/', endpoint), {
      agent,
      method: request.method,
      headers: { ...request.headers, 'content-length': sent.length },
    });
    forward.end(sent);
    const [answer] = (await once(forward, 'response')) as [IncomingMessage];
    const body = await bytesOf(answer);
    if (isTable) {
      const exchanged = { operation, asked: parsed(asked), answer: parsed(body) } as Exchanged;
      units[reads.has(operation) ? 'read' : 'write'] += unitsOf(exchanged);
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers).end(body);
  }

  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const calls = { operations, readUnits: units.read, writeUnits: units.write };
      operations = {};
      Object.assign(units, { read: 0, write: 0 });
      return calls;
    },
    async close() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** DynamoDB names the operation in a header, SNS in its form. */
function operationOf(request: IncomingMessage, body: Buffer): string {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.').at(-1) ?? target;
  return new URLSearchParams(body.toString()).get('Action') ?? `${request.method ?? ''} ${request.url ?? ''}`;
}

const parsed = (body: Buffer): object => JSON.parse(body.toString()) as object;

const askingForUnits = (body: Buffer): Buffer =>
  Buffer.from(JSON.stringify({ ...parsed(body), ReturnConsumedCapacity: 'TOTAL' }));

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
