import { Duration } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { leaveLetters } from './dead-letters.ts';
import { deploymentFile } from './deployment.ts';
import { houseFunction } from './house-function.ts';
import { nameIn } from './names.ts';
import { everyMinutes, Schedules } from './schedules.ts';
import type { Settings } from './settings.ts';

/** Fields of the line `watch` that every run logs. */
const watchFields = [
  'undeliveredMinutes',
  'officialOverdueMinutes',
  'sourcesDown',
  'sourcesUnpolled',
  'subscribersMissing',
  'operatorsMissing',
] as const;
type WatchField = (typeof watchFields)[number];

/** Publishes what is undelivered, rung by the journal's stream at once and by a schedule whatever happens. */
export class Notifier extends Construct {
  readonly function: Function;
  /** How the watch fares: one metric per field, and none per source. */
  readonly watch: Readonly<Record<WatchField, MetricFilter>>;

  constructor(scope: Construct, id: string, settings: Settings, deadLetters: IQueue) {
    super(scope, id);
    this.function = houseFunction(this, {
      name: 'notify',
      description: 'Publishes the changes that are not delivered yet',
      // Shorter than the claim by which one run at a time publishes.
      timeout: Duration.seconds(55),
      environment: {
        WATCH_LANGUAGES: settings.languages.join(','),
        ...(settings.ownLists && { WATCH_OWN_LISTS: 'yes' }),
      },
      files: deploymentFile(settings),
      settings,
    });
    leaveLetters(this.function, deadLetters, { retries: 1, minutes: 5 });
    new Schedules(this, 'Schedules', nameIn(scope), this.function, deadLetters).add('ring', {
      expression: everyMinutes(5),
      description: 'Rings for what the stream did not deliver, and reports how the watch fares',
      input: {},
      jitterMinutes: 0,
      patienceMinutes: 5,
    });
    const filterOf = (field: WatchField) =>
      this.function.logGroup.addMetricFilter(field, {
        filterPattern: FilterPattern.stringValue('$.message', '=', 'watch'),
        metricNamespace: `dual-use-watch/${nameIn(scope)}`,
        metricName: field,
        metricValue: `$.${field}`,
      });
    this.watch = Object.fromEntries(watchFields.map((field) => [field, filterOf(field)])) as Record<
      WatchField,
      MetricFilter
    >;
  }
}
