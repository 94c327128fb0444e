import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSettings } from '../../infra/settings.ts';
import { addressOf } from '../../infra/subscribers.ts';
import { Misconfigured } from '../errors.ts';
import { languages } from '../sources/source.ts';
import { protect } from './ask-deployment.ts';
import { Questions } from './questions.ts';
import { run } from './run.ts';
import { deployed, STACK } from './stack.ts';

const help = `Usage: npm run setup
       npm run setup -- --yes --file watch.json [--region ap-northeast-1] [--plan]
Asks who hears, in which language, and who operates it; writes the block "watch" of cdk.json, prepares the region (cdk bootstrap),
deploys, protects the table, and says who must confirm. With --yes the block comes from a file, for CI. --plan says what
would be done, and does nothing. Your AWS credentials are used.`;

await run(help, async () => {
  const { values } = parseArgs({
    options: {
      yes: { type: 'boolean', default: false },
      file: { type: 'string' },
      region: { type: 'string' },
      plan: { type: 'boolean', default: false },
    },
  });
  if (values.yes && !values.file) throw new Misconfigured(`--yes needs --file, which answers the questions\n${help}`);
  const { block, region } = values.file
    ? { block: blockIn(values.file), region: values.region ?? process.env['AWS_REGION'] ?? '' }
    : await asked(values.region);
  if (!region) throw new Misconfigured('--region: missing, and AWS_REGION is not set; Tokyo is ap-northeast-1');
  // A fault is told before anything is written or made.
  const { settings, warnings } = readSettings({ watch: block });
  for (const warning of warnings) console.log(`note: ${warning}`);
  console.log(`"watch": ${JSON.stringify(block, null, 2)}\n${settings.sources.length} sources, region ${region}`);
  const steps = [
    ['cdk', 'bootstrap'],
    ['cdk', 'deploy', '--require-approval', values.yes ? 'never' : 'broadening'],
  ];
  if (values.plan) {
    for (const step of steps) console.log(`would run: npx ${step.join(' ')}`);
    return;
  }
  writeBlock(block);
  process.env['AWS_REGION'] = region;
  for (const step of steps) await npx(step);
  const stack = await deployed(STACK);
  if (settings.removal === 'retain' && !settings.existingTable) await protect(stack.output('Table'));
  const mails = settings.subscribers.map((one) => addressOf(one)).filter(({ protocol }) => protocol === 'email');
  console.log(`\nDeployed. AWS now writes to each of these; nobody hears until they click "Confirm subscription":`);
  for (const address of [...mails.map(({ endpoint }) => endpoint), ...settings.operators]) console.log(`  ${address}`);
  console.log('Then: npm run test-alert, and npm run doctor.');
});

function blockIn(file: string): Record<string, unknown> {
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new Misconfigured(
      `${file}: not JSON (${(error as Error).message}); write the block "watch" as infra/README.md shows`,
    );
  }
}

/** The rest of cdk.json is left as it is. */
function writeBlock(block: object): void {
  const known = existsSync('cdk.json') ? blockIn('cdk.json') : { app: 'node infra/app.ts' };
  const context = { ...(known['context'] as object | undefined), watch: block };
  writeFileSync('cdk.json', `${JSON.stringify({ ...known, context }, null, 2)}\n`);
}

async function asked(given: string | undefined): Promise<{ readonly block: object; readonly region: string }> {
  const questions = new Questions();
  try {
    const region =
      given ?? (await questions.ask('Region', process.env['AWS_REGION'] ?? 'ap-northeast-1', /^[a-z]{2}-[a-z]+-\d$/));
    const subscribers = await subscribersAsked(questions);
    const operator = await questions.ask('Who hears when the watch itself fails (e-mail)', '', /^\S+@\S+$|^$/);
    const contact = await questions.ask(
      'Contact for the keepers of the sources (e-mail or https page)',
      operator,
      /^\S*$/,
    );
    const block = { subscribers, ...(operator && { operator }), ...(contact && { contact }) };
    return { block, region };
  } finally {
    questions.close();
  }
}

async function subscribersAsked(questions: Questions): Promise<readonly object[]> {
  const found: object[] = [];
  for (;;) {
    const who = await questions.ask(
      'Who hears (e-mail, or +81… for SMS; empty: nobody more)',
      '',
      /^\S+@\S+$|^\+\d{7,15}$|^$/,
    );
    if (who === '') return found;
    const language = await questions.ask(`In which language (${languages.join(', ')})`, 'ja', /^(?:en|ja|zh)$/);
    found.push({ [who.startsWith('+') ? 'sms' : 'email']: who, language });
  }
}

function npx(step: readonly string[]): Promise<void> {
  const child = spawn('npx', [...step], { stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve();
      else reject(new Misconfigured(`npx ${step.join(' ')} ended with status ${status ?? 'none'}; see above`));
    });
  });
}
