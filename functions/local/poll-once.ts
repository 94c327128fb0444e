import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import { Misconfigured } from '../errors.ts';
import { parseSource, type Source } from '../sources/source.ts';
import { run } from './run.ts';

const help = `Usage: npm run poll-once -- --catalogue file.json [--own-lists FILE] [--state DIR]
Polls every source of a catalogue of your own once, on emulators that keep their table in .local, and prints the subject of
each alert, one a line. The first run learns what is there and prints nothing. The file is a JSON array of Sources, as in
functions/local/events/poll.json. --own-lists puts your customers, suppliers and parts, as npm run own-lists does. A source on loopback or plain HTTP is refused unless WATCH_ALLOW_LOCAL_SOURCES=yes.`;

await run(help, async () => {
  const { values } = parseArgs({
    options: {
      catalogue: { type: 'string' },
      'own-lists': { type: 'string' },
      state: { type: 'string', default: '.local' },
    },
  });
  if (!values.catalogue) throw new Misconfigured(`--catalogue is needed\n${help}`);
  const sources = sourcesIn(values.catalogue);
  // Run by a timer, most of its time went into compiling what the last run had compiled.
  enableCompileCache();
  const [{ startWorld }, { pollAll }, { putOwnLists }] = await Promise.all([
    import('./world.ts'),
    import('./poll-all.ts'),
    import('./put-own-lists.ts'),
  ]);
  const replica = process.env['WATCH_REPLICA'];
  const world = await startWorld({
    subscribers: [{ email: 'you@local.example', language: 'en' }],
    languages: ['en'],
    sources: sources.map(({ id }) => id),
    path: values.state,
    ownLists: true,
    ...(replica && { replica }),
  });
  try {
    if (values['own-lists'] !== undefined) await putOwnLists(values['own-lists']);
    const reports = await pollAll(sources, world, () => undefined);
    await world.notify();
    for (const { to, subject } of world.deliveries()) if (to !== 'operator') console.log(subject);
    for (const { source, faults } of reports) {
      for (const fault of faults) {
        console.error(`${source}: ${fault}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await world.close();
  }
});

function sourcesIn(file: string): readonly Source[] {
  let listed: unknown;
  try {
    listed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Misconfigured(`${file}: not JSON (${error.message}); write an array of Sources`);
  }
  if (!Array.isArray(listed)) throw new Misconfigured(`${file}: expected an array of Sources, found ${typeof listed}`);
  const sources = listed.map((value, i) => parseSource(value, `${file}, source ${i + 1}`));
  const ids = sources.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new Misconfigured(`${file}: two sources are called "${twice}"; an id is one source’s`);
  return sources;
}
