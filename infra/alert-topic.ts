import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { CfnSubscription, type CfnSubscriptionProps, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { addressHash } from '../functions/edge/address-hash.ts';
import { fromOurAlarms, grantUse } from './house-key.ts';
import { addressOf, filterPolicyOf, type Subscriber } from './subscribers.ts';

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
