import type { SourceState } from '../sources/health.ts';
import type { BeijingDate, Instant } from '../time.ts';
import type { PastHealth, Told } from './edge.ts';
import { absent, type Table } from './table.ts';

/** What was told and how the sources stood, as it was: rows that are written once, for audits. */
export const pastIn = (table: Table) => ({
  /** Notes one act of publishing; the same noted twice is noted once. */
  async noteTold(told: Told): Promise<void> {
    await table.put('delivery', `told#${digits(told.change)}#${told.at}`, { body: JSON.stringify(told) }, absent);
  },
  /** Every act of publishing, in the order of Changes. */
  async told(): Promise<readonly Told[]> {
    const rows = await table.query('delivery', { after: 'told#', before: 'told$', consistent: true });
    return rows.map((row) => JSON.parse(row['body']?.S ?? '') as Told);
  },
  /** Keeps how the sources stand on a day; the first word of a day stands. */
  async keepHealth(day: BeijingDate, at: Instant, states: readonly SourceState[]): Promise<void> {
    const kept: PastHealth = { at, states: states.map(stateOf) };
    await table.put('calendar', `health#${day}`, { body: JSON.stringify(kept) }, absent);
  },
  /** How the sources stood in the first hour of a Beijing day; undefined where nobody kept it. */
  async healthOn(day: BeijingDate): Promise<PastHealth | undefined> {
    const row = await table.get('calendar', `health#${day}`);
    return row && (JSON.parse(row['body']?.S ?? '') as PastHealth);
  },
});

/** Without the words of pages, which causes and titles hold. */
const stateOf = ({ id, publisher, authority, state, checkedAt, failingSince, failures }: SourceState) => ({
  id,
  publisher,
  authority,
  state,
  failures,
  ...(checkedAt && { checkedAt }),
  ...(failingSince && { failingSince }),
});

const digits = (number: number): string => String(number).padStart(8, '0');
