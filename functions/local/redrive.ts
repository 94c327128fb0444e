import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { parseArgs } from 'node:util';
import { patient } from '../edge/patience.ts';
import { addressee, drain, relayed, type Ring } from './dead-letters.ts';
import { run } from './run.ts';
import { deployed, STACK } from './stack.ts';

const help = `Usage: npm run redrive [-- --stack ${STACK}]
Rings again what was given up: each dead letter goes back to its function, and leaves the queue when that succeeds; then notify
is rung once, for whatever is undelivered. Your AWS credentials and region are used.`;

const outputs = { poll: 'Poll', notify: 'Notify', calendar: 'Calendar' } as const;

await run(help, async () => {
  const { values } = parseArgs({ options: { stack: { type: 'string', default: STACK } } });
  const { output, outputs: numbered } = await deployed(values.stack);
  // A poll may take two minutes; it is not asked twice, because it would then run twice.
  const client = new LambdaClient(patient({ tries: 1, attempt: 150_000, whole: 150_000 }));
  const call = async (name: string, event: unknown): Promise<void> => {
    const Payload = Buffer.from(JSON.stringify(event));
    const answer = await client.send(new InvokeCommand({ FunctionName: name, Payload }));
    if (answer.FunctionError) throw new Error(Buffer.from(answer.Payload ?? []).toString());
  };
  const ring: Ring = (name, event) => call(output(outputs[name as keyof typeof outputs]), event);
  const done = [await drain(output('DeadLetters'), addressee, ring)];
  const [relays, letters] = [numbered('Relay'), numbered('RelayLetters')];
  for (const [i, queue] of letters.entries()) {
    done.push(await drain(queue, relayed, (_, event) => call(relays[i] ?? '', event)));
  }
  for (const line of done.flatMap(({ rung }) => rung)) console.log(`rung: ${line}`);
  for (const line of done.flatMap(({ failed }) => failed))
    console.error(`still failing, and still in its queue: ${line}`);
  const failure = await ring('notify', {}).catch((error: unknown) => (error instanceof Error ? error : new Error()));
  if (failure) console.error(`notify is rung, and failed: ${failure.message}; look at its log`);
  else console.log('notify is rung');
  if (failure || done.some(({ failed }) => failed.length > 0)) process.exitCode = 1;
});
