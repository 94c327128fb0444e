import {
  CloudFormationClient,
  DeleteStackCommand,
  UpdateTerminationProtectionCommand,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation';
import {
  DeleteTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { patient } from '../edge/patience.ts';
import { Misconfigured } from '../errors.ts';
import { run } from './run.ts';
import { deployed, PATIENCE, STACK } from './stack.ts';

const help = `Usage: npm run remove [-- --stack ${STACK}] [--with-journal] [--yes ${STACK}]
Takes a deployment away: the functions, schedules, topics, subscriptions and alarms go. The table with the journal stays, and
a later deployment goes on with it by the setting existingTable; with --with-journal it goes, too, for good. Asks for the
stack's name first; --yes NAME answers for a script. Your AWS credentials and region are used.`;

await run(help, async () => {
  const { values } = parseArgs({
    options: {
      stack: { type: 'string', default: STACK },
      'with-journal': { type: 'boolean', default: false },
      yes: { type: 'string' },
    },
  });
  const { stack, output } = await deployed(values.stack);
  const table = output('Table');
  const whole = values['with-journal'];
  const what = whole
    ? `everything, the journal in ${table} included, for good`
    : `everything but the journal in ${table}`;
  const said = values.yes ?? (await ask(`This takes away ${what}. Write the stack's name to go on: `));
  if (said !== stack) throw new Misconfigured(`"${said}" is not "${stack}": nothing was taken away`);
  const client = new CloudFormationClient(patient(PATIENCE));
  await client.send(new UpdateTerminationProtectionCommand({ StackName: stack, EnableTerminationProtection: false }));
  await client.send(new DeleteStackCommand({ StackName: stack }));
  console.log(`${stack} is being deleted; this takes some minutes`);
  await waitUntilStackDeleteComplete({ client, maxWaitTime: 1_800, minDelay: 1, maxDelay: 15 }, { StackName: stack });
  if (whole) await deleteTable(table);
  console.log(
    whole
      ? 'Gone. AWS deletes the key after seven days; what `cdk bootstrap` made is left, because others may use it.'
      : `Gone. The journal stays in the table ${table}; to go on with it: "existingTable": ${JSON.stringify({ name: table })}`,
  );
});

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return answer.trim();
}

/** The stack leaves the table behind, or took it with it when its settings said so. */
async function deleteTable(name: string): Promise<void> {
  const client = new DynamoDBClient(patient(PATIENCE));
  try {
    await client.send(new UpdateTableCommand({ TableName: name, DeletionProtectionEnabled: false }));
    await client.send(new DeleteTableCommand({ TableName: name }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
}
