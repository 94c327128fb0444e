import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliveriesIn } from '../../functions/edge/deliveries.ts';
import { journalIn } from '../../functions/edge/journal.ts';
import { Table } from '../../functions/edge/table.ts';
import { TABLE } from '../../functions/local/world.ts';
import type { Change } from '../../functions/register/change.ts';
import { JournalMoved } from '../../functions/errors.ts';
import { addMinutes } from '../../functions/time.ts';
import { makeBundles } from './bundles.ts';
import { changeOf } from './changes.ts';
import { runMeasured, type Used } from './child.ts';
import type { Figure } from './figure.ts';
import { median } from './measure.ts';
import { openOutside } from './outside.ts';

const LENGTHS = [5_000, 20_000];
const ROUNDS = 5;
const targets: Readonly<Record<number, number>> = { 5_000: 0.6, 20_000: 1.5 };

const ring = `const { handler } = await import(process.argv[1]);
const { published } = await handler();
if (published.length !== 1) throw new Error('published ' + published.length);
process.exit();`;
const parsing = `import { readFileSync } from 'node:fs';
if (JSON.parse(readFileSync(process.argv[1], 'utf8')).length === 0) throw new Error('empty');`;
const asModule = (text: string, path: string): readonly string[] => ['--input-type=module', '--eval', text, path];

/** An append whose answer was lost on a busy machine is sent again, and finds itself. */
function isThere(error: unknown): void {
  if (!(error instanceof JournalMoved)) throw error;
}

/** What the first ring of a new instance costs, with one Change to tell at the end of a long journal. */
export async function figures(): Promise<readonly Figure[]> {
  const outside = await openOutside();
  const bundles = makeBundles();
  const folder = mkdtempSync(join(tmpdir(), 'cold-ring-'));
  const table = new Table(TABLE);
  const changes: Change[] = [];
  const rows: Figure[] = [];
  const grow = async (length: number): Promise<void> => {
    const fresh = Array.from({ length: length - changes.length }, (_, i) => changeOf(changes.length + i + 1));
    changes.push(...fresh);
    const journal = journalIn(table);
    for (let from = 0; from < fresh.length; from += 32)
      await Promise.all(fresh.slice(from, from + 32).map((change) => journal.append(change).catch(isThere)));
  };
  const measured = async (): Promise<Used> => {
    // A list of companies, which is told whatever stands before it.
    await grow(changes.length + 4 - ((changes.length + 3) % 4));
    const last = changes.at(-1);
    const clock = addMinutes(last?.observedAt ?? ('' as never), 1);
    const deliveries = deliveriesIn(table, { now: () => clock });
    await deliveries.move({ ...(await deliveries.mark()), upTo: changes.length - 1 });
    return runMeasured(asModule(ring, bundles.functions.notify), {
      ...bundles.environment('Notifier'),
      WATCH_CLOCK: clock,
    });
  };
  for (const length of LENGTHS) {
    await grow(length);
    const unpacked = await measured();
    await journalIn(table).pack();
    const file = join(folder, 'journal.json');
    writeFileSync(file, JSON.stringify(changes));
    const used = { ring: [] as Used[], parse: [] as Used[] };
    for (let round = 0; round < ROUNDS; round++) {
      used.ring.push(await measured());
      used.parse.push(await runMeasured(asModule(parsing, file)));
    }
    const of = (runs: readonly Used[], what: 'cpu' | 'peak'): number => median(runs.map((run) => run[what]));
    const most = targets[length];
    rows.push(
      {
        what: `Cold ring over ${length.toLocaleString('en')} changes, one to tell: CPU of the process`,
        value: of(used.ring, 'cpu') / 1_000,
        unit: 's',
        floor: { what: 'a Node that parses the journal from a file', value: of(used.parse, 'cpu') / 1_000 },
        ...(most !== undefined && { target: { most } }),
      },
      {
        what: '… peak memory',
        value: of(used.ring, 'peak'),
        unit: 'MB',
        target: { most: 200 },
      },
      { what: '… without packs, row by row', value: unpacked.cpu / 1_000, unit: 's' },
    );
  }
  rmSync(folder, { recursive: true });
  bundles.remove();
  outside.close();
  return rows;
}
