import type { FauxqsServer } from 'fauxqs';
import { type EmulatedTable, orClosed, startTable } from './emulated-table.ts';
import { startTopics } from './emulated-topics.ts';

/** DynamoDB and SNS on this machine, speaking the AWS protocols; the SDK finds them through the environment. */
export interface Emulators extends EmulatedTable {
  readonly sns: FauxqsServer;
}

/**
 * Starts both emulators, points the SDK at them, and makes the table.
 * @param path where the table is kept between runs; absent: in memory
 */
export async function startEmulators(table: string, path?: string): Promise<Emulators> {
  const emulated = await startTable(table, path);
  const sns = await orClosed(emulated, startTopics);
  process.env['AWS_ENDPOINT_URL_SNS'] = `http://127.0.0.1:${sns.port}`;
  return {
    ...emulated,
    sns,
    async close() {
      await sns.stop();
      await emulated.close();
    },
  };
}
