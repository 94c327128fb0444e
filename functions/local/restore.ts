import {
  DescribeTableCommand,
  DynamoDBClient,
  RestoreTableToPointInTimeCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { parseArgs } from 'node:util';
import { patient } from '../edge/patience.ts';
import { Misconfigured } from '../errors.ts';
import { parseInstant } from '../time.ts';
import { run } from './run.ts';
import { PATIENCE } from './stack.ts';

const help = `Usage: npm run restore -- --table NAME --at 2026-02-24T03:00:00Z --to NEW_NAME
Restores the journal as it was at a moment of the last 35 days to a new table, turns on its stream, its backups and its
protection, and prints the setting that makes the watch go on with it. The old table is left as it is.`;

// A restored table is there after some minutes, whatever its size.
const LONGEST = 3_600; // seconds

await run(help, async () => {
  const { values } = parseArgs({
    options: { table: { type: 'string' }, at: { type: 'string' }, to: { type: 'string' } },
  });
  const { table, to } = values;
  const at = parseInstant(values.at ?? '');
  if (!table || !to) throw new Misconfigured(`--table and --to are needed\n${help}`);
  if (!at) throw new Misconfigured(`--at: "${values.at ?? ''}" is no moment; write it as 2026-02-24T03:00:00Z`);
  const client = new DynamoDBClient(patient(PATIENCE));
  await client.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: table,
      TargetTableName: to,
      RestoreDateTime: new Date(at),
    }),
  );
  console.log(`${to} is being restored from ${table} as of ${at}; this takes some minutes`);
  const delays = { minDelay: 1, maxDelay: 20 };
  const there = () => waitUntilTableExists({ client, maxWaitTime: LONGEST, ...delays }, { TableName: to });
  await there();
  await client.send(
    new UpdateTableCommand({
      TableName: to,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
    }),
  );
  await there();
  await client.send(new UpdateTableCommand({ TableName: to, DeletionProtectionEnabled: true }));
  await client.send(
    new UpdateContinuousBackupsCommand({
      TableName: to,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    }),
  );
  const { Table } = await client.send(new DescribeTableCommand({ TableName: to }));
  const setting = {
    name: to,
    stream: Table?.LatestStreamArn,
    ...(Table?.SSEDescription?.KMSMasterKeyArn && { key: Table.SSEDescription.KMSMasterKeyArn }),
  };
  console.log(
    `restored. Put this into the block "watch" of cdk.json and deploy:\n"existingTable": ${JSON.stringify(setting)}`,
  );
});
