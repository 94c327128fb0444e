import type { Bookmark } from '../documents/bookmark.ts';
import type { SourceState } from '../sources/health.ts';
import type { NotifyEdge, PollEdge } from './edge.ts';
import type { Table } from './table.ts';

const PARTITION = 'source';

/** Bookmarks in the table: one read and at most one write a poll. */
export const bookmarksIn = (table: Table): PollEdge['bookmarks'] => ({
  async of(source) {
    const row = await table.get(PARTITION, source);
    if (row === undefined) return { bookmark: undefined, revision: 0 };
    const health = JSON.parse(row['health']?.S ?? '') as SourceState;
    const rest = JSON.parse(row['body']?.S ?? '') as Omit<Bookmark, 'health'>;
    return { bookmark: { ...rest, health }, revision: Number(row['revision']?.N) };
  },
  remember(source, { health, ...rest }, revision) {
    const { id, publisher, authority } = source;
    const state: SourceState = { ...health, id, publisher, authority };
    const attributes = { health: JSON.stringify(state), body: JSON.stringify(rest), revision: revision + 1 };
    return table.put(PARTITION, id, attributes, {
      text: 'attribute_not_exists(revision) OR revision = :revision',
      values: { revision },
    });
  },
});

/** The state of every source that was ever polled. */
export const healthIn = (table: Table): NotifyEdge['health'] => ({
  async all() {
    const rows = await table.query(PARTITION, { only: ['health'] });
    return rows.map((row) => JSON.parse(row['health']?.S ?? '') as SourceState);
  },
});
