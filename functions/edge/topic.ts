import { GetTopicAttributesCommand, type MessageAttributeValue, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Message } from './edge.ts';

/** The topics: one for subscribers, one for the operator. */
export class Topics {
  readonly #client = new SNSClient({
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000 },
  });

  /** One Publish; SNS gives each protocol its own body and each subscription what its filter policy lets through. */
  async publish(topic: string, { subject, bodies, attributes }: Message): Promise<void> {
    await this.#client.send(
      new PublishCommand({
        TopicArn: topic,
        Subject: subject,
        Message: JSON.stringify(bodies),
        MessageStructure: 'json',
        MessageAttributes: {
          ...Object.fromEntries(
            // SNS refuses empty values, and filter policies ask whether an attribute is there.
            Object.entries(attributes)
              .filter(([, value]) => value.length > 0)
              .map(([name, value]): [string, MessageAttributeValue] => [
                name,
                typeof value === 'string'
                  ? { DataType: 'String', StringValue: value }
                  : { DataType: 'String.Array', StringValue: JSON.stringify(value) },
              ]),
          ),
          // What an account is set to may be Promotional, which carriers deliver when it is cheap.
          'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
        },
      }),
    );
  }

  async tell(topic: string, subject: string, text: string): Promise<void> {
    await this.#client.send(new PublishCommand({ TopicArn: topic, Subject: subject, Message: text }));
  }

  async subscribers(topic: string): Promise<number> {
    const { Attributes } = await this.#client.send(new GetTopicAttributesCommand({ TopicArn: topic }));
    return Number(Attributes?.['SubscriptionsConfirmed'] ?? 0);
  }
}
