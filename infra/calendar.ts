import { Duration } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { leaveLetters } from './dead-letters.ts';
import { deploymentFile } from './deployment.ts';
import { houseFunction } from './house-function.ts';
import { nameIn } from './names.ts';
import { Schedules } from './schedules.ts';
import type { Settings } from './settings.ts';

/** Appends the dates that arrive, daily, and publishes the digest, weekly. */
export class Calendar extends Construct {
  readonly function: Function;

  constructor(scope: Construct, id: string, settings: Settings, deadLetters: IQueue) {
    super(scope, id);
    this.function = houseFunction(this, {
      name: 'calendar',
      description: 'Appends the dates that arrive and publishes the digest',
      timeout: Duration.minutes(2),
      environment: {
        WATCH_LANGUAGES: settings.languages.join(','),
      },
      files: deploymentFile(settings),
      settings,
    });
    // A day's dates come once: a run that fails twice more is a dead letter, and the queue's alarm rings.
    leaveLetters(this.function, deadLetters, { retries: 2, minutes: 60 });
    const schedules = new Schedules(this, 'Schedules', nameIn(scope), this.function, deadLetters);
    const { day, time } = settings.digest;
    const [hour, minute] = time.split(':').map(Number);
    schedules.add('daily', {
      // 7 a.m. in Tokyo: what takes effect on a Beijing day is read on the morning of that day.
      expression: 'cron(0 6 * * ? *)',
      zone: 'Asia/Shanghai',
      description: 'Dates that arrive today in Beijing',
      input: { task: 'daily' },
      jitterMinutes: 0,
      patienceMinutes: 60,
    });
    schedules.add('starter', {
      // A new deployment knows within the hour what was in force; later runs find everything entered.
      expression: 'rate(1 hour)',
      description: 'The compiled measures that the journal lacks',
      input: { task: 'starter' },
      jitterMinutes: 0,
      patienceMinutes: 60,
    });
    schedules.add('digest', {
      expression: `cron(${minute} ${hour} ? * ${day.slice(0, 3).toUpperCase()} *)`,
      zone: 'Asia/Tokyo',
      description: 'The weekly digest',
      input: { task: 'digest' },
      jitterMinutes: 0,
      patienceMinutes: 60,
    });
  }
}
