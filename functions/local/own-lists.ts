import { parseArgs } from 'node:util';
import { ownListsIn } from '../edge/own-lists.ts';
import { Table } from '../edge/table.ts';
import { Misconfigured } from '../errors.ts';
import { startEmulators } from './emulators.ts';
import { counted, putOwnLists } from './put-own-lists.ts';
import { run } from './run.ts';
import { STATE, TABLE } from './world.ts';

const help = `Usage: npm run own-lists -- FILE [--state DIR | --table NAME]
       npm run own-lists -- --remove | (nothing: how many there are)
Puts your customers, suppliers and parts where the notifier finds them, in the place of those before: an alert that touches
one says so in its second line, with your ids, and is urgent. FILE is CSV or TSV (UTF-8 or Shift_JIS) with the columns kind
(customer, supplier, part), id and name, one name a row. A row that cannot be used is named and left out.
Writes the local table in ${STATE}, or with --table a deployed one by your AWS credentials; that deployment reads them when
"ownLists": true is in its settings.`;

await run(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      remove: { type: 'boolean', default: false },
      state: { type: 'string', default: STATE },
      table: { type: 'string' },
    },
  });
  const [file, another] = positionals;
  if (another !== undefined || (file !== undefined && values.remove))
    throw new Misconfigured(`one file, or --remove, and not both\n${help}`);
  const emulators = values.table === undefined ? await startEmulators(TABLE, values.state) : undefined;
  try {
    const table = values.table ?? TABLE;
    if (file !== undefined) {
      await putOwnLists(file, table);
      return;
    }
    const kept = ownListsIn(new Table(table));
    if (values.remove) await kept.write(undefined);
    const lists = await kept.read();
    console.log(lists ? counted(lists) : 'none');
  } finally {
    await emulators?.close();
  }
});
