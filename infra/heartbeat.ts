import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { houseFunction } from './house-function.ts';
import { nameIn } from './names.ts';
import { everyMinutes, Schedules } from './schedules.ts';
import type { Settings } from './settings.ts';

/** Tells an address outside the account, every quarter of an hour, that no alarm of the watch rings. */
export class Heartbeat extends Construct {
  readonly function: Function;

  /** @param alarms the names of the alarms, without the watch's */
  constructor(
    scope: Construct,
    id: string,
    address: string,
    alarms: readonly string[],
    settings: Settings,
    deadLetters: IQueue,
  ) {
    super(scope, id);
    this.function = houseFunction(this, {
      name: 'heartbeat',
      description: 'Tells an address outside that the watch is well',
      timeout: Duration.seconds(60),
      environment: {
        WATCH_HEARTBEAT: address,
        WATCH_ALARMS: nameIn(scope),
        WATCH_ALARM_NAMES: alarms.join(','),
      },
      settings,
    });
    this.function.addToRolePolicy(
      new PolicyStatement({
        actions: ['cloudwatch:DescribeAlarms'],
        resources: alarms.map((name) =>
          Stack.of(this).formatArn({ service: 'cloudwatch', resource: `alarm:${nameIn(scope)}-${name}` }),
        ),
      }),
    );
    // A beat that fails is missed outside, which is the message.
    this.function.configureAsyncInvoke({ retryAttempts: 1, maxEventAge: Duration.minutes(10) });
    new Schedules(this, 'Schedules', nameIn(scope), this.function, deadLetters).add('beat', {
      expression: everyMinutes(15),
      description: 'Tells an address outside that the watch is well',
      input: {},
      jitterMinutes: 0,
      patienceMinutes: 5,
    });
  }
}
