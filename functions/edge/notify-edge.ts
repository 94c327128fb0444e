import { storiesIn } from './archive.ts';
import { healthIn } from './bookmarks.ts';
import { deliveriesIn } from './deliveries.ts';
import type { NotifyEdge } from './edge.ts';
import { journalIn } from './journal.ts';
import { lateTopics } from './late-topics.ts';
import { ownListsIn } from './own-lists.ts';
import { pastIn } from './past.ts';
import { now, pause, setting } from './settings.ts';
import { Table } from './table.ts';

/** What a delivery may do: read, publish, and move its own mark. It fetches nothing and appends nothing. */
export function notifyEdge(): NotifyEdge {
  const table = new Table(setting('WATCH_TABLE'));
  const topics = lateTopics();
  const site = process.env['WATCH_SITE_ADDRESS'];
  const [alerts, operator] = [setting('WATCH_TOPIC'), setting('WATCH_OPERATOR_TOPIC')];
  return {
    now,
    journal: journalIn(table),
    stories: storiesIn(table),
    health: healthIn(table),
    deliveries: deliveriesIn(table, { now }),
    noteTold: (told) => pastIn(table).noteTold(told),
    ownLists: () => (process.env['WATCH_OWN_LISTS'] === 'yes' ? ownListsIn(table).read() : Promise.resolve(undefined)),
    ...(site && { site }),
    publish: (message) => topics.publish(alerts, message),
    tellOperator: (subject, text) => topics.tell(operator, subject, text),
    confirmed: async () => {
      const [subscribers, operators] = await Promise.all([topics.confirmed(alerts), topics.confirmed(operator)]);
      return { subscribers, operators };
    },
    pause,
  };
}
