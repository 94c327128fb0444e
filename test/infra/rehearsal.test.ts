import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulators, startEmulators } from '../../functions/local/emulators.ts';
import { ordinaryNotices, type Replica, startReplica } from '../../functions/local/replica.ts';
import { catalogue, enabledSources } from '../../functions/sources/catalogue.ts';
import type { Source } from '../../functions/sources/source.ts';
import { addMinutes, type BeijingDate, type Instant } from '../../functions/time.ts';
import { type Fate, type Faults, faultsAt, type Service } from '../edge/aws-faults.ts';
import { announce } from '../stories/telling.ts';
import { type Account, accountOf } from './emulated/account.ts';
import { createAll, notMade } from './emulated/create.ts';
import { type Deployed, functionsOf, type Instance, instanceOf, type Outcome } from './emulated/lambda.ts';
import { type Others, startOthers } from './emulated/others.ts';
import { type Stack, synthesised } from './emulated/stack.ts';

const index = catalogue.find(({ id }) => id === 'mofcom-announcements') as Source;
const AT = '2026-02-24T03:00:00.000Z' as Instant;
const services = ['DYNAMODB', 'SNS', 'S3', 'SSM', 'CLOUDWATCH', 'CLOUDFRONT'] as const;
type Weather = Readonly<Record<Service, Faults>>;

let stack: Stack;
let made: readonly string[];
let functions: readonly Deployed[];
let emulators: Emulators;
let replica: Replica;
let others: Others;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  stack = synthesised({
    operator: 'ops@maker.example',
    contact: 'ops@maker.example',
    subscribers: [
      { email: 'ada@maker.example', language: 'en', instruments: ['control-list'] },
      { sms: '+819012345678', language: 'ja' },
    ],
    receivers: [{ id: 'team', kind: 'https', address: '/watch/own', secret: '/watch/own-key', language: 'en' }],
    heartbeat: 'https://ping.example/beat',
    sources: { off: enabledSources.filter(({ id }) => id !== index.id).map(({ id }) => id) },
    site: true,
    ask: true,
  });
  others = await startOthers({ '/watch/own': '$URL/own', '/watch/own-key': 'a key' });
  [emulators, replica] = await Promise.all([startEmulators('another'), startReplica()]);
  const here = `http://127.0.0.1:${emulators.sns.port}`;
  Object.assign(process.env, { AWS_ENDPOINT_URL_SQS: here, AWS_ENDPOINT_URL_S3: here });
  made = await createAll(stack);
  functions = functionsOf(stack);
  emulators.sns.createQueue('ear', { region: 'ap-northeast-1' });
  emulators.sns.subscribe({ topic: topicOf('Notifier'), queue: 'ear', region: 'ap-northeast-1' });
}, 120_000);
afterAll(async () => {
  for (const end of ends) end();
  others.close();
  await emulators.close();
  await replica.close();
});

const topicOf = (name: string): string =>
  functions
    .find((one) => one.name === name)
    ?.environment['WATCH_TOPIC']?.split(':')
    .at(-1) ?? '';

/** An instance of every function, behind services of their own weather. */
async function instances(): Promise<{ weather: Weather; of: Readonly<Record<string, Instance>> }> {
  const at = { DYNAMODB: process.env['AWS_ENDPOINT_URL_DYNAMODB'], SNS: process.env['AWS_ENDPOINT_URL_SNS'] };
  const urls = {
    S3: process.env['AWS_ENDPOINT_URL_S3'],
    SSM: others.url,
    CLOUDWATCH: others.url,
    CLOUDFRONT: others.url,
  };
  const entries = await Promise.all(
    services.map(async (one) => [one, await faultsAt(one, { ...at, ...urls }[one] ?? '')] as const),
  );
  const weather = Object.fromEntries(entries) as Weather;
  const around = {
    ...Object.fromEntries(entries.map(([one, { url }]) => [`AWS_ENDPOINT_URL_${one}`, url])),
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    WATCH_REPLICA: replica.address,
    // The receiver and the heart's far end are on this machine.
    WATCH_ALLOW_LOCAL_SOURCES: 'yes',
  };
  const of = Object.fromEntries(
    functions.map((one) => [
      one.name,
      instanceOf(one, { ...around, ...(one.name === 'Heartbeat' && { WATCH_HEARTBEAT: `${others.url}/beat` }) }),
    ]),
  );
  ends.push(...entries.map(([, { close }]) => close), ...Object.values(of).map(({ close }) => close));
  return { weather, of };
}

