import { readApart } from './annex-worker.ts';
import { annexWorkIn } from './annexes.ts';
import type { AnnexEdge } from './edge.ts';
import { httpClient } from './http.ts';
import { localSources, now, setting } from './settings.ts';
import { Table } from './table.ts';

/** What one file may cost. */
export interface AnnexBounds {
  readonly bytes: number;
  readonly milliseconds: number;
  readonly memoryMegabytes: number;
}

/**
 * What reading attachments may do: fetch them, read them in a thread that can be ended, and keep what was read. It may
 * neither append to the journal nor publish.
 * @param module the module that reads what it is handed when it is loaded as such a thread
 */
export function annexEdge(module: URL, bounds: AnnexBounds): AnnexEdge {
  const table = new Table(setting('WATCH_TABLE'));
  const { get } = httpClient(
    { contact: setting('WATCH_CONTACT'), ...localSources() },
    { bodyBytes: bounds.bytes, pageBytes: bounds.bytes, total: 120_000, idle: 20_000 },
  );
  return {
    now,
    get,
    ...annexWorkIn(table),
    read: (bytes) => readApart(module, bytes, bounds),
  };
}
