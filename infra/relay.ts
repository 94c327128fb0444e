import { ArnFormat, Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { AlertTopic } from './alert-topic.ts';
import { leaveLetters } from './dead-letters.ts';
import { houseFunction } from './house-function.ts';
import type { Receiver } from './receivers.ts';
import type { Settings } from './settings.ts';

/**
 * Passes what is published on to one receiver: a function, a filter and a queue of its own, so that a receiver that hangs
 * holds up no other. It may read the receiver's address, and nothing else.
 */
export class Relay extends Construct {
  readonly function: Function;
  readonly letters: Queue;
  readonly receiver: Receiver;

  constructor(scope: Construct, id: string, receiver: Receiver, settings: Settings, alerts: AlertTopic) {
    super(scope, id);
    this.receiver = receiver;
    const { kind, address, secret } = receiver;
    this.letters = new Queue(this, 'Letters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.letters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue itself.',
    });
    this.function = houseFunction(this, {
      name: 'relay',
      description: `Passes alerts on to ${receiver.id} (${kind})`,
      timeout: Duration.seconds(60),
      environment: {
        WATCH_RECEIVER: receiver.id,
        WATCH_RECEIVER_KIND: kind,
        WATCH_RECEIVER_ADDRESS: address,
        ...(secret !== undefined && { WATCH_RECEIVER_SECRET: secret }),
      },
      settings,
    });
    this.function.addToRolePolicy(
      new PolicyStatement({
        actions: ['ssm:GetParameter'],
        resources: [address, ...(secret === undefined ? [] : [secret])].map((name) =>
          Stack.of(this).formatArn({
            service: 'ssm',
            resource: `parameter${name}`,
            arnFormat: ArnFormat.NO_RESOURCE_NAME,
          }),
        ),
      }),
    );
    leaveLetters(this.function, this.letters, { retries: 2, minutes: 60 });
    alerts.relayTo(this.function, receiver, this.letters);
  }
}
