import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { archiveIn, storiesIn } from '../edge/archive.ts';
import { journalIn } from '../edge/journal.ts';
import { Table } from '../edge/table.ts';
import { waitingIn } from '../edge/waiting.ts';
import { Misconfigured } from '../errors.ts';
import { record } from '../runs/record-document.ts';
import type { Change } from '../register/change.ts';
import { languages } from '../sources/source.ts';
import { addDays, type BeijingDate, beijingDay, type Instant, parseBeijingDate, startOf } from '../time.ts';
import { type DocumentLine, documentLines } from './document-lines.ts';
import { run } from './run.ts';
import { type Delivery, setClock, startWorld, TABLE, type World } from './world.ts';

const help = `Usage: npm run replay -- --documents a.jsonl[,b.jsonl.gz …] --alerts out.jsonl [--until YYYY-MM-DD] [--state DIR]
Passes documents in the order of their days through reading, comparing, appending and delivering, on the emulators, with
the calendar run on each day that passes, and writes one JSON line per alert. --state keeps the
journal, for npm run register.`;

interface Timed {
  readonly line: DocumentLine;
  /** Undefined: nobody knows when; such documents come last. */
  readonly at: Instant | undefined;
}

await run(help, async () => {
  const { values } = parseArgs({
    options: {
      documents: { type: 'string' },
      alerts: { type: 'string' },
      until: { type: 'string' },
      state: { type: 'string' },
    },
  });
  if (!values.documents || !values.alerts) throw new Misconfigured(`--documents and --alerts are needed\n${help}`);
  const until = values.until === undefined ? undefined : parseBeijingDate(values.until);
  if (values.until !== undefined && !until)
    throw new Misconfigured(`--until: "${values.until}" is no day; write YYYY-MM-DD`);
  const timed = await inOrder(values.documents.split(','));
  const out = createWriteStream(values.alerts);
  const subscribers = languages.map((language) => ({ email: `${language}@replay.example`, language }));
  const world = await startWorld({ subscribers, languages, sources: [], ...(values.state && { path: values.state }) });
  try {
    const alerts = await pass(timed, world, until, (alert) => out.write(`${JSON.stringify(alert)}\n`));
    console.log(`${timed.length} documents, ${alerts} alerts in ${values.alerts}`);
  } finally {
    out.end();
    await finished(out);
    await world.close();
  }
});

async function inOrder(files: readonly string[]): Promise<readonly Timed[]> {
  const timed: Timed[] = [];
  const fault = (message: string): void => {
    console.error(message);
    process.exitCode = 1;
  };
  for (const file of files) {
    for await (const line of documentLines(file, fault)) timed.push({ line, at: timeOf(line) });
  }
  // On one day the ministry's text comes before those who report it without saying the hour.
  const rank = ({ line, at }: Timed): string => `${at ?? '9999'} ${line.document.authority === 'official' ? 0 : 1}`;
  return timed.sort((a, b) => rank(a).localeCompare(rank(b)));
}

function timeOf({ document, by }: DocumentLine): Instant | undefined {
  const day = document.publishedOn ?? by;
  return document.publishedAt ?? (day && startOf(day));
}

async function pass(
  timed: readonly Timed[],
  world: World,
  until: BeijingDate | undefined,
  write: (alert: Record<string, unknown>) => void,
): Promise<number> {
  const table = new Table(TABLE);
  const journal = journalIn(table);
  const edge = { journal, archive: archiveIn(table), stories: storiesIn(table), waiting: waitingIn(table) };
  let alerts = 0;
  let today: BeijingDate | undefined;
  let now: Instant | undefined;
  for (const { line, at } of timed) {
    const day: BeijingDate | undefined = at && beijingDay(at);
    if (until && day && day > until) continue;
    if (at) now = at;
    if (day) await passDays(day);
    const change = await record(line.document, edge, now ?? startOf('2026-01-01' as BeijingDate));
    if (change) await tell();
  }
  if (until) await passDays(until);
  return alerts;

  /** The calendar runs each day, at its start. */
  async function passDays(day: BeijingDate): Promise<void> {
    for (let next = today ? addDays(today, 1) : day; next <= day; next = addDays(next, 1)) {
      setClock(startOf(next));
      if ((await world.calendar({ task: 'daily' })).length > 0) await tell();
      today = next;
    }
    setClock(now ?? startOf(day));
  }

  async function tell(): Promise<void> {
    const { published } = await world.notify();
    const changes = await journal.changes();
    const delivered = world.deliveries().filter(({ to }) => to !== 'operator');
    for (const number of published) {
      const change = changes[number - 1];
      if (!change) continue;
      alerts++;
      write(
        alertLine(
          change,
          delivered.filter(({ json }) => numberIn(json) === number),
        ),
      );
    }
  }
}

function numberIn(json: string): number {
  return (JSON.parse(json) as { change: { number: number } }).change.number;
}

function alertLine(change: Change, delivered: readonly Delivery[]): Record<string, unknown> {
  const { cause, number, observedAt, effects } = change;
  const touched = effects.flatMap((effect) => ('restriction' in effect ? [effect.restriction.id] : []));
  const by = (part: (delivery: Delivery) => string) =>
    Object.fromEntries(delivered.map((delivery) => [delivery.to.slice(0, 2), part(delivery)]));
  return {
    at: observedAt,
    number,
    kind: 'day' in cause ? 'due' : effects[0]?.kind,
    effects: effects.map(({ kind }) => kind),
    urgency: delivered[0]?.urgency,
    document: 'document' in cause ? cause.document.id : undefined,
    day: 'day' in cause ? cause.day : undefined,
    restriction: touched.length === 1 ? touched[0] : touched,
    announcement: 'document' in cause ? cause.announcement : undefined,
    subject: by(({ subject }) => subject),
    email: by(({ text }) => text),
    sms: by(({ sms }) => sms),
  };
}
