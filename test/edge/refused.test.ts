import { afterAll, beforeAll, expect, test } from 'vitest';
import { ordinaryNotices, type Replica, startReplica } from '../../functions/local/replica.ts';
import { freshHandlers, setClock, startWorld, type World } from '../../functions/local/world.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import { addMinutes, type BeijingDate, type Instant } from '../../functions/time.ts';
import { announce } from '../stories/telling.ts';
import { type Faults, faultsBefore } from './aws-faults.ts';

const index = catalogue.find(({ id }) => id === 'mofcom-announcements') ?? catalogue[0];
const AT = '2026-02-24T03:00:00.000Z' as Instant;

let replica: Replica;
let world: World;
let sns: Faults;
let handlers: Awaited<ReturnType<typeof freshHandlers>>;
beforeAll(async () => {
  replica = await startReplica();
  world = await startWorld({
    subscribers: [{ email: 'ja@maker.example', language: 'ja' }],
    languages: ['ja'],
    sources: [index?.id ?? ''],
    replica: replica.address,
  });
  sns = await faultsBefore('SNS');
  handlers = await freshHandlers();
  show([], 0);
  await handlers.poll({ source: index });
});
afterAll(async () => {
  sns.close();
  await world.close();
  await replica.close();
});

const announced: ReturnType<typeof announce>[] = [];

function show(more: readonly ReturnType<typeof announce>[], minutes: number): void {
  announced.unshift(...more);
  setClock(addMinutes(AT, minutes));
  replica.show({
    sources: index ? [index] : [],
    announced: { [index?.id ?? '']: [...announced, ...ordinaryNotices(5, '2026-02-23' as BeijingDate)] },
    headlines: {},
  });
}

/** Publishes a list of one, and lets SNS refuse what a test says. */
async function publish(number: number, minutes: number, refuses: (call: URLSearchParams) => boolean): Promise<unknown> {
  show(
    [
      announce(
        `商务部公告2026年第${number}号 公布将1家日本实体列入出口管制管控名单`,
        '2026-02-24',
        `决定将1家日本实体列入出口管制管控名单。本公告自公布之日起正式实施。\n附件\n1.甲山${number}株式会社（Koyama ${number} Co., Ltd.）`,
      ),
    ],
    minutes,
  );
  await handlers.poll({ source: index });
  sns.fate = (operation, body) => (operation === 'Publish' && refuses(new URLSearchParams(body)) ? 'invalid' : 'pass');
  return handlers.notify();
}

const isForeign = (text: string | null): boolean => /[^ -~\n]/.test(text ?? '');
const toReaders = () => world.deliveries().filter(({ to }) => to === 'ja@maker.example');

test('an alert whose subject SNS refuses goes out under a plain one, with its whole body', async () => {
  const report = await publish(90, 10, (call) => isForeign(call.get('Subject')));
  expect(report).toMatchObject({ published: [1], owed: 0, abandoned: [] });
  const [told, ...more] = toReaders();
  expect(more).toEqual([]);
  expect(told?.subject).toMatch(/^\[URGENT\] China control list: 1 Japanese entity added from /);
  expect(told?.text).toContain('日本の1社・団体を輸出管理コントロールリスト');
});

test('an alert whose words SNS refuses goes out as number, kind, day and address', async () => {
  const report = await publish(91, 20, (call) => isForeign(call.get('Message')));
  expect(report).toMatchObject({ published: [2], owed: 0, abandoned: [] });
  const [told] = toReaders();
  expect(told?.subject).toBe('[immediate] China dual-use: imposed, 2026-02-24 #2');
  expect(told?.text).toContain('https://www.mofcom.gov.cn/');
  expect(told?.text).toContain('Read the source.');
});

test('an alert that SNS refuses in every form is owed for a day, then given up, and the operator hears of it', async () => {
  const refuses = (call: URLSearchParams): boolean => !(call.get('TopicArn') ?? '').includes('operator');
  await expect(publish(92, 30, refuses)).rejects.toThrow(/1 alerts are owed.*#3 in ja/);
  setClock(addMinutes(AT, 30 + 23 * 60));
  await expect(handlers.notify()).rejects.toThrow(/1 alerts are owed/);
  setClock(addMinutes(AT, 31 + 24 * 60));
  expect(await handlers.notify()).toMatchObject({ owed: 0, abandoned: ['#3 in ja'] });
  const heard = world.deliveries().filter(({ subject }) => subject.includes('ABANDONED'));
  expect(heard.map(({ to, subject }) => [to, subject])).toEqual([
    ['operator', '[dual-use-watch] ALERT #3 in ja ABANDONED'],
  ]);
  expect(await handlers.notify()).toMatchObject({ owed: 0, abandoned: [] });
});
