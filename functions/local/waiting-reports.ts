import { styleText } from 'node:util';
import { now } from '../edge/settings.ts';
import { Table } from '../edge/table.ts';
import { waitingIn } from '../edge/waiting.ts';
import { type Waiting, waitingSince } from '../register/evidence.ts';
import { startTable } from './emulated-table.ts';
import { TABLE } from './world.ts';

interface Where {
  readonly state: string;
  readonly table?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Prints which reports of the last day wait for a second outlet, of the local table or a deployed one. */
export async function showWaiting({ state, table, json }: Where): Promise<void> {
  const emulated = table === undefined ? await startTable(TABLE, state) : undefined;
  try {
    const reports = await waitingIn(new Table(table ?? TABLE)).since(waitingSince(now()));
    if (json) console.log(JSON.stringify(reports, null, 2));
    else printReports(reports);
  } finally {
    await emulated?.close();
  }
}

function printReports(reports: readonly Waiting[]): void {
  console.log(styleText('bold', `\n${reports.length} reports wait for a second outlet`));
  for (const { since, document, report } of reports) {
    const about = [report.act ?? report.action, report.instrument, report.reach, ...report.goods].join(', ');
    console.log(
      `${since}  ${document.publisher}  ${(report.probability ?? 1).toFixed(2)} ${about}\n  ${document.title}`,
    );
  }
}
