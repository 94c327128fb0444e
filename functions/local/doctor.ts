import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { addressOf } from '../../infra/subscribers.ts';
import { scheduleName } from '../../infra/names.ts';
import { readSettings } from '../../infra/settings.ts';
import { factsOf, protect } from './ask-deployment.ts';
import { askSources } from './ask-sources.ts';
import { diagnosisOf, type Wanted } from './diagnosis.ts';
import { run } from './run.ts';
import { deployed, STACK } from './stack.ts';

const help = `Usage: npm run doctor [-- --stack ${STACK}] [--protect]
       npm run doctor -- --sources [--only id,id] [--keep .local/answers]
Examines a deployment: who is confirmed, SMS, schedules, last reads, what is owed, alarms, dead letters, the table; and says what to
do. It compares with the block "watch" of cdk.json where that file is. --protect turns on the table's protection.
With --sources it asks every source of the catalogue once, from this machine, holds each answer against what the catalogue
expects, and keeps the raw answers in a folder. Status 1: something is to be done.`;

await run(help, async () => {
  const { values } = parseArgs({
    options: {
      stack: { type: 'string', default: STACK },
      protect: { type: 'boolean', default: false },
      sources: { type: 'boolean', default: false },
      only: { type: 'string' },
      keep: { type: 'string', default: '.local/answers' },
    },
  });
  if (values.sources) {
    const faults = await askSources(values.only?.split(','), values.keep);
    if (faults > 0) process.exitCode = 1;
    return;
  }
  const stack = await deployed(values.stack);
  if (values.protect) await protect(stack.output('Table'));
  const findings = diagnosisOf(await factsOf(stack), wanted(values.stack));
  for (const { about, is, do: todo } of findings) {
    console.log(todo === undefined ? `ok  ${about}: ${is}` : `!!  ${about}: ${is}\n    → ${todo}`);
  }
  if (findings.some((finding) => finding.do !== undefined)) process.exitCode = 1;
});

/** What this checkout's settings ask for. */
function wanted(stack: string): Wanted | undefined {
  if (!existsSync('cdk.json')) return undefined;
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context?: Record<string, unknown> };
  const { settings } = readSettings(context ?? {});
  return {
    subscribers: settings.subscribers.map((subscriber) => addressOf(subscriber).endpoint),
    operators: settings.operators,
    sources: settings.sources.map(({ id, every }) => ({ id, every, schedule: scheduleName(stack, id) })),
  };
}
