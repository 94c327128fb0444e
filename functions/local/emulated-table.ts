import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { tableKeys } from '../edge/table-keys.ts';

export const REGION = 'ap-northeast-1';

/** DynamoDB on this machine; the SDK finds it through the environment. */
export interface EmulatedTable {
  /** Points the SDK back at AWS for the table, with the credentials that were there before. */
  readonly useDeployedTable: () => void;
  readonly close: () => Promise<void>;
}

/**
 * Starts the emulator, points the SDK at it, and makes the table.
 * @param path where the table is kept between runs; absent: in memory
 */
export async function startTable(table: string, path?: string): Promise<EmulatedTable> {
  const before = { ...process.env };
  const dynamo = dynalite({ createTableMs: 0, ...(path !== undefined && { path }) });
  dynamo.listen(0, '127.0.0.1');
  await once(dynamo, 'listening');
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${(dynamo.address() as AddressInfo).port}`,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  const close = async (): Promise<void> => {
    dynamo.close();
    await once(dynamo, 'close');
  };
  await orClosed({ close }, () => createTable(table));
  return {
    close,
    useDeployedTable() {
      for (const name of ['AWS_ENDPOINT_URL_DYNAMODB', 'AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) {
        if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = before[name];
      }
    },
  };
}

/** Starts what comes next; when that fails, what runs already is stopped: its port would keep the process alive. */
export async function orClosed<T>(running: Pick<EmulatedTable, 'close'>, next: () => Promise<T>): Promise<T> {
  try {
    return await next();
  } catch (error) {
    await running.close();
    throw error;
  }
}

/** Makes a table with the product's keys; one that is there is left as it is. */
export async function createTable(name: string): Promise<void> {
  const client = new DynamoDBClient();
  const keys = Object.values(tableKeys);
  const create = new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keys.map((key) => ({ AttributeName: key, AttributeType: 'S' })),
    KeySchema: keys.map((key, i) => ({ AttributeName: key, KeyType: i === 0 ? 'HASH' : 'RANGE' })),
  });
  try {
    const isNew = await client.send(create).catch((error: unknown) => {
      if (error instanceof ResourceInUseException) return undefined;
      throw error;
    });
    if (!isNew) return;
    // The answer comes before the table does, here as on AWS.
    await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.005, maxDelay: 0.1 }, { TableName: name }); // seconds
  } finally {
    client.destroy();
  }
}
