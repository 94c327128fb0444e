import { parseArgs } from 'node:util';
import { now } from '../edge/settings.ts';
import { replay } from '../register/replay.ts';
import { beijingDay } from '../time.ts';
import { dayOption, knownByOption, withJournal } from './journal-read.ts';
import { filtered } from './register-filters.ts';
import { historyOf, printHistory } from './register-history.ts';
import { changesSince, printChanges, printRegister, rowsOn } from './register-table.ts';
import { run } from './run.ts';
import { showWaiting } from './waiting-reports.ts';
import { STATE } from './world.ts';

const help = `Usage: npm run register [-- --on DAY] [--known-by DAY] [--since DAY | --history MEASURE] [FILTERS] [--full] [--json]
Prints what is in force on a Beijing day (today), by what was known by a day or moment (now); with --full every party and ended
measures too, with --since what changed from that day to --on, with --history every version of a measure (mofcom/2026/11).
Filters: --announced, --in-force and --ended FROM..TO, --instrument NAME, --goods WORDS, --code CODE, --party NAME.
Reads the local journal in ${STATE} (--state DIR), or with --table NAME a deployed one by your AWS credentials, with the starter
register under it; --only-read leaves out what was compiled and not read by this watch. --reports prints which reports of the
last day wait for a second outlet.`;

await run(help, async () => {
  const { values } = parseArgs({
    options: {
      on: { type: 'string' },
      'known-by': { type: 'string' },
      since: { type: 'string' },
      history: { type: 'string' },
      announced: { type: 'string' },
      'in-force': { type: 'string' },
      ended: { type: 'string' },
      instrument: { type: 'string' },
      goods: { type: 'string' },
      code: { type: 'string' },
      party: { type: 'string' },
      full: { type: 'boolean', default: false },
      reports: { type: 'boolean' },
      json: { type: 'boolean' },
      'only-read': { type: 'boolean' },
      state: { type: 'string', default: STATE },
      table: { type: 'string' },
    },
  });
  if (values.reports) {
    await showWaiting(values);
    return;
  }
  const on = dayOption('--on', values.on) ?? beijingDay(now());
  const since = dayOption('--since', values.since);
  const knownBy = knownByOption(values['known-by'], now());
  const which = { state: values.state, table: values.table, onlyRead: values['only-read'] };
  await withJournal(which, knownBy, ({ changes }) => {
    const show = <T>(found: T, print: (found: T) => void): void => {
      if (values.json) console.log(JSON.stringify(found, null, 2));
      else print(found);
    };
    if (values.history !== undefined) show(historyOf(changes, values.history), printHistory);
    else if (since !== undefined)
      show(changesSince(changes, since, values.on === undefined ? undefined : on), printChanges);
    else {
      const wanted = filtered(replay(changes), values, on);
      const rows = rowsOn(changes, on).filter(({ measure }) => wanted.has(measure));
      show(rows, (some) => {
        printRegister(some, on, values.full || values.ended !== undefined);
      });
    }
    return Promise.resolve();
  });
});
