import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** The services that no emulator on npm speaks, each by the one call that a function makes, and the world outside. */
export interface Others {
  readonly url: string;
  /** Bodies that the receiver took, by `x-dual-use-watch-id`. */
  readonly taken: Map<string, string>;
  /** Beats of the heart. */
  beats: number;
  /** Calls that had copies of pages forgotten. */
  forgotten: number;
  close(): void;
}

/** @param parameters the values of SSM's parameters, `$URL` standing for this server */
export async function startOthers(parameters: Readonly<Record<string, string>>): Promise<Others> {
  const server = createServer((request, answer) => void serve(request, answer));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let asked = 0;
  const others: Others = {
    url,
    taken: new Map(),
    beats: 0,
    forgotten: 0,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return others;

  async function serve(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await text(request);
    const target = String(request.headers['x-amz-target'] ?? request.url);
    if (target.endsWith('GetParameter')) {
      const { Name } = JSON.parse(body) as { Name: string };
      const Value = parameters[Name]?.replace('$URL', url);
      answer.writeHead(200).end(JSON.stringify({ Parameter: { Value } }));
    } else if (/DescribeAlarms/.test(target + body)) {
      answer.writeHead(200, { 'content-type': 'application/json' }).end('{"MetricAlarms":[]}');
    } else if (/^\/2020-05-31\/distribution\/.*\/invalidation/.test(target)) {
      others.forgotten += 1;
      answer.writeHead(201, { 'content-type': 'text/xml' }).end('<Invalidation><Id>I1</Id></Invalidation>');
    } else if (target === '/beat') {
      others.beats += 1;
      answer.writeHead(200).end();
    } else if ((asked += 1) === 1) {
      // The receiver is away at first.
      answer.writeHead(503).end();
    } else {
      others.taken.set(String(request.headers['x-dual-use-watch-id']), body);
      answer.writeHead(200).end();
    }
  }
}
