import { styleText } from 'node:util';
import { journalIn } from '../edge/journal.ts';
import { now } from '../edge/settings.ts';
import { Table } from '../edge/table.ts';
import { addMinutes, beijingDay } from '../time.ts';
import { printRegister, rowsOn } from './register-table.ts';
import { startReplica } from './replica.ts';
import { sources, steps } from './story/story.ts';
import { type Delivery, setClock, startWorld, TABLE } from './world.ts';

/** The whole main job on this machine: sources polled, announcements read, restrictions stored, alerts delivered. */
const subscribers = [
  { email: 'compliance@maker.example', language: 'en' },
  { email: 'kobai@maker.example', language: 'ja', instruments: ['control-list', 'watch-list'] },
  { sms: '+819012345678', language: 'ja' },
] as const;

const started = performance.now();
const replica = await startReplica();
const world = await startWorld({
  subscribers,
  languages: ['en', 'ja'],
  sources: sources.map(({ id }) => id),
  replica: replica.address,
});
say(
  'bold',
  `dual-use-watch: ${sources.length} sources (a local replica), DynamoDB and SNS (emulators), ${subscribers.length} subscribers`,
);
let numbers: readonly number[] = [];
try {
  for (const { at, what, scene } of steps) {
    replica.show(scene);
    say('bold', `\n━━ ${at.slice(0, 16).replace('T', ' ')} UTC ━━ ${what}`);
    numbers = [];
    // Learning a list takes as many polls as it has pages of articles.
    for (let round = 0; round < 2; round++) {
      for (const source of sources) {
        setClock(addMinutes(at, round));
        const { changes } = await world.poll({ source });
        numbers = [...numbers, ...changes];
      }
    }
    await world.notify();
    await world.calendar({ task: 'daily' });
    await world.notify();
    const delivered = world.deliveries();
    if (delivered.length === 0)
      console.log(`nothing new: nobody is disturbed${numbers.length > 0 ? ` (journal: #${numbers.join(', #')})` : ''}`);
    delivered.forEach(show);
  }
  const changes = await journalIn(new Table(TABLE)).changes();
  const today = beijingDay(steps.at(-1)?.at ?? now());
  printRegister(rowsOn(changes, today), today, false);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  say(
    'bold',
    `\nDone in ${seconds} s. Next: npm run register -- --help, npm run judge -- --help, or README.md on deploying.`,
  );
} finally {
  await world.close();
  await replica.close();
}

function show({ to, protocol, subject, text }: Delivery): void {
  say('cyan', `\n── ${protocol === 'sms' ? 'SMS' : 'e-mail'} to ${to}${protocol === 'sms' ? '' : `: ${subject}`}`);
  console.log(text);
}

function say(style: 'bold' | 'cyan', text: string): void {
  console.log(styleText(style, text));
}