const list = (number: number) =>
  announce(
    `商务部公告2026年第${number}号 公布将1家日本实体列入出口管制管控名单`,
    '2026-02-24',
    `决定将1家日本实体列入出口管制管控名单。本公告自公布之日起正式实施。\n附件\n1.甲山第${number}株式会社（Koyama ${number} Co., Ltd.）`,
  );
const show = (...numbers: readonly number[]): void => {
  const announced = [...numbers.map(list), ...ordinaryNotices(5, '2026-02-23' as BeijingDate)];
  replica.show({ sources: [index], announced: { [index.id]: announced }, headlines: {} });
};

test('every resource of the template is made, or it is said who does its work', () => {
  const missing = [...stack.types.keys()].filter((type) => !made.includes(type) && notMade[type] === undefined);
  expect(missing).toEqual([]);
  expect(functions.map(({ name }) => name).sort()).toEqual(
    ['AnnexReader', 'Ask', 'Calendar', 'Heartbeat', 'Notifier', 'Poller', 'Relayteam', 'Site'], // prettier-ignore
  );
});

test('while a service of AWS is silent every function ends by itself in its time, and what it was to do is a letter, or owed', async () => {
  const [dark, mute, well] = await Promise.all([instances(), instances(), instances()]);
  show();
  await well.of['Poller']?.run({ source: index }, AT);
  show(20);
  await well.of['Poller']?.run({ source: index }, addMinutes(AT, 5));
  // One world in which the table is silent, and one in which everything else is.
  dark.weather.DYNAMODB.fate = () => 'hang';
  for (const one of services) if (one !== 'DYNAMODB') mute.weather[one].fate = () => 'hang';
  const at = addMinutes(AT, 6);
  const inTheDark = accountOf(stack, functions, dark.of);
  const runOf = async (of: Readonly<Record<string, Instance>>, name: string, event: unknown) => ({
    name,
    outcome: await of[name]?.run(event, at),
  });
  const message = { MessageId: 'm', Message: '{}', MessageAttributes: { language: { Value: 'en' } } };
  const [, ...single] = await Promise.all([
    inTheDark.schedule(index.id, at),
    runOf(dark.of, 'Notifier', {}),
    runOf(dark.of, 'Calendar', { task: 'daily' }),
    runOf(dark.of, 'AnnexReader', {}),
    runOf(dark.of, 'Site', {}),
    runOf(dark.of, 'Ask', { questions: ['甲山'] }),
    runOf(mute.of, 'Notifier', {}),
    runOf(mute.of, 'Site', {}),
    runOf(mute.of, 'Heartbeat', {}),
    runOf(mute.of, 'Relayteam', { Records: [{ Sns: message }] }),
  ]);
  const runs = [...inTheDark.runs, ...single];
  const tooLong = runs.filter(
    ({ name, outcome }) => !outcome || outcome.killed || outcome.seconds > timeoutOf(name) - 5,
  );
  expect(tooLong).toEqual([]);
  expect(runs.filter(({ outcome }) => outcome?.error === undefined)).toEqual([]);
  const letters = await inTheDark.letters(functions.find(({ name }) => name === 'Poller')?.letters);
  expect(letters.map(({ requestPayload }) => requestPayload)).toContainEqual({ source: index });
  // What was owed in the silence is told once it is over, and not twice.
  expect(await well.of['Notifier']?.run({}, addMinutes(AT, 8))).toMatchObject({ result: { published: [1], owed: 0 } });
  expect(await heard()).toEqual(['1 en', '1 ja', '1 zh']);
}, 120_000);

const timeoutOf = (name: string): number => functions.find((one) => one.name === name)?.timeoutSeconds ?? 0;

