import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { now } from '../edge/settings.ts';
import { Misconfigured } from '../errors.ts';
import { beijingDay } from '../time.ts';
import { auditFiles } from './audit-folder.ts';
import { dayOption, knownByOption, withJournal } from './journal-read.ts';
import { run } from './run.ts';
import { STATE } from './world.ts';

const help = `Usage: npm run audit -- --out DIR [--on DAY] [--known-by DAY] [--only-read] [--state DIR | --table NAME]
Writes one folder for an auditor: what was in force on a Beijing day (today) by what was known by a day or moment (now), each
official text as archived with its hash, what was told, when and to how many, how the sources stood, the journal itself, and a manifest with the SHA-256 of each
file. The same journal and the same moment give the same bytes. DIR must be empty or not be there.`;

await run(help, async () => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      on: { type: 'string' },
      'known-by': { type: 'string' },
      'only-read': { type: 'boolean' },
      state: { type: 'string', default: STATE },
      table: { type: 'string' },
    },
  });
  const { out } = values;
  if (out === undefined) throw new Misconfigured(`--out is needed\n${help}`);
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new Misconfigured(`--out: ${out} is not empty; name a folder that is not there`);
  const on = dayOption('--on', values.on) ?? beijingDay(now());
  const knownBy = knownByOption(values['known-by'], now());
  const which = { state: values.state, table: values.table, onlyRead: values['only-read'] };
  const files = await withJournal(which, knownBy, async ({ changes, table }) => {
    return auditFiles(changes, table, on, knownBy);
  });
  for (const [path, content] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  }
  console.log(`${files.size} files in ${out}; sha256sum -c manifest.txt checks them`);
});
