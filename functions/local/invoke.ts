import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Misconfigured } from '../errors.ts';
import { catalogue } from '../sources/catalogue.ts';
import { run } from './run.ts';
import { freshHandlers, startWorld, STATE } from './world.ts';

const help = `Usage: npm run invoke -- poll|notify|calendar [--event file.json] [--state DIR]
Calls the real handler. By default it runs on emulators that keep their table in ${STATE}; with WATCH_TABLE and the function's
other variables set, on your AWS account. Example events: functions/local/events. A source on loopback or plain HTTP is
refused unless WATCH_ALLOW_LOCAL_SOURCES=yes.`;

const defaults: Readonly<Record<string, string>> = { poll: 'poll.json', calendar: 'calendar.json' };

await run(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      event: { type: 'string' },
      state: { type: 'string', default: STATE },
    },
  });
  const name = positionals[0] ?? '';
  if (name !== 'poll' && name !== 'notify' && name !== 'calendar') {
    throw new Misconfigured(`"${name}" is no function; there are poll, notify and calendar\n${help}`);
  }
  const event = eventIn(values.event ?? defaultEvent(name));
  const deployed = process.env['WATCH_TABLE'] !== undefined;
  const world = deployed
    ? undefined
    : await startWorld({
        subscribers: [{ email: 'you@local.example', language: 'en' }],
        languages: ['en'],
        sources: catalogue.filter(({ off }) => !off).map(({ id }) => id),
        path: values.state,
      });
  try {
    const handlers = world ?? (await freshHandlers());
    const act = handlers[name] as (event: unknown) => Promise<unknown>;
    console.log(JSON.stringify(await act(event), null, 2));
    for (const { subject, text } of world?.deliveries() ?? []) console.log(`\n── ${subject}\n${text}`);
  } finally {
    await world?.close();
  }
});

function defaultEvent(name: string): string | undefined {
  return defaults[name] && new URL(`events/${defaults[name]}`, import.meta.url).pathname;
}

function eventIn(file: string | undefined): unknown {
  if (file === undefined) return {};
  const text = readFileSync(file, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Misconfigured(
      `${file}: not JSON (${(error as Error).message}); write an event as in functions/local/events`,
    );
  }
}
