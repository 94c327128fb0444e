import { Duration, NestedStack } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Source } from '../functions/sources/source.ts';
import { leaveLetters } from './dead-letters.ts';
import { houseFunction } from './house-function.ts';
import { nameIn } from './names.ts';
import { everyMinutes, Schedules } from './schedules.ts';
import type { Settings } from './settings.ts';

/**
 * One function and, for every source that is on, one schedule whose input is the whole Source; where they are more than
 * a stack can hold, in nested stacks.
 */
export class Poller extends Construct {
  readonly function: Function;

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
    // Some sources are polled once a day: the next tick is too late a retry.
    leaveLetters(this.function, deadLetters, { retries: 1, minutes: 10 });
    const watch = nameIn(scope);
    if (settings.sources.length <= SCHEDULES_A_STACK / 2) {
      schedule(settings.sources, new Schedules(this, 'Schedules', watch, this.function, deadLetters));
      return;
    }
    let before: NestedStack | undefined;
    for (const [i, some] of chunks(settings.sources, SCHEDULES_A_STACK).entries()) {
      const stack = new NestedStack(this, `Sources${i + 1}`, { description: `Schedules of ${some.length} sources` });
      schedule(some, new Schedules(stack, 'Schedules', watch, this.function, deadLetters));
      // One after the other: CloudFormation works on 2,500 resources of nested stacks at a time, and refuses more.
      if (before) stack.addStackDependency(before);
      before = stack;
    }
  }
}

// A stack holds 500 resources and a template of a million bytes; of the latter a source takes two thousand at most.
const SCHEDULES_A_STACK = 400;

function schedule(sources: readonly Source[], schedules: Schedules): void {
  for (const source of sources) {
    schedules.add(source.id, {
      expression: everyMinutes(source.every),
      description: `${source.publisher}, every ${source.every} min`,
      input: { source },
      jitterMinutes: Math.max(1, Math.floor(source.every / 5)),
      patienceMinutes: source.every,
    });
  }
}

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
