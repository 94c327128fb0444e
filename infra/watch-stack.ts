import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { DualUseWatch } from './dual-use-watch.ts';
import type { Settings } from './settings.ts';

/** The watch in a stack of its own, and the names that the commands of a running deployment ask for. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings, props: StackProps = {}) {
    super(scope, id, {
      description: 'Tells when a Chinese dual-use export restriction affecting Japan appears or changes',
      terminationProtection: settings.removal === 'retain',
      ...props,
    });
    const { journal, alerts, operator, deadLetters, poller, notifier, calendar, relays, site } = new DualUseWatch(
      this,
      'Watch',
      settings,
    );
    const names = {
      Table: journal.table.tableName,
      AlertTopic: alerts.topic.topicArn,
      OperatorTopic: operator.topic.topicArn,
      DeadLetters: deadLetters.queueUrl,
      Poll: poller.function.functionName,
      Notify: notifier.function.functionName,
      Calendar: calendar.function.functionName,
    };
    if (site) Object.assign(names, { Site: site.address, PublishSite: site.function.functionName });
    for (const [i, { function: relay, letters }] of relays.entries()) {
      Object.assign(names, { [`Relay${i + 1}`]: relay.functionName, [`RelayLetters${i + 1}`]: letters.queueUrl });
    }
    for (const [name, value] of Object.entries(names)) new CfnOutput(this, name, { value });
  }
}
