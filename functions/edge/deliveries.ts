import { randomUUID } from 'node:crypto';
import { addMinutes, type BeijingDate, type Instant } from '../time.ts';
import type { CalendarEdge, Clock, DeliveryMark, DigestEdge, DigestMark, NotifyEdge } from './edge.ts';
import { pastIn } from './past.ts';
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
  keepHealth: (day, at, states) => pastIn(table).keepHealth(day, at, states),
  move: (last, today) => forward(table, 'days', last, today),
});

/** The last period of the digest: claimed by one run before anything of it is sent. */
export const digestsIn = (table: Table, clock: Clock, run: string = randomUUID()): DigestEdge['digests'] => ({
  async last() {
    const row = await table.get('calendar', 'digest');
    const to = row?.['reached']?.S as Instant | undefined;
    if (to === undefined) return undefined;
    // A row of an older form holds the end alone, and was written when everything was sent.
    const rest = JSON.parse(row?.['body']?.S ?? '{}') as Partial<DigestMark>;
    return { from: rest.from ?? to, to, owed: rest.owed ?? [] };
  },
  claim({ from, to, owed }, before, until) {
    const free = 'attribute_not_exists(heldUntil) OR heldUntil <= :now OR heldUntil > :latest OR heldBy = :run';
    const same =
      before === undefined ? 'attribute_not_exists(reached) OR heldBy = :run' : 'reached = :before OR heldBy = :run';
    // A lost answer is asked for again by the client: whose claim it is makes the second one hold, too.
    const values = { to, until, run: `${run} ${to}`, now: clock.now(), latest: addMinutes(until, 1) };
    return table.update(
      'calendar',
      'digest',
      {
        text: 'SET reached = :to, body = :body, heldUntil = :until, heldBy = :run',
        values: { ...values, body: JSON.stringify({ from, owed }), ...(before !== undefined && { before }) },
      },
      `(${same}) AND (${free})`,
    );
  },
  async move({ from, to, owed }) {
    const update = { text: 'SET body = :body', values: { to, body: JSON.stringify({ from, owed }) } };
    await table.update('calendar', 'digest', update, 'reached = :to');
  },
  async release({ from, to, owed }) {
    const update = { text: 'SET body = :body REMOVE heldUntil', values: { to, body: JSON.stringify({ from, owed }) } };
    await table.update('calendar', 'digest', update, 'reached = :to');
  },
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
