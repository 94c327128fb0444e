import { healthIn } from './edge/bookmarks.ts';
import { daysIn, digestsIn } from './edge/deliveries.ts';
import type { CalendarEdge, DigestEdge } from './edge/edge.ts';
import { journalIn } from './edge/journal.ts';
import { logger } from './edge/log.ts';
import { languageSettings, listSetting, now, setting } from './edge/settings.ts';
import { Table } from './edge/table.ts';
import { Topics } from './edge/topic.ts';
import { Misconfigured } from './errors.ts';
import { keepCalendar, sendDigest } from './keeping.ts';

let edge: (CalendarEdge & DigestEdge) | undefined;

function calendarEdge(): CalendarEdge & DigestEdge {
  const table = new Table(setting('WATCH_TABLE'));
  const topics = new Topics();
  const topic = setting('WATCH_TOPIC');
  return {
    now,
    journal: journalIn(table),
    days: daysIn(table),
    health: healthIn(table),
    digests: digestsIn(table),
    publish: (message) => topics.publish(topic, message),
  };
}

/**
 * Lambda: `daily` appends the dates that arrived, in Beijing time; `digest` publishes what changed since the last one.
 * @throws Misconfigured for any other task
 */
export async function handler(event: { readonly task?: unknown }): Promise<readonly number[]> {
  edge ??= calendarEdge();
  switch (event.task) {
    case 'daily': {
      const changes = await keepCalendar(edge);
      logger.info('calendar', { changes });
      return changes;
    }
    case 'digest':
      await sendDigest(edge, { languages: languageSettings(), sources: listSetting('WATCH_SOURCES') });
      logger.info('digest');
      return [];
    default:
      throw new Misconfigured(`event.task: "${String(event.task)}" is no task; allowed are daily and digest`);
  }
}
