import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { parseArgs } from 'node:util';
import { Misconfigured } from '../errors.ts';
import { drain, type Ring } from './dead-letters.ts';
import { run } from './run.ts';

const help = `Usage: npm run redrive -- --queue URL --poll NAME --notify NAME --calendar NAME
Rings again what was given up: each dead letter goes back to its function and leaves the queue when that succeeds; then notify
is rung once, for whatever is undelivered. The four are the stack's outputs DeadLetters, Poll, Notify and Calendar; your AWS
credentials are used.`;

await run(help, async () => {
  const { values } = parseArgs({
    options: {
      queue: { type: 'string' },
      poll: { type: 'string' },
      notify: { type: 'string' },
      calendar: { type: 'string' },
    },
  });
  const lacking = (['queue', 'poll', 'notify', 'calendar'] as const).filter((name) => !values[name]);
  if (lacking.length > 0) throw new Misconfigured(`--${lacking.join(', --')}: missing\n${help}`);
  const client = new LambdaClient();
  const ring: Ring = async (name, event) => {
    const answer = await client.send(
      new InvokeCommand({ FunctionName: values[name], Payload: Buffer.from(JSON.stringify(event)) }),
    );
    if (answer.FunctionError) throw new Error(Buffer.from(answer.Payload ?? []).toString());
  };
  const { rung, failed } = await drain(values.queue ?? '', ring);
  for (const line of rung) console.log(`rung: ${line}`);
  for (const line of failed) console.error(`still failing, and still in the queue: ${line}`);
  await ring('notify', {});
  console.log('notify is rung');
  if (failed.length > 0) process.exitCode = 1;
});
