import type { BeijingDate, Instant } from '../time.ts';
import type { CalendarEdge, Clock, DeliveryMark, DigestEdge, NotifyEdge } from './edge.ts';
import type { Table } from './table.ts';

/** How far alerts went out. The mark only moves forward, and one run at a time holds the right to publish. */
export const deliveriesIn = (table: Table, clock: Clock): NotifyEdge['deliveries'] => ({
  async mark() {
    const row = await table.get('delivery', 'mark');
    const rest = JSON.parse(row?.['body']?.S ?? '{}') as Partial<DeliveryMark>;
    return { upTo: Number(row?.['upTo']?.N ?? 0), owed: rest.owed ?? [], told: rest.told ?? {} };
  },
  claim(until) {
    return table.update(
      'delivery',
      'mark',
      { text: 'SET claimedUntil = :until', values: { until, now: clock.now() } },
      'attribute_not_exists(claimedUntil) OR claimedUntil <= :now',
    );
  },
  async move({ upTo, owed, told }) {
    const moved = await table.update(
      'delivery',
      'mark',
      { text: 'SET upTo = :upTo, body = :body', values: { upTo, body: JSON.stringify({ owed, told }) } },
      'attribute_not_exists(upTo) OR upTo <= :upTo',
    );
    if (!moved)
      throw new Error(`delivery mark: another run has delivered beyond change #${upTo}; the next ring goes on`);
  },
  async release(until) {
    const update = { text: 'REMOVE claimedUntil', values: { until } };
    await table.update('delivery', 'mark', update, 'claimedUntil = :until');
  },
});

/** The last Beijing day whose dates were looked at. */
export const daysIn = (table: Table): CalendarEdge['days'] => ({
  last: async () => (await table.get('calendar', 'days'))?.['reached']?.S as BeijingDate | undefined,
  move: (last) => forward(table, 'days', last),
});

/** When the last digest went out. */
export const digestsIn = (table: Table): DigestEdge['digests'] => ({
  last: async () => (await table.get('calendar', 'digest'))?.['reached']?.S as Instant | undefined,
  sent: (last) => forward(table, 'digest', last),
});

async function forward(table: Table, sort: string, reached: string): Promise<void> {
  await table.put(
    'calendar',
    sort,
    { reached },
    { text: 'attribute_not_exists(reached) OR reached <= :reached', values: { reached } },
  );
}
