import { randomUUID } from 'node:crypto';
import { addMinutes, type BeijingDate, type Instant } from '../time.ts';
import type { CalendarEdge, Clock, DeliveryMark, DigestEdge, NotifyEdge } from './edge.ts';
import type { Table } from './table.ts';

/** How far alerts went out. The mark only moves forward, and one run at a time holds the right to publish. */
export const deliveriesIn = (table: Table, clock: Clock, run: string = randomUUID()): NotifyEdge['deliveries'] => ({
  async mark() {
    const row = await table.get('delivery', 'mark');
    const rest = JSON.parse(row?.['body']?.S ?? '{}') as Partial<DeliveryMark>;
    return {
      upTo: Number(row?.['upTo']?.N ?? 0),
      owed: rest.owed ?? [],
      told: rest.told ?? {},
      since: rest.since ?? {},
    };
  },
  claim(until) {
    // The answer to a claim may be lost and the claim sent again: whose it is makes the second one hold, too. A claim
    // that ends later than any can was left by a clock that ran ahead.
    return table.update(
      'delivery',
      'mark',
      {
        text: 'SET claimedUntil = :until, claimedBy = :run',
        values: { until, run: `${run} ${until}`, now: clock.now(), latest: addMinutes(until, 1) },
      },
      'attribute_not_exists(claimedUntil) OR claimedUntil <= :now OR claimedBy = :run OR claimedUntil > :latest',
    );
  },
  async move({ upTo, owed, told, since }) {
    const moved = await table.update(
      'delivery',
      'mark',
      { text: 'SET upTo = :upTo, body = :body', values: { upTo, body: JSON.stringify({ owed, told, since }) } },
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
  move: (last, today) => forward(table, 'days', last, today),
});

/** When the last digest went out. */
export const digestsIn = (table: Table): DigestEdge['digests'] => ({
  last: async () => (await table.get('calendar', 'digest'))?.['reached']?.S as Instant | undefined,
  sent: (last) => forward(table, 'digest', last, last),
});

/** A mark only moves on, unless it lies beyond now: a clock that ran ahead has put it there. */
async function forward(table: Table, sort: string, reached: string, now: string): Promise<void> {
  await table.put(
    'calendar',
    sort,
    { reached },
    { text: 'attribute_not_exists(reached) OR reached <= :reached OR reached > :now', values: { reached, now } },
  );
}