test('while services throttle, fail, reset and lose their answers nothing is lost, and everybody hears of each change once', async () => {
  const { weather, of } = await instances();
  const account = accountOf(stack, functions, of);
  const storm = stormOf(Number(process.env['STORM'] ?? 11));
  for (const one of services) weather[one].fate = (operation) => storm(one, operation);
  const known = [20];
  for (const minute of [15, 30, 45]) {
    known.push(20 + minute / 15);
    show(...known);
    await tick(account, weather, minute);
  }
  for (const one of services) weather[one].fate = () => 'pass';
  await tick(account, weather, 120);
  await account.schedule('digest', addMinutes(AT, 125));

  const last = account.runs.findLast(({ name }) => name === 'Notifier')?.outcome.result;
  expect(last).toMatchObject({ owed: 0, undeliveredMinutes: 0, subscribersMissing: 0, operatorsMissing: 0 });
  expect(account.runs.filter(({ outcome }) => outcome.killed)).toEqual([]);
  const everybody = ['en', 'ja', 'zh'];
  const told = (await heard()).filter((one) => !one.startsWith('undefined'));
  expect(told).toHaveLength(new Set(told).size);
  const answers = (await of['Ask']?.run(
    { questions: known.map((number) => `甲山第${number}株式会社`) },
    addMinutes(AT, 126),
  )) as Outcome;
  expect(JSON.stringify(answers.result).match(/"listed"/g)?.length).toBe(known.length);
  expect(told.length).toBe((known.length - 1) * everybody.length);
  expect(others.taken.size).toBeGreaterThanOrEqual(known.length - 1);
  const measured = of['Notifier']?.lines.findLast(({ message }) => message === 'watch');
  for (const [, { FilterPattern, MetricTransformations }] of stack.all('AWS::Logs::MetricFilter')) {
    expect(FilterPattern).toBe('{ $.message = "watch" }');
    const [{ MetricValue } = { MetricValue: '' }] = MetricTransformations as { MetricValue: string }[];
    expect(measured).toHaveProperty(MetricValue.replace('$.', ''), expect.any(Number));
  }
  const page = await new S3Client({ forcePathStyle: true }).send(
    new GetObjectCommand({ Bucket: stack.all('AWS::S3::Bucket')[0]?.[0].toLowerCase(), Key: 'register.json' }),
  );
  const register = (await page.Body?.transformToString()) ?? '';
  expect(known.filter((number) => !register.includes(`甲山第${number}株式会社`))).toEqual([]);
}, 120_000);

/** One quarter of an hour: what is due is rung, and what follows from it follows. */
async function tick(account: Account, weather: Weather, minute: number): Promise<void> {
  const at = addMinutes(AT, minute);
  await account.ring(minute, at);
  await account.stream(weather.DYNAMODB.calls, at);
  await account.topics(at);
}

/** The same weather for the same seed. SNS loses no answer here: it may then tell twice, by the same number. */
function stormOf(seed: number): (service: Service, operation: string) => Fate {
  let state = seed;
  return (service) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const chance = state / 2_147_483_648;
    if (chance < 0.15) return 'throttle';
    if (chance < 0.22) return 'fail';
    if (chance < 0.3) return 'reset';
    return chance < 0.38 && service === 'DYNAMODB' ? 'lose' : 'pass';
  };
}

/** What was published since the last look, as `number language`. */
async function heard(): Promise<readonly string[]> {
  const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
  const all: string[] = [];
  for (;;) {
    const QueueUrl = `http://127.0.0.1:${emulators.sns.port}/000000000000/ear`;
    const command = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 600 });
    const { Messages = [] } = await sqs.send(command);
    if (Messages.length === 0) return all.sort();
    for (const { Body = '' } of Messages) {
      const { Subject, MessageAttributes } = JSON.parse(Body) as {
        Subject: string;
        MessageAttributes: { language: { Value: string } };
      };
      all.push(`${/#(\d+)/.exec(Subject)?.[1]} ${MessageAttributes.language.Value}`);
    }
  }
}
