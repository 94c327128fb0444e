import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import type { FauxqsServer } from 'fauxqs';
import { REGION } from './emulated-table.ts';

/** Starts SNS on this machine. */
export async function startTopics(): Promise<FauxqsServer> {
  const { startFauxqs } = await import('fauxqs');
  return startFauxqs({ port: 0, host: '127.0.0.1', logger: false, defaultRegion: REGION, messageSpies: true });
}

/** SNS that starts when it is first called: most runs of a timer have nothing to tell, and it is half of what they would load. */
export interface LateTopics {
  readonly address: string;
  /** The emulator, once somebody has called. */
  readonly started: () => FauxqsServer | undefined;
  readonly close: () => Promise<void>;
}

/** @param prepare makes the topics, before the first call goes through */
export async function startLateTopics(prepare: (sns: FauxqsServer) => void): Promise<LateTopics> {
  let starting: Promise<FauxqsServer> | undefined;
  let sns: FauxqsServer | undefined;
  const start = async (): Promise<FauxqsServer> => {
    sns = await startTopics();
    prepare(sns);
    return sns;
  };
  const sockets = new Set<Socket>();
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    void (starting ??= start()).then(({ port }) => {
      const onward = createConnection(port, '127.0.0.1');
      for (const [one, other] of [[socket, onward] as const, [onward, socket] as const]) {
        sockets.add(one);
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
        one.pipe(other);
      }
      socket.resume();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    started: () => sns,
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await (await starting)?.stop();
    },
  };
}
