import {
  ConfirmSubscriptionCommand,
  ListSubscriptionsByTopicCommand,
  SNSClient,
  SubscribeCommand,
  type Subscription,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import {
  addressOf,
  allowedOfSubscriber,
  filterPolicyOf,
  type Subscriber,
  SubscriberSchema,
} from '../../infra/subscribers.ts';
import { Misconfigured } from '../errors.ts';
import { patient } from '../edge/patience.ts';
import { run } from './run.ts';
import { deployed, PATIENCE, STACK } from './stack.ts';

const help = `Usage: npm run subscribe   -- --email you@example.jp --language ja [--urgency immediate] [--instruments a,b]
                           [--reach japan] [--goods rare-earths]
       npm run subscribe   -- --sms +819012345678 --language ja
       npm run unsubscribe -- --email you@example.jp
       npm run subscribe   -- --list
       npm run subscribe   -- --confirm 'LINK OF THE CONFIRMATION MAIL'
Adds or removes a subscriber of a running deployment, by your AWS credentials; --stack NAME or --topic ARN says which, and
${STACK} is meant without. Asked again for somebody who has not confirmed, it has AWS send the mail once more. A subscriber who is in
the settings comes back with the next deployment: take them out there. --confirm takes the place of the click in the mail: the link at
the end of each alert then unsubscribes nobody who is not signed in to your account, so that no mail gateway can.`;

const confirmation = `AWS has sent an e-mail to confirm; nothing is delivered until its link is clicked, and the link dies after two days. Forward this:

  Subject of the mail: "AWS Notification - Subscription Confirmation", from no-reply@sns.amazonaws.com
  Please click "Confirm subscription" in it. Ask your mail administrators to let mails from no-reply@sns.amazonaws.com pass, and
  not to open the links in them: each alert ends in a link that unsubscribes whoever opens it.`;
const sandbox = `A telephone needs no confirmation. An account in the SMS sandbox reaches verified numbers only, and spends at most
1 USD a month: see "SMS: sandbox and spending cap" in infra/README.md.`;

const options = {
  topic: { type: 'string' },
  stack: { type: 'string', default: STACK },
  email: { type: 'string' },
  sms: { type: 'string' },
  language: { type: 'string' },
  urgency: { type: 'string' },
  instruments: { type: 'string' },
  reach: { type: 'string' },
  goods: { type: 'string' },
  remove: { type: 'boolean' },
  list: { type: 'boolean' },
  confirm: { type: 'string' },
} as const;

await run(help, async () => {
  const { values } = parseArgs({ options });
  if (values.confirm !== undefined) return confirm(values.confirm);
  const topic = values.topic ?? (await deployed(values.stack)).output('AlertTopic');
  const client = new SNSClient(patient(PATIENCE));
  if (values.list) {
    for (const { Protocol, Endpoint, SubscriptionArn } of await subscriptions(client, topic)) {
      console.log(
        `${Protocol}\t${Endpoint}\t${SubscriptionArn === 'PendingConfirmation' ? 'not confirmed' : 'confirmed'}`,
      );
    }
    return;
  }
  const endpoint = values.email ?? values.sms;
  if (!endpoint || (values.email && values.sms)) throw new Misconfigured(`one of --email and --sms is needed\n${help}`);
  if (values.remove) return remove(client, topic, endpoint);
  const subscriber = subscriberOf(values);
  const { protocol } = addressOf(subscriber);
  await client.send(
    new SubscribeCommand({
      TopicArn: topic,
      Protocol: protocol,
      Endpoint: endpoint,
      Attributes: { FilterPolicy: JSON.stringify(filterPolicyOf(subscriber)) },
      ReturnSubscriptionArn: true,
    }),
  );
  console.log(`${endpoint} is subscribed in ${subscriber.language}.\n${protocol === 'email' ? confirmation : sandbox}`);
});

/**
 * Confirms by the link of the mail, instead of a click, with `AuthenticateOnUnsubscribe`: SNS takes that with a token only
 * (docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html).
 */
async function confirm(link: string): Promise<void> {
  const asked = URL.canParse(link) ? new URL(link).searchParams : new URLSearchParams();
  const [topic, token] = [asked.get('TopicArn'), asked.get('Token')];
  if (!topic || !token)
    throw new Misconfigured(
      '--confirm: no link of a confirmation mail; copy it whole, with TopicArn and Token, in quotes',
    );
  // The topic's own region, whatever the terminal's is.
  const client = new SNSClient({ ...patient(PATIENCE), region: topic.split(':')[3] ?? '' });
  const command = { TopicArn: topic, Token: token, AuthenticateOnUnsubscribe: 'true' };
  await client.send(new ConfirmSubscriptionCommand(command));
  console.log(
    `${asked.get('Endpoint') ?? 'The subscription'} is confirmed; only your account can unsubscribe it (npm run unsubscribe).`,
  );
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

function subscriberOf(values: Values): Subscriber {
  const { topic: _topic, stack: _stack, remove: _remove, list: _list, confirm: _confirm, ...given } = values;
  const listed = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      ['instruments', 'reach', 'goods'].includes(name) && typeof value === 'string' ? value.split(',') : value,
    ]),
  );
  const result = v.safeParse(SubscriberSchema, listed);
  if (!result.success) {
    const faults = result.issues.map((issue) => {
      const name = v.getDotPath(issue) ?? '';
      return `--${name}: ${issue.received}; allowed is ${allowedOfSubscriber[name.split('.')[0] as 'language']}`;
    });
    throw new Misconfigured(faults.join('\n'));
  }
  return result.output as Subscriber;
}

async function remove(client: SNSClient, topic: string, endpoint: string): Promise<void> {
  const found = (await subscriptions(client, topic)).find((one) => one.Endpoint === endpoint);
  if (!found) throw new Misconfigured(`${endpoint}: nobody of that address is subscribed; --list shows who is`);
  if (found.SubscriptionArn === 'PendingConfirmation') {
    throw new Misconfigured(
      `${endpoint}: never confirmed, so there is nothing to remove; AWS forgets it after two days`,
    );
  }
  await client.send(new UnsubscribeCommand({ SubscriptionArn: found.SubscriptionArn }));
  console.log(`${endpoint} is no longer subscribed.`);
}

async function subscriptions(client: SNSClient, topic: string): Promise<readonly Subscription[]> {
  const found: Subscription[] = [];
  let next: string | undefined;
  do {
    const page = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn: topic, NextToken: next }));
    found.push(...(page.Subscriptions ?? []));
    next = page.NextToken;
  } while (next);
  return found;
}
