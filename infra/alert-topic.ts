import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { CfnPermission, type Function } from 'aws-cdk-lib/aws-lambda';
import { CfnSubscription, type CfnSubscriptionProps, Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { addressHash } from '../functions/edge/address-hash.ts';
import { fromOurAlarms, grantUse } from './house-key.ts';
import { addressOf, type Choices, filterPolicyOf, type Subscriber } from './subscribers.ts';

/** A topic, encrypted and over TLS only: one for subscribers, one for the operator. */
export class AlertTopic extends Construct {
  readonly topic: Topic;
  readonly #key: Key;

  constructor(scope: Construct, id: string, displayName: string, key: Key) {
    super(scope, id);
    this.#key = key;
    this.topic = new Topic(this, 'Topic', { displayName, masterKey: key, enforceSSL: true });
  }

  /** @param variable the environment variable that tells the function this topic's ARN */
  grantPublish(grantee: Function, variable: 'WATCH_TOPIC' | 'WATCH_OPERATOR_TOPIC'): void {
    this.#grant(grantee, 'sns:Publish');
    grantee.addEnvironment(variable, this.topic.topicArn);
    grantUse(this.#key, grantee);
  }

  /** Who is subscribed, and has confirmed. */
  grantList(grantee: Function): void {
    this.#grant(grantee, 'sns:ListSubscriptionsByTopic');
  }

  /** The topic's policy replaces the one that lets the account's alarms in. */
  admitAlarms(watch: Construct): void {
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: fromOurAlarms(watch),
      }),
    );
  }

  subscribe(subscriber: Subscriber): void {
    const { endpoint } = addressOf(subscriber);
    this.#subscription(endpoint, {
      ...addressOf(subscriber),
      filterPolicy: filterPolicyOf(subscriber),
      filterPolicyScope: 'MessageAttributes',
    });
  }

  /** A function that passes on what its receiver chose; what it does not take becomes a letter. */
  relayTo(relay: Function, choices: Choices, letters: Queue): void {
    const { topicArn } = this.topic;
    const filterPolicy = filterPolicyOf(choices);
    const subscription = new CfnSubscription(relay, 'Subscription', {
      topicArn,
      protocol: 'lambda',
      endpoint: relay.functionArn,
      filterPolicy,
      filterPolicyScope: 'MessageAttributes',
      redrivePolicy: { deadLetterTargetArn: letters.queueArn },
    });
    const ring = new CfnPermission(relay, 'Ring', {
      action: 'lambda:InvokeFunction',
      functionName: relay.functionArn,
      principal: 'sns.amazonaws.com',
      sourceArn: topicArn,
    });
    subscription.node.addDependency(ring);
    letters.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('sns.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [letters.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': topicArn } },
      }),
    );
  }

  /** Everything, unfiltered. */
  subscribeOperator(email: string): void {
    this.#subscription(email, { protocol: 'email', endpoint: email });
  }

  // Named by the address, so that the order of the settings renews nobody's subscription.
  #subscription(endpoint: string, props: Omit<CfnSubscriptionProps, 'topicArn'>): void {
    new CfnSubscription(this, `Subscriber${addressHash(endpoint)}`, { topicArn: this.topic.topicArn, ...props });
  }

  #grant(grantee: Function, action: string): void {
    grantee.addToRolePolicy(new PolicyStatement({ actions: [action], resources: [this.topic.topicArn] }));
  }
}
