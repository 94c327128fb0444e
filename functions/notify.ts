import { deliverPending, type DeliveryReport } from './delivering.ts';
import { storiesIn } from './edge/archive.ts';
import { healthIn } from './edge/bookmarks.ts';
import { deliveriesIn } from './edge/deliveries.ts';
import type { NotifyEdge } from './edge/edge.ts';
import { journalIn } from './edge/journal.ts';
import { logger } from './edge/log.ts';
import { languageSettings, listSetting, now, pause, setting } from './edge/settings.ts';
import { Table } from './edge/table.ts';
import { Topics } from './edge/topic.ts';

let edge: NotifyEdge | undefined;

/** What a delivery may do: read, publish, and move its own mark. It fetches nothing and appends nothing. */
function notifyEdge(): NotifyEdge {
  const table = new Table(setting('WATCH_TABLE'));
  const topics = new Topics();
  const [alerts, operator] = [setting('WATCH_TOPIC'), setting('WATCH_OPERATOR_TOPIC')];
  return {
    now,
    journal: journalIn(table),
    stories: storiesIn(table),
    health: healthIn(table),
    deliveries: deliveriesIn(table, { now }),
    publish: (message) => topics.publish(alerts, message),
    tellOperator: (subject, text) => topics.tell(operator, subject, text),
    subscribers: () => topics.subscribers(alerts),
    pause,
  };
}

/**
 * Lambda: publishes what is undelivered. Rung by the table's stream and by a schedule; the bell carries nothing.
 * @throws when an alert is still owed at the end, so that the bell is rung again
 */
export async function handler(): Promise<DeliveryReport> {
  const watch = { languages: languageSettings(), sources: listSetting('WATCH_SOURCES') };
  const report = await deliverPending((edge ??= notifyEdge()), watch);
  logger.info('watch', { ...report });
  if (report.owed > 0)
    throw new Error(`notify: ${report.owed} alerts are owed and are tried again: ${report.faults.join('; ')}`);
  return report;
}
