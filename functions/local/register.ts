import { parseArgs } from 'node:util';
import { journalIn } from '../edge/journal.ts';
import { now } from '../edge/settings.ts';
import { Table } from '../edge/table.ts';
import { Misconfigured } from '../errors.ts';
import { beijingDay, parseBeijingDate } from '../time.ts';
import { startEmulators } from './emulators.ts';
import { changesSince, printChanges, printRegister, rowsOn } from './register-table.ts';
import { run } from './run.ts';
import { STATE, TABLE } from './world.ts';

const help = `Usage: npm run register [-- --on YYYY-MM-DD] [--since YYYY-MM-DD] [--full] [--json] [--state DIR | --table NAME]
Prints what is in force on a Beijing day (today), with --full every party and ended measures, or with --since what changed.
Reads the local journal in ${STATE}, or with --table a deployed one by your AWS credentials.`;

await run(help, async () => {
  const { values } = parseArgs({
    options: {
      on: { type: 'string' },
      since: { type: 'string' },
      full: { type: 'boolean', default: false },
      json: { type: 'boolean' },
      state: { type: 'string', default: STATE },
      table: { type: 'string' },
    },
  });
  const on = dayOf('--on', values.on) ?? beijingDay(now());
  const since = dayOf('--since', values.since);
  const emulators = values.table === undefined ? await startEmulators(TABLE, values.state) : undefined;
  try {
    const changes = await journalIn(new Table(values.table ?? TABLE)).changes();
    if (changes.length === 0) {
      throw new Misconfigured(
        `${values.table ?? values.state}: the journal is empty; npm start -- --live or npm run backfill fills the local one`,
      );
    }
    if (since !== undefined) {
      const found = changesSince(changes, since);
      if (values.json) console.log(JSON.stringify(found, null, 2));
      else printChanges(found);
      return;
    }
    const rows = rowsOn(changes, on);
    if (values.json) console.log(JSON.stringify(rows, null, 2));
    else printRegister(rows, on, values.full);
  } finally {
    await emulators?.close();
  }
});

function dayOf(option: string, value: string | undefined) {
  const day = value === undefined ? undefined : parseBeijingDate(value);
  if (value !== undefined && day === undefined)
    throw new Misconfigured(`${option}: "${value}" is no day; write YYYY-MM-DD`);
  return day;
}
