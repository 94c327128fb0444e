import { journalIn } from '../../functions/edge/journal.ts';
import { Table } from '../../functions/edge/table.ts';
import { registerOf } from '../../functions/runs/append-change.ts';
import type { Change } from '../../functions/register/change.ts';
import { compare } from '../../functions/register/compare.ts';
import { type Register, replay } from '../../functions/register/replay.ts';
import { TABLE } from '../../functions/local/world.ts';
import { changeOf, findingOf } from './changes.ts';
import { NOW } from './feeds.ts';
import type { Figure } from './figure.ts';
import { type Cost, costsOf, living } from './measure.ts';
import { openOutside } from './outside.ts';

const LENGTHS = [300, 3_000, 10_000];
const COMPARISONS = 10;

/** What a long journal costs: to read it all in a process that has just started, and to compare with it. */
export async function figures(): Promise<readonly Figure[]> {
  const outside = await openOutside();
  const journal = journalIn(new Table(TABLE));
  const changes: Change[] = [];
  const rows: Figure[] = [];
  let before: Measured | undefined;
  for (const length of LENGTHS) {
    const fresh = Array.from({ length: length - changes.length }, (_, i) => changeOf(changes.length + i + 1));
    for (let from = 0; from < fresh.length; from += 32) {
      await Promise.all(fresh.slice(from, from + 32).map((change) => journal.append(change)));
    }
    changes.push(...fresh);
    await outside.counted();
    const empty = living();
    const register = await coldRegister();
    const { table } = await outside.counted();
    const grown = living() - empty;
    const measured = await measure(register, changes);
    rows.push(...figuresOf(measured, table.readUnits, grown, before));
    before = measured;
  }
  outside.close();
  return rows;
}

/** As the first poll of a new instance reads it. */
const coldRegister = (): Promise<Register> => registerOf(journalIn(new Table(TABLE)));

interface Measured {
  readonly length: number;
  readonly bytes: number;
  readonly costs: Readonly<Record<'register' | 'parse' | 'replay' | 'official' | 'press', Cost>>;
}

async function measure(register: Register, changes: readonly Change[]): Promise<Measured> {
  const texts = changes.map((change) => JSON.stringify(change));
  const next = changes.length + 1;
  const official = findingOf(next + ((1 - next) & 3));
  const press = findingOf(next + (-next & 3));
  const many = (act: () => unknown) => (): void => {
    for (let i = 0; i < COMPARISONS; i++) act();
  };
  const costs = await costsOf(
    {
      register: coldRegister,
      parse: () => texts.map((text) => JSON.parse(text) as unknown),
      replay: () => replay(changes),
      official: many(() => compare(register, official, NOW)),
      press: many(() => compare(register, press, NOW)),
    },
    { rounds: 7, warmups: 2 },
  );
  return { length: changes.length, bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0), costs };
}

function figuresOf(
  { length, bytes, costs }: Measured,
  readUnits: number,
  grown: number,
  before: Measured | undefined,
): readonly Figure[] {
  const longest = length === LENGTHS.at(-1);
  const compared = (what: string, kind: 'official' | 'press'): Figure => ({
    what: `… compare ${what}: CPU`,
    value: costs[kind].cpu / COMPARISONS,
    unit: 'ms',
    ...(before && {
      floor: { what: `at ${before.length.toLocaleString('en')}`, value: before.costs[kind].cpu / COMPARISONS },
    }),
    ...(longest && { target: { most: 50 } }),
  });
  const part = (what: string, value: number, unit: string): Figure => ({ what: `… ${what}`, value, unit });
  return [
    {
      what: `Register of ${length.toLocaleString('en')} changes (${(bytes / 1e6).toFixed(1)} MB), from the table: CPU`,
      value: costs.register.cpu,
      unit: 'ms',
      floor: { what: 'JSON.parse of the same rows', value: costs.parse.cpu },
      ...(longest && { target: { most: 500 } }),
    },
    part('on the clock, against the emulator', costs.register.wall, 'ms'),
    part('of it replaying what was read: CPU', costs.replay.cpu, 'ms'),
    part('DynamoDB read units', readUnits, 'units'),
    part('memory that it holds', grown, 'MB'),
    compared('a ministry’s text', 'official'),
    compared('a report', 'press'),
  ];
}
