import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Ask } from '../../functions/documents/page.ts';
import { httpClient, type HttpClient, type HttpSettings, type Limits } from '../../functions/edge/http.ts';

export interface LocalServer {
  readonly host: string;
  /** Connections that were opened to it. */
  readonly connections: () => number;
  /** Connections that are open now. */
  readonly open: () => number;
  readonly ask: (path?: string, more?: Partial<Ask>) => Ask;
}

/** An HTTP server on this machine, gone with the test. */
export const serve = (listener: RequestListener): Promise<LocalServer> => listening(createServer(listener));

/** A server that speaks whatever it likes once it was asked. */
export const serveRaw = (speak: (socket: Socket) => void): Promise<LocalServer> =>
  listening(
    createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        speak(socket);
      });
    }),
  );

async function listening(server: Server): Promise<LocalServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections++;
    sockets.add(socket.on('close', () => sockets.delete(socket)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    connections: () => connections,
    open: () => sockets.size,
    ask: (path = '/', more = {}) => ({ url: `http://${host}${path}`, hosts: [host], ...more }),
  };
}

/** A client that may reach this machine, with limits short enough for a test. */
export function localClient(limits: Partial<Limits> = {}, settings: Partial<HttpSettings> = {}): HttpClient {
  const client = httpClient(
    { contact: 'compliance@example.com', allowLocal: true, ...settings },
    { total: 2_000, idle: 1_000, retries: [5, 10], ...limits },
  );
  onTestFinished(client.close);
  return client;
}

/** The error that a promise is rejected with. */
export const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value: unknown) => {
      throw new Error(`expected a rejection, found ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
