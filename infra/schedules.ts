import { Names, Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { scheduleName } from './names.ts';

export interface ScheduleProps {
  /** `rate(…)` or `cron(…)`. */
  readonly expression: string;
  /** The zone of a `cron(…)`. */
  readonly zone?: string;
  readonly description: string;
  readonly input: unknown;
  /** Runs start anywhere within it, so that they do not all start at once; 0 for none. */
  readonly jitterMinutes: number;
  /** How long an invocation that Lambda refuses is tried again, 1 to 1,440; afterwards it is a dead letter. */
  readonly patienceMinutes: number;
}

/** Schedules that ring one function, by a role that may do nothing else. */
export class Schedules extends Construct {
  readonly #group: CfnScheduleGroup;
  readonly #role: Role;
  readonly #rights: Policy;
  readonly #rings: IFunction;
  readonly #deadLetters: IQueue;

  readonly #watch: string;

  /** @param watch the name of the watch */
  constructor(scope: Construct, id: string, watch: string, rings: IFunction, deadLetters: IQueue) {
    super(scope, id);
    this.#watch = watch;
    this.#rings = rings;
    this.#deadLetters = deadLetters;
    this.#group = new CfnScheduleGroup(this, 'Group', {
      name: Names.uniqueResourceName(this, { maxLength: 64, separator: '-' }),
    });
    this.#role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account, 'aws:SourceArn': this.#group.attrArn },
        },
      }),
    });
    this.#rights = new Policy(this, 'Rights', {
      roles: [this.#role],
      statements: [
        new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [rings.functionArn] }),
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
      ],
    });
  }

  /** @param name unique in this watch */
  add(name: string, { expression, zone, description, input, jitterMinutes, patienceMinutes }: ScheduleProps): void {
    const schedule = new CfnSchedule(this, name, {
      name: scheduleName(this.#watch, name),
      description: description.slice(0, 512),
      groupName: this.#group.ref,
      scheduleExpression: expression,
      ...(zone && { scheduleExpressionTimezone: zone }),
      flexibleTimeWindow:
        jitterMinutes > 0 ? { mode: 'FLEXIBLE', maximumWindowInMinutes: jitterMinutes } : { mode: 'OFF' },
      target: {
        arn: this.#rings.functionArn,
        roleArn: this.#role.roleArn,
        input: JSON.stringify(input),
        retryPolicy: { maximumEventAgeInSeconds: patienceMinutes * 60, maximumRetryAttempts: 10 },
        deadLetterConfig: { arn: this.#deadLetters.queueArn },
      },
    });
    // Its first ring must not come before its right to.
    schedule.node.addDependency(this.#rights);
  }
}

/** `rate(1 minute)`, `rate(5 minutes)`: the service tells singular from plural. */
export const everyMinutes = (minutes: number): string => `rate(${minutes} ${minutes === 1 ? 'minute' : 'minutes'})`;
