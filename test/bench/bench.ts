import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { Misconfigured } from '../../functions/errors.ts';
import { type Figure, isMet, tableOf } from './figure.ts';
import { sectionNames } from './section.ts';
import { run } from '../../functions/local/run.ts';

const help = `Usage: npm run bench [-- SECTION...] [--json]
Measures what the watch costs, each figure beside what the same work costs at least in the same run, and prints one table.
Servers and emulators run in processes of their own. Takes some minutes; nothing else should run meanwhile.
Sections: ${sectionNames.join(', ')}; without any, all of them.`;

await run(help, async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
  const unknown = positionals.find((name) => !sectionNames.includes(name));
  if (unknown !== undefined) throw new Misconfigured(`"${unknown}" is no section\n${help}`);
  const wanted = positionals.length > 0 ? positionals : sectionNames;
  const figures: Figure[] = [];
  for (const [i, name] of wanted.entries()) {
    if (!values.json) console.error(`[${i + 1}/${wanted.length}] ${name}`);
    figures.push(...(await measured(name)));
  }
  if (values.json)
    console.log(
      JSON.stringify(
        figures.map((figure) => ({ ...figure, met: isMet(figure) })),
        null,
        2,
      ),
    );
  else console.log(tableOf(figures));
});

/** Runs one section by itself. */
async function measured(name: string): Promise<readonly Figure[]> {
  const section = fork(new URL('section.ts', import.meta.url).pathname, [name]);
  const figures: Figure[] = [];
  section.on('message', (sent: Figure[]) => figures.push(...sent));
  const [status] = (await once(section, 'close')) as [number | null];
  if (status !== 0) throw new Error(`bench: ${name} ended with status ${status ?? 'none'}`);
  return figures;
}
