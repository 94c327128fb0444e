import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { AlertTopic } from './alert-topic.ts';
import { nameIn } from './names.ts';
import type { Notifier } from './notifier.ts';
import type { Poller } from './poller.ts';
import type { Relay } from './relay.ts';
import type { Settings } from './settings.ts';

export interface Watched {
  readonly poller: Poller;
  readonly notifier: Notifier;
  readonly alerts: AlertTopic;
  readonly deadLetters: IQueue;
  readonly relays: readonly Relay[];
}

interface Rule {
  readonly means: string;
  /** The runbook of it, where several alarms have one. */
  readonly page?: string;
  /** A metric, with the statistic and the period that it is judged by. */
  readonly metric: Metric;
  readonly rings: 'at-least' | 'above' | 'below';
  readonly threshold: number;
  /** How many periods of how many; one of one unless said. */
  readonly periods?: readonly [number, number];
  /** No data is itself the fault. */
  readonly silenceRings?: boolean;
}

const operators = {
  'at-least': ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  above: ComparisonOperator.GREATER_THAN_THRESHOLD,
  below: ComparisonOperator.LESS_THAN_THRESHOLD,
};

/** Few enough for a person to know by heart. All of them ring the operator. */
export class Alarms extends Construct {
  readonly all: readonly Alarm[];
  /** Their names, without the watch's. */
  readonly names: readonly string[];

  constructor(scope: Construct, id: string, settings: Settings, watched: Watched, operator: AlertTopic) {
    super(scope, id);
    operator.admitAlarms(scope);
    const bell = new SnsAction(operator.topic);
    const rules = Object.entries({ ...rulesOf(settings, watched), ...relayRules(watched) });
    this.names = rules.map(([name]) => name);
    this.all = rules.map(([name, rule]) => {
      const [enough, of] = rule.periods ?? [1, 1];
      const alarm = new Alarm(this, name, {
        alarmName: `${nameIn(scope)}-${name}`,
        alarmDescription: `${rule.means} What to look at and do: ${settings.runbooks}#when-${rule.page ?? name}-rings`,
        metric: rule.metric,
        comparisonOperator: operators[rule.rings],
        threshold: rule.threshold,
        evaluationPeriods: of,
        datapointsToAlarm: enough,
        treatMissingData: rule.silenceRings ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(bell);
      alarm.addOkAction(bell);
      return alarm;
    });
  }
}

function rulesOf(
  settings: Settings,
  { poller, notifier, alerts, deadLetters }: Watched,
): Readonly<Record<string, Rule>> {
  const { watch } = notifier;
  const fastest = Duration.minutes(Math.max(5, Math.min(...settings.sources.map(({ every }) => every))));
  const capShare = 0.8;
  return {
    'poll-failing': {
      means: 'Polls end in errors that are no failure of the source: pages go unread.',
      metric: poller.function.metricErrors({ statistic: 'Sum', period: Duration.minutes(30) }),
      rings: 'at-least',
      threshold: 1,
      // A slow minute passes; a source that fails at every tick, hourly ones included, does not.
      periods: [2, 4],
    },
    'poll-not-running': {
      means: 'No source is being polled.',
      metric: poller.function.metricInvocations({ statistic: 'Sum', period: fastest }),
      rings: 'below',
      threshold: 1,
      periods: [3, 3],
      silenceRings: true,
    },
    'sources-silent': {
      means: 'An official source has not answered for over an hour, or two of its rhythms: there we are blind.',
      metric: watch.officialOverdueMinutes.metric({ statistic: 'Maximum', period: Duration.minutes(5) }),
      rings: 'above',
      threshold: 0,
    },
    'sources-unpolled': {
      means: 'Nobody has polled a source for two of its rhythms: a schedule is gone, or its polls are killed.',
      metric: watch.sourcesUnpolled.metric({ statistic: 'Maximum', period: Duration.minutes(5) }),
      rings: 'at-least',
      threshold: 1,
    },
    'source-down': {
      means: 'At least one source has been down for six hours.',
      metric: watch.sourcesDown.metric({ statistic: 'Minimum', period: Duration.hours(1) }),
      rings: 'at-least',
      threshold: 1,
      periods: [6, 6],
    },
    undelivered: {
      means: 'A change has been waiting for more than 15 minutes, or the notifier does not report.',
      metric: watch.undeliveredMinutes.metric({ statistic: 'Maximum', period: Duration.minutes(15) }),
      rings: 'above',
      threshold: 15,
      silenceRings: true,
    },
    'dead-letters': {
      means: 'A ring or a calendar task was given up after its retries.',
      metric: deadLetters.metricApproximateNumberOfMessagesVisible({
        statistic: 'Maximum',
        period: Duration.minutes(5),
      }),
      rings: 'at-least',
      threshold: 1,
    },
    'notify-errors': {
      means: 'The notifier keeps failing: alerts are owed.',
      metric: notifier.function.metricErrors({ statistic: 'Sum', period: Duration.minutes(5) }),
      rings: 'at-least',
      threshold: 1,
      periods: [2, 3],
    },
    'delivery-failures': {
      means: 'SNS gave up delivering an alert to a subscriber.',
      metric: alerts.topic.metricNumberOfNotificationsFailed({ statistic: 'Sum', period: Duration.minutes(5) }),
      rings: 'at-least',
      threshold: 1,
    },
    'subscribers-missing': {
      means: 'Somebody in the settings does not hear: they left, or never confirmed.',
      metric: watch.subscribersMissing.metric({ statistic: 'Minimum', period: Duration.hours(1) }),
      rings: 'at-least',
      threshold: 1,
      periods: [3, 3],
      silenceRings: true,
    },
    'operator-unconfirmed': {
      means: 'An operator in the settings does not hear of faults: the address never confirmed, or left.',
      metric: watch.operatorsMissing.metric({ statistic: 'Minimum', period: Duration.hours(1) }),
      rings: 'at-least',
      threshold: 1,
    },
    'sms-spend': {
      means: `SMS has cost ${capShare * 100} % of its ${settings.smsMonthlyCapUsd} USD this month: at the cap, SMS stops.`,
      metric: new Metric({
        namespace: 'AWS/SNS',
        metricName: 'SMSMonthToDateSpentUSD',
        statistic: 'Maximum',
        period: Duration.hours(1),
      }),
      rings: 'at-least',
      threshold: capShare * settings.smsMonthlyCapUsd,
    },
  };
}

/** One alarm a receiver: which one refuses is what the operator must know. */
const relayRules = ({ relays }: Watched): Readonly<Record<string, Rule>> =>
  Object.fromEntries(
    relays.map(({ receiver, letters }): [string, Rule] => [
      `receiver-failing-${receiver.id}`,
      {
        means: `The receiver ${receiver.id} did not take an alert after all tries.`,
        page: 'receiver-failing',
        metric: letters.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: Duration.minutes(5) }),
        rings: 'at-least',
        threshold: 1,
      },
    ]),
  );
