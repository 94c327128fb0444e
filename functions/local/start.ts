import { parseArgs, styleText } from 'node:util';
import { journalIn } from '../edge/journal.ts';
import { now } from '../edge/settings.ts';
import { Table } from '../edge/table.ts';
import { enabledSources } from '../sources/catalogue.ts';
import { beijingDay } from '../time.ts';
import { pollAll } from './poll-all.ts';
import { putOwnLists } from './put-own-lists.ts';
import { printRegister, rowsOn } from './register-table.ts';
import { run } from './run.ts';
import { playStory, storyLanguages, subscribers } from './story/play.ts';
import { sources } from './story/story.ts';
import { type Delivery, startWorld, STATE, TABLE, type World } from './world.ts';

const help = `Usage: npm start [-- --live] [--own-lists FILE]
Shows the whole main job on this machine, with emulators of DynamoDB and SNS: January and February 2026 over local sources, or
with --live one poll of the real catalogue, whose journal stays in ${STATE}. --own-lists puts your customers, suppliers and
parts first (npm run own-lists), so that alerts say which of them they touch.`;

await run(help, async () => {
  const { values } = parseArgs({ options: { live: { type: 'boolean' }, 'own-lists': { type: 'string' } } });
  const started = performance.now();
  await (values.live ? live(values['own-lists']) : story(values['own-lists']));
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  say(
    'bold',
    `\nDone in ${seconds} s. What next: npm run site -- --story shows it as pages; infra/README.md says how to deploy.`,
  );
});

async function story(own: string | undefined): Promise<void> {
  say(
    'bold',
    `${sources.length} sources (a local replica), DynamoDB and SNS (emulators), ${subscribers.length} subscribers`,
  );
  let put = own === undefined;
  const { close } = await playStory(
    ({ at, what }) => {
      say('bold', `\n━━ ${at.slice(0, 16).replace('T', ' ')} UTC ━━ ${what}`);
    },
    async (world) => {
      if (!put && own !== undefined) await putOwnLists(own);
      put = true;
      await deliver(world);
    },
  );
  try {
    await register();
  } finally {
    await close();
  }
}

async function live(own: string | undefined): Promise<void> {
  const ids = enabledSources.map(({ id }) => id);
  const world = await startWorld({ subscribers, languages: storyLanguages, sources: ids, path: STATE, ownLists: true });
  say('bold', `${ids.length} sources of the catalogue, DynamoDB and SNS (emulators), journal in ${STATE}`);
  try {
    if (own !== undefined) await putOwnLists(own);
    const reports = await pollAll(enabledSources, world, (line) => {
      console.log(line);
    });
    const unread = reports.filter(({ outcome }) => outcome === 'failed').length;
    if (unread > 0) say('bold', `${unread} of ${ids.length} could not be read: what they hold now is not known`);
    await world.calendar({ task: 'daily' });
    await deliver(world);
    await register();
  } finally {
    await world.close();
  }
}

async function deliver(world: World): Promise<void> {
  await world.notify();
  const deliveries = world.deliveries();
  if (deliveries.length === 0) console.log('nothing new: nobody is disturbed');
  deliveries.forEach(show);
}

async function register(): Promise<void> {
  const today = beijingDay(now());
  printRegister(rowsOn(await journalIn(new Table(TABLE)).changes(), today), today, false);
}

function show({ to, protocol, subject, text }: Delivery): void {
  say('cyan', `\n── ${protocol === 'sms' ? `SMS to ${to}` : `e-mail to ${to}`}`);
  console.log(protocol === 'sms' ? text : `Subject: ${subject}\n\n${text}`);
}

function say(style: 'bold' | 'cyan', text: string): void {
  console.log(styleText(style, text));
}
