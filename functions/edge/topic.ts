import {
  InvalidParameterException,
  InvalidParameterValueException,
  ListSubscriptionsByTopicCommand,
  type ListSubscriptionsByTopicCommandOutput,
  type MessageAttributeValue,
  PublishCommand,
  type PublishCommandInput,
  SNSClient,
} from '@aws-sdk/client-sns';
import { MessageRefused } from '../errors.ts';
import { addressHash } from './address-hash.ts';
import type { Message } from './edge.ts';
import { type Patience, patient, within } from './patience.ts';

// All languages of an alert are published at once, so that this is what a silent SNS costs a run, not thrice that.
const PATIENCE: Patience = { tries: 3, attempt: 4_000, whole: 12_000 };

/** The topics: one for subscribers, one for the operator. */
export class Topics {
  readonly #patience: Patience;
  readonly #client: SNSClient;
  constructor(patience: Patience = PATIENCE) {
    this.#patience = patience;
    this.#client = new SNSClient(patient(patience));
  }

  /**
   * One Publish; SNS gives each protocol its own body and each subscription what its filter policy lets through.
   * @throws MessageRefused when SNS takes exception to what it says; the SDK's own error otherwise
   */
  async publish(topic: string, { subject, bodies, attributes }: Message): Promise<void> {
    await this.#publish({
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
    });
  }

  async tell(topic: string, subject: string, text: string): Promise<void> {
    await this.#publish({ TopicArn: topic, Subject: subject, Message: text });
  }

  /** Everybody who has confirmed, queues left out: a test queue is nobody who hears. */
  async confirmed(topic: string): Promise<readonly string[]> {
    const found: string[] = [];
    let next: string | undefined;
    do {
      const command = new ListSubscriptionsByTopicCommand({ TopicArn: topic, ...(next && { NextToken: next }) });
      const page: ListSubscriptionsByTopicCommandOutput = await within(
        this.#patience,
        'SNS ListSubscriptionsByTopic',
        (options) => this.#client.send(command, options),
      );
      for (const { SubscriptionArn = '', Protocol, Endpoint = '' } of page.Subscriptions ?? []) {
        // Until it is confirmed, and after it is deleted, a word stands in the place of the ARN.
        if (SubscriptionArn.startsWith('arn:') && Protocol !== 'sqs') found.push(addressHash(Endpoint));
      }
      next = page.NextToken;
    } while (next);
    return found;
  }

  async #publish(input: PublishCommandInput): Promise<void> {
    try {
      await within(this.#patience, 'SNS Publish', (options) => this.#client.send(new PublishCommand(input), options));
    } catch (error) {
      if (error instanceof InvalidParameterException || error instanceof InvalidParameterValueException)
        throw new MessageRefused(`SNS refuses the message: ${error.message}`, { cause: error });
      throw error;
    }
  }
}
