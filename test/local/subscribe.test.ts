import { spawn } from 'node:child_process';
import { faultsBefore } from '../edge/aws-faults.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REGION } from '../../functions/local/emulated-table.ts';
import { type Emulators, startEmulators } from '../../functions/local/emulators.ts';

let emulators: Emulators;
let topic: string;
beforeAll(async () => {
  emulators = await startEmulators('subscribe');
  topic = emulators.sns.createTopic('alerts', { region: REGION }).topicArn;
});
afterAll(() => emulators.close());

/** The command as npm runs it, against the emulated SNS. */
function subscribe(...args: readonly string[]): Promise<{ readonly status: number | null; readonly out: string }> {
  const file = new URL('../../functions/local/subscribe.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [file, '--topic', topic, ...args], { env: process.env });
  let out = '';
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (out += String(data)));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      resolve({ status, out });
    });
  });
}

test('a subscriber comes, is listed, and goes; each answer says what happens next', async () => {
  const mail = await subscribe('--email', 'ada@maker.example', '--language', 'ja', '--instruments', 'control-list');
  expect(mail).toMatchObject({ status: 0 });
  expect(mail.out).toMatch(/ada@maker\.example is subscribed in ja\.\nAWS has sent an e-mail to confirm/);
  const sms = await subscribe('--sms', '+819012345678', '--language', 'ja');
  expect(sms.out).toMatch(/SMS sandbox/);
  const list = await subscribe('--list');
  expect(list.out).toMatch(/email\tada@maker\.example/);
  expect(list.out).toMatch(/sms\t\+819012345678/);
  const gone = await subscribe('--remove', '--sms', '+819012345678');
  expect(gone).toMatchObject({ status: 0, out: '+819012345678 is no longer subscribed.\n' });
  const absent = await subscribe('--remove', '--email', 'bob@maker.example');
  expect(absent).toMatchObject({ status: 1 });
  expect(absent.out).toMatch(/nobody of that address is subscribed/);
});

test('the link of the mail confirms in the place of a click, and only somebody signed in unsubscribes then', async () => {
  const faults = await faultsBefore('SNS');
  await subscribe('--email', 'cy@maker.example', '--language', 'ja');
  const { SNSClient, ListSubscriptionsByTopicCommand } = await import('@aws-sdk/client-sns');
  const { Subscriptions } = await new SNSClient({ region: REGION }).send(
    new ListSubscriptionsByTopicCommand({ TopicArn: topic }),
  );
  // The emulator takes a subscription's own name for its token.
  const token = Subscriptions?.find(({ Endpoint }) => Endpoint === 'cy@maker.example')?.SubscriptionArn ?? '';
  const link = `https://sns.ap-northeast-1.amazonaws.com/confirmation.html?TopicArn=${topic}&Token=${token}&Endpoint=cy@maker.example`;
  const { status, out } = await subscribe('--confirm', link);
  expect(out).toBe('cy@maker.example is confirmed; only your account can unsubscribe it (npm run unsubscribe).\n');
  expect(status).toBe(0);
  const asked = faults.calls.find(({ operation }) => operation === 'ConfirmSubscription');
  expect(new URLSearchParams(asked?.body).get('AuthenticateOnUnsubscribe')).toBe('true');
  faults.close();
  const stale = await subscribe('--confirm', link.replace(token, 'old'));
  expect(stale.out).toMatch(/^AWS answered InvalidParameter\w*: Invalid parameter: Token; .+\n$/);
  const none = await subscribe('--confirm', 'https://sns.example/');
  expect(none).toMatchObject({ status: 1 });
  expect(none.out).toMatch(/^--confirm: no link of a confirmation mail/);
});
