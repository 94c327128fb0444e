import { parseArgs } from 'node:util';
import { now } from '../edge/settings.ts';
import { journalIn } from '../edge/journal.ts';
import { Table } from '../edge/table.ts';
import { Misconfigured } from '../errors.ts';
import { replay } from '../register/replay.ts';
import { catalogue } from '../sources/catalogue.ts';
import type { PollReport } from '../runs/poll-source.ts';
import type { Source } from '../sources/source.ts';
import { addMinutes, beijingDay, type Instant } from '../time.ts';
import { run } from './run.ts';
import { setClock, startWorld, STATE, TABLE } from './world.ts';

const help = `Usage: npm run backfill -- --from 2023 [--state DIR | --table NAME]
Reads the ministry's annual announcement indexes from a year on into the journal, oldest first, and tells nobody: so that a
new deployment knows on its first day what is in force. The starter register is entered first; each of its measures gives way to
its own text, or goes on saying that it was compiled. Control lists and catalogues are read from their attachments.
Repeating it adds nothing. Writes the local journal in ${STATE}, or
with --table a deployed one by your AWS credentials.`;

const FIRST_YEAR = 2014; // the oldest index on the ministry's site

/** The index of one past year, as a source of its own: old, complete, and not expected to move. */
function indexOf(year: number): Source {
  const index = catalogue.find(({ id }) => id === 'mofcom-announcements');
  if (index?.format !== 'mofcom-index')
    throw new Misconfigured('catalogue: mofcom-announcements is gone; backfill needs it');
  const { newestWithin: _newestWithin, emptyInJanuary: _emptyInJanuary, ...rest } = index;
  return { ...rest, id: `mofcom-announcements-${year}`, url: index.url.replaceAll('{year}', String(year)) };
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

await run(help, async () => {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      state: { type: 'string', default: STATE },
      table: { type: 'string' },
    },
  });
  const to = Number(beijingDay(now()).slice(0, 4));
  const from = Number(values.from);
  if (!Number.isInteger(from) || from < FIRST_YEAR || from > to) {
    throw new Misconfigured(`--from: "${values.from ?? ''}" is no year from ${FIRST_YEAR} to ${to}\n${help}`);
  }
  const replica = process.env['WATCH_REPLICA'];
  const world = await startWorld({
    subscribers: [],
    languages: [],
    sources: [],
    path: values.state,
    ...(replica && { replica }),
    ...(values.table && { table: values.table }),
  });
  try {
    const entered = await world.calendar({ task: 'starter' });
    console.log(`starter register: ${counted(entered.length, 'measure')} entered`);
    for (let year = from; year <= to; year++) await readYear(indexOf(year));
    const { restrictions } = replay(await journalIn(new Table(values.table ?? TABLE)).changes());
    const compiled = [...restrictions.values()].filter((one) => one.compiled);
    console.log(`starter register: ${counted(compiled.length, 'measure')} still compiled, the text not read`);
  } finally {
    await world.close();
  }

  async function readYear(source: Source): Promise<void> {
    const changes: number[] = [];
    const faults = new Set<string>();
    let pages = 0;
    let at: Instant = now();
    const poll = async (): Promise<PollReport> => {
      if (process.env['WATCH_CLOCK'] !== undefined) setClock(at);
      at = addMinutes(at, 1);
      const report = await world.poll({ source });
      report.faults.forEach((fault) => faults.add(fault));
      changes.push(...report.changes);
      pages += report.read;
      return report;
    };
    // Twenty pages a poll; a poll that reads none has read all that can be read.
    let last = await poll();
    while (last.read > 0) last = await poll();
    let files = 0;
    if (last.awaiting) {
      // A year's lists are recorded before the next year's, which are compared with them.
      const annexes = await world.readAnnex();
      annexes.faults.forEach((fault) => faults.add(fault));
      files = annexes.read.length;
      if (files > 0) await poll();
    }
    const attached = files > 0 ? ` and ${counted(files, 'attachment')}` : '';
    console.log(
      `${source.id}: ${counted(pages, 'page')}${attached} read, ${counted(changes.length, 'change')} recorded`,
    );
    for (const fault of faults) console.error(`  ${fault}`);
    if (faults.size > 0) process.exitCode = 1;
  }
});
