import { annexesIn } from './annexes.ts';
import { archiveIn, storiesIn } from './archive.ts';
import { bookmarksIn } from './bookmarks.ts';
import type { PollEdge } from './edge.ts';
import { httpClient } from './http.ts';
import { journalIn } from './journal.ts';
import { localSources, now, setting } from './settings.ts';
import { Table } from './table.ts';
import { waitingIn } from './waiting.ts';

/** What a poll may do: fetch, read the journal and append to it. It holds no right to publish. */
export function pollEdge(): PollEdge {
  const table = new Table(setting('WATCH_TABLE'));
  const { get } = httpClient({ contact: setting('WATCH_CONTACT'), ...localSources() });
  return {
    now,
    get,
    bookmarks: bookmarksIn(table),
    journal: journalIn(table),
    archive: archiveIn(table),
    annexes: annexesIn(table),
    stories: storiesIn(table),
    waiting: waitingIn(table),
  };
}
