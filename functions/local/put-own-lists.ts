import { ownListsIn as keptIn } from '../edge/own-lists.ts';
import { setting } from '../edge/settings.ts';
import { Table } from '../edge/table.ts';
import { type OurLists, ownKinds } from '../screening/own.ts';
import { ownListsIn } from './own-list-file.ts';

const SHOWN = 50;

/** Puts a file's lists in the place of those kept in the table, and says what was left out: by row, never by name. */
export async function putOwnLists(file: string, table: string = setting('WATCH_TABLE')): Promise<void> {
  const { lists, faults } = ownListsIn(file);
  await keptIn(new Table(table)).write(lists);
  console.error(`${file}: ${counted(lists)}`);
  if (faults.length === 0) return;
  console.error(`${file}: ${faults.length} rows left out; mend them and put the file again`);
  for (const fault of faults.slice(0, SHOWN)) console.error(`  ${fault}`);
  if (faults.length > SHOWN) console.error(`  and ${faults.length - SHOWN} more`);
  process.exitCode = 1;
}

/** `3 customers, 0 suppliers, 2 parts`, by their ids. */
export const counted = (lists: OurLists): string =>
  ownKinds.map((kind) => `${new Set(lists[kind].map(({ id }) => id)).size} ${kind}`).join(', ');
