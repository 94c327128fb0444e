import { Duration } from 'aws-cdk-lib';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { houseFunction } from './house-function.ts';
import { everyMinutes, Schedules } from './schedules.ts';
import type { Settings } from './settings.ts';

/** One function and, for every source that is on, one schedule whose input is the whole Source. */
export class Poller extends Construct {
  readonly function: NodejsFunction;

  constructor(scope: Construct, id: string, settings: Settings, deadLetters: IQueue) {
    super(scope, id);
    this.function = houseFunction(this, {
      name: 'poll',
      description: 'Polls one source and appends to the journal what it alters',
      // Twenty articles a poll, one a second, take a third of it.
      timeout: Duration.minutes(2),
      environment: {},
      settings,
    });
    // The next tick is the retry, and an old one is worth nothing.
    this.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(5) });
    const schedules = new Schedules(this, 'Schedules', this.function, deadLetters);
    for (const source of settings.sources) {
      schedules.add(source.id, {
        expression: everyMinutes(source.every),
        description: `${source.publisher}, every ${source.every} min`,
        input: { source },
        jitterMinutes: Math.max(1, Math.floor(source.every / 5)),
        patienceMinutes: source.every,
      });
    }
  }
}
