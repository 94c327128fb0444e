import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../../functions/screening/answer.ts';
import { startWorld, type World } from '../../functions/local/world.ts';

let world: World;
let ask: (event: unknown) => Promise<unknown>;
beforeAll(async () => {
  world = await startWorld({ subscribers: [], languages: ['en'], sources: [] });
  ask = (await import('../../functions/ask.ts')).handler;
});
afterAll(() => world.close());

test('the calendar enters the starter register once', async () => {
  expect((await world.calendar({ task: 'starter' })).length).toBe(32);
  expect(await world.calendar({ task: 'starter' })).toEqual([]);
  expect((await world.notify()).published).toEqual([]);
});

test('the function answers events, and its URL the same', async () => {
  const event = { questions: [{ question: 'TDK', id: 'C1', on: '2026-03-01' }, '1C004'] };
  const answers = await ask(event);
  expect(answers).toMatchObject([
    { id: 'C1', verdict: 'listed', on: '2026-03-01' },
    { question: '1C004', verdict: 'covered' },
  ]);
  const body = Buffer.from(JSON.stringify(event)).toString('base64');
  const reply = (await ask({ requestContext: { http: {} }, body, isBase64Encoded: true })) as {
    statusCode: number;
    body: string;
  };
  expect(reply.statusCode).toBe(200);
  expect(JSON.parse(reply.body)).toMatchObject([{ verdict: 'listed' }, { verdict: 'covered' }]);
});

test.each([
  ['ja', /輸出管理法18条/, /（輸出管理法12条/, /公開資料から作成/],
  ['zh', /《出口管制法》第十八条/, /《出口管制法》第十二条/, /据公开资料编入/],
] as const)(
  'duties, what else applies and what was not read are in the language asked for: %s',
  async (lang, ...said) => {
    const event = { questions: [{ question: 'IHI Aerospace', on: '2026-03-01' }], lang };
    const [answer] = (await ask(event)) as readonly Answer[];
    const texts = [answer?.matches[0]?.duty, answer?.alsoApplies.at(-1)?.text, answer?.unread[0]?.text];
    expect(texts).toEqual(said.map((pattern) => expect.stringMatching(pattern) as string));
  },
);

test.each([
  ['{"questions":["TDK"],"lang":"fr"}', 'event.lang: "fr"; allowed is one of en, ja, zh'],
  ['{', 'body: it is no JSON'],
  ['{}', 'event.questions: allowed is a list of 1 to 5000 questions'],
  ['{"questions":[{"question":"TDK","on":"May"}]}', 'event.questions[0].on: "May"; allowed is YYYY-MM-DD'],
  ['{"questions":["TDK"],"knownBy":"May"}', 'event.knownBy: "May"'],
])('the URL says of %s what is wrong', async (body, message) => {
  const reply = (await ask({ requestContext: { http: {} }, body })) as { statusCode: number; body: string };
  expect(reply.statusCode).toBe(400);
  expect((JSON.parse(reply.body) as { error: string }).error).toContain(message);
});
