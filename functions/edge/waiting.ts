import type { Waiting } from '../register/evidence.ts';
import type { PollEdge } from './edge.ts';
import { absent, type Table } from './table.ts';

const PARTITION = 'waiting';

/** Reports of one outlet that wait for a second, in the order in which they came. */
export const waitingIn = (table: Table): PollEdge['waiting'] => ({
  async since(at) {
    const rows = await table.query(PARTITION, { after: at });
    return rows.map((row) => JSON.parse(row['body']?.S ?? '') as Waiting);
  },
  async keep(waiting) {
    const { since, document } = waiting;
    const sort = `${since}#${document.source}#${document.fingerprint}`;
    await table.put(PARTITION, sort, { body: JSON.stringify(waiting) }, absent);
  },
});
