import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

/**
 * What becomes of a run that fails: EventBridge Scheduler and SNS only hand an event to Lambda, which runs it later and
 * would drop it without a word. It is run again, after one minute and after two more, and then becomes a letter that
 * holds the event and the error.
 */
export function leaveLetters(
  grantee: Function,
  queue: IQueue,
  { retries, minutes }: { readonly retries: 0 | 1 | 2; readonly minutes: number },
): void {
  grantee.configureAsyncInvoke({
    retryAttempts: retries,
    maxEventAge: Duration.minutes(minutes),
    onFailure: { bind: () => ({ destination: queue.queueArn }) },
  });
  // CDK's own grant lets the function read the queue's attributes, too.
  grantee.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
}
