import { Duration, Stack } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  SingleValueWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { nameIn } from './names.ts';
import type { Alarms, Watched } from './alarms.ts';

const WIDTH = 24;

/** One page, worst first: is anything ringing, is anybody waiting, which source fails and why; then the graphs. */
export function dashboard(scope: Construct, { poller, notifier, alerts }: Watched, { all }: Alarms): Dashboard {
  const { undeliveredMinutes, officialOverdueMinutes, sourcesDown, sourcesUnpolled } = notifier.watch;
  const { subscribersMissing, operatorsMissing } = notifier.watch;
  const quarter = { period: Duration.minutes(15), statistic: 'Sum' };
  const page = new Dashboard(scope, 'Dashboard', {
    // An account's dashboards are one list for all of its regions.
    dashboardName: `${nameIn(scope)}-${Stack.of(scope).region}`,
    defaultInterval: Duration.hours(12),
  });
  page.addWidgets(new AlarmStatusWidget({ title: 'Is anything ringing?', alarms: [...all], width: WIDTH, height: 3 }));
  page.addWidgets(
    new SingleValueWidget({
      title: 'Now',
      width: WIDTH,
      height: 3,
      metrics: [
        undeliveredMinutes.metric({ label: 'Oldest undelivered change, minutes', statistic: 'Maximum' }),
        officialOverdueMinutes.metric({ label: 'Official source overdue, minutes', statistic: 'Maximum' }),
        sourcesDown.metric({ label: 'Sources down', statistic: 'Maximum' }),
        sourcesUnpolled.metric({ label: 'Sources not polled', statistic: 'Maximum' }),
        subscribersMissing.metric({ label: 'Subscribers missing', statistic: 'Maximum' }),
        operatorsMissing.metric({ label: 'Operators missing', statistic: 'Maximum' }),
      ],
    }),
  );
  page.addWidgets(
    new LogQueryWidget({
      title: 'Which source fails, and why',
      width: WIDTH,
      height: 6,
      view: LogQueryVisualizationType.TABLE,
      logGroupNames: [poller.function.logGroup.logGroupName],
      queryLines: [
        'filter message = "poll" and outcome = "failed"',
        'stats count(*) as failures, latest(@timestamp) as last, latest(faults.0) as why by source',
        'sort failures desc',
      ],
    }),
  );
  page.addWidgets(
    new GraphWidget({
      title: 'Polls',
      width: WIDTH / 3,
      left: [poller.function.metricInvocations(quarter), poller.function.metricErrors(quarter)],
    }),
    new GraphWidget({
      title: 'Notifier',
      width: WIDTH / 3,
      left: [notifier.function.metricInvocations(quarter), notifier.function.metricErrors(quarter)],
    }),
    new GraphWidget({
      title: 'Messages to subscribers',
      width: WIDTH / 3,
      left: [
        alerts.topic.metricNumberOfNotificationsDelivered(quarter),
        alerts.topic.metricNumberOfNotificationsFailed(quarter),
      ],
    }),
  );
  return page;
}
