import { healthIn } from './bookmarks.ts';
import { daysIn, digestsIn } from './deliveries.ts';
import type { CalendarEdge, DigestEdge } from './edge.ts';
import { journalIn } from './journal.ts';
import { lateTopics } from './late-topics.ts';
import { now, setting } from './settings.ts';
import { Table } from './table.ts';

/** What the calendar may do: append the dates that arrived, and publish the digest. */
export function calendarEdge(): CalendarEdge & DigestEdge {
  const table = new Table(setting('WATCH_TABLE'));
  const topics = lateTopics();
  const topic = setting('WATCH_TOPIC');
  return {
    now,
    journal: journalIn(table),
    days: daysIn(table),
    health: healthIn(table),
    digests: digestsIn(table, { now }),
    publish: (message) => topics.publish(topic, message),
  };
}
