import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page as its server gives it. */
export interface Served {
  readonly type: string;
  readonly body: string;
  /** The server hands out no validators, and sends the whole page each time. */
  readonly forgetful?: boolean;
}

/** Servers of any name on one loopback port, told apart by their Host header, or by the first part of the path. */
export interface Origin {
  readonly address: string;
  /** Puts pages in their places, by host and path; what stood there before is gone. */
  show(pages: Readonly<Record<string, Served>>): void;
  /** Requests since the last look, and the connections that were made for them. */
  take(): { readonly requests: number; readonly connections: number };
}

/** Starts the servers. Pages are ready before they are asked for, so that an answer costs little. */
export async function startOrigin(): Promise<Origin> {
  const pages = new Map<string, Served & { readonly bytes: Buffer; readonly etag: string }>();
  let requests = 0;
  let connections = 0;
  const server = createServer((request, response) => {
    requests++;
    const { url = '' } = request;
    const page = pages.get(`${request.headers.host ?? ''}${url}`) ?? pages.get(url.slice(1));
    if (page === undefined) response.writeHead(404).end();
    else if (page.forgetful) response.writeHead(200, { 'content-type': page.type }).end(page.bytes);
    else if (request.headers['if-none-match'] === page.etag) response.writeHead(304, { etag: page.etag }).end();
    else response.writeHead(200, { 'content-type': page.type, etag: page.etag }).end(page.bytes);
  });
  server.on('connection', () => connections++);
  // A pause between two sections of the bench must not cost the next one its connections.
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show(next) {
      for (const [place, page] of Object.entries(next)) {
        const etag = `"${createHash('md5').update(page.body).digest('hex')}"`;
        pages.set(place, { ...page, bytes: Buffer.from(page.body), etag });
      }
    },
    take() {
      const taken = { requests, connections };
      requests = connections = 0;
      return taken;
    },
  };
}
