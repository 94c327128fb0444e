import { archiveIn, storiesIn } from './edge/archive.ts';
import { bookmarksIn } from './edge/bookmarks.ts';
import type { PollEdge } from './edge/edge.ts';
import { httpClient } from './edge/http.ts';
import { journalIn } from './edge/journal.ts';
import { logger } from './edge/log.ts';
import { localSources, now, setting } from './edge/settings.ts';
import { Table } from './edge/table.ts';
import { pollSource, type PollReport } from './pipeline.ts';
import { parseSource } from './sources/source.ts';

let edge: PollEdge | undefined;

/** What a poll may do: fetch, read the journal and append to it. It holds no right to publish. */
function pollEdge(): PollEdge {
  const table = new Table(setting('WATCH_TABLE'));
  const { get } = httpClient({ contact: setting('WATCH_CONTACT'), ...localSources() });
  return {
    now,
    get,
    bookmarks: bookmarksIn(table),
    journal: journalIn(table),
    archive: archiveIn(table),
    stories: storiesIn(table),
  };
}

/**
 * Lambda: polls one source. Its schedule's input is the whole Source.
 * @throws Misconfigured for an event that is no Source; any surprise, so that the schedule tries again
 */
export async function handler(event: { readonly source?: unknown }): Promise<PollReport> {
  const source = parseSource(event.source, 'event.source');
  const started = performance.now();
  const report = await pollSource(source, (edge ??= pollEdge()));
  logger[report.faults.length > 0 ? 'warn' : 'info']('poll', {
    ...report,
    milliseconds: Math.round(performance.now() - started),
  });
  return report;
}
