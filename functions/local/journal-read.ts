import { journalIn } from '../edge/journal.ts';
import { Table } from '../edge/table.ts';
import { Misconfigured } from '../errors.ts';
import type { Change } from '../register/change.ts';
import { withStarter } from '../register/starter/starter.ts';
import {
  addDays,
  type BeijingDate,
  type Instant,
  instantOf,
  parseBeijingDate,
  parseInstant,
  startOf,
} from '../time.ts';
import { startTable } from './emulated-table.ts';
import { TABLE } from './world.ts';

/** Which journal a command reads. */
export interface Which {
  readonly state: string;
  readonly table?: string | undefined;
  /** Without what was compiled and not read. */
  readonly onlyRead?: boolean | undefined;
}

/** The journal as a command works on it, and the table behind it. */
export interface JournalRead {
  readonly changes: readonly Change[];
  readonly table: Table;
}

/**
 * Reads a journal, with the starter register laid under what was known at a moment, for as long as a command works on it.
 * @throws Misconfigured for an empty journal, where nothing is laid under it
 */
export async function withJournal<T>(
  which: Which,
  knownBy: Instant,
  act: (read: JournalRead) => Promise<T>,
): Promise<T> {
  const emulated = which.table === undefined ? await startTable(TABLE, which.state) : undefined;
  try {
    const table = new Table(which.table ?? TABLE);
    const read = await journalIn(table).changes();
    if (read.length === 0 && which.onlyRead) {
      throw new Misconfigured(
        `${which.table ?? which.state}: the journal is empty; npm start -- --live or npm run backfill fills the local one`,
      );
    }
    const known = read.filter(({ observedAt }) => observedAt <= knownBy);
    const laid = which.onlyRead
      ? known.filter(({ cause }) => !('compiled' in cause))
      : withStarter(known).filter(({ observedAt }) => observedAt <= knownBy);
    return await act({ changes: laid, table });
  } finally {
    await emulated?.close();
  }
}

/** A day as an option gives it. @throws Misconfigured naming the option */
export function dayOption(option: string, value: string | undefined): BeijingDate | undefined {
  const day = value === undefined ? undefined : parseBeijingDate(value);
  if (value !== undefined && day === undefined)
    throw new Misconfigured(`${option}: "${value}" is no day; write YYYY-MM-DD`);
  return day;
}

/** A time of knowledge: a moment, or a day, meaning its end in Beijing. @throws Misconfigured naming the option */
export function knownByOption(value: string | undefined, now: Instant): Instant {
  if (value === undefined) return now;
  const day = parseBeijingDate(value);
  if (day !== undefined) return instantOf(Date.parse(startOf(addDays(day, 1))) - 1) as Instant;
  const instant = parseInstant(value);
  if (instant !== undefined) return instant;
  throw new Misconfigured(`--known-by: "${value}" is no day and no moment; write YYYY-MM-DD or an ISO 8601 instant`);
}
