import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Misconfigured } from '../errors.ts';
import { parseSource, type Source } from '../sources/source.ts';
import { pollAll } from './poll-all.ts';
import { run } from './run.ts';
import { startPlace } from './world.ts';

const help = `Usage: npm run poll-once -- --catalogue file.json [--own-lists FILE] [--state DIR]
Polls every source of a catalogue of your own once, on emulators that keep their table in .local, and prints the subject of
each alert, one a line. The first run learns what is there and prints nothing. The file is a JSON array of Sources, as in
functions/local/events/poll.json. --own-lists puts your customers, suppliers and parts, as npm run own-lists does. A source on loopback or plain HTTP is refused unless WATCH_ALLOW_LOCAL_SOURCES=yes.`;

type ReadAnnex = Pick<typeof import('../read-annex.ts'), 'handler'>;

/**
 * The command.
 * @param load imports `functions/<name>.ts` from its own file
 */
export const main = (load: (name: string) => Promise<unknown>): Promise<void> =>
  run(help, async () => {
    const { values } = parseArgs({
      options: {
        catalogue: { type: 'string' },
        'own-lists': { type: 'string' },
        state: { type: 'string', default: '.local' },
      },
    });
    if (!values.catalogue) throw new Misconfigured(`--catalogue is needed\n${help}`);
    await pollListed(values.catalogue, values.state, { load, ownLists: values['own-lists'] });
  });

/** Polls every source that a file lists once, and prints the subject of each alert; a failure is printed, and sets the exit code. */
async function pollListed(
  file: string,
  state: string,
  { load, ownLists }: { readonly load: (name: string) => Promise<unknown>; readonly ownLists: string | undefined },
): Promise<void> {
  const sources = sourcesIn(file);
  const replica = process.env['WATCH_REPLICA'];
  const place = await startPlace({
    subscribers: [{ email: 'you@local.example', language: 'en' }],
    languages: ['en'],
    sources: sources.map(({ id }) => id),
    path: state,
    ownLists: true,
    ...(replica && { replica }),
  });
  try {
    if (ownLists !== undefined) await (await import('./put-own-lists.ts')).putOwnLists(ownLists);
    // The handlers read their environment when they are loaded.
    const [{ handler: poll }, { handler: notify }] = await Promise.all([import('../poll.ts'), import('../notify.ts')]);
    const readAnnex = async () => ((await load('read-annex')) as ReadAnnex).handler();
    const reports = await pollAll(sources, { poll, readAnnex }, () => undefined);
    await notify();
    for (const { to, subject } of place.deliveries()) if (to !== 'operator') console.log(subject);
    for (const { source, faults } of reports) {
      for (const fault of faults) {
        console.error(`${source}: ${fault}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await place.close();
  }
}

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
