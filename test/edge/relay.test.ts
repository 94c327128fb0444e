import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NotReceived, poster } from '../../functions/edge/post.ts';
import { handler as relay } from '../../functions/relay.ts';
import { handler as heartbeat } from '../../functions/heartbeat.ts';

/** What a receiver got. */
interface Got {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const got: Got[] = [];
/** How the receiver behind a path answers, and how often it was asked. */
const asked = new Map<string, number>();
const answers: Readonly<Record<string, (answer: ServerResponse, times: number) => void>> = {
  '/takes': (answer) => answer.writeHead(200).end('ok'),
  '/refuses': (answer) => answer.writeHead(403).end('invalid_token'),
  '/hangs': () => undefined,
  '/redirects': (answer) => answer.writeHead(302, { location: '/takes' }).end(),
  '/throttles-once': (answer, times) => answer.writeHead(times === 1 ? 429 : 200, { 'retry-after': '1' }).end(),
  '/is-down': (answer) => answer.writeHead(503).end(),
  '/resets-once': (answer, times) => (times === 1 ? answer.destroy() : answer.writeHead(200).end()),
};

// One server is the receivers, SSM's parameters and CloudWatch's alarms: the SDK speaks its own protocols to it.
let server: Server;
let address: string;
let ringing: readonly string[] = [];
const secrets: Record<string, string> = { '/watch/secret': 'a key of the signature' };

async function serve(request: IncomingMessage, answer: ServerResponse): Promise<void> {
  const body = await text(request);
  const target = String(request.headers['x-amz-target'] ?? '');
  if (target.endsWith('GetParameter')) {
    const value = secrets[(JSON.parse(body) as { Name: string }).Name];
    if (value === undefined) answer.writeHead(400).end(JSON.stringify({ __type: 'ParameterNotFound', message: '' }));
    else answer.writeHead(200).end(JSON.stringify({ Parameter: { Value: value } }));
    return;
  }
  if (request.url?.includes('DescribeAlarms') || target.endsWith('DescribeAlarms') || body.includes('DescribeAlarms')) {
    answer
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ MetricAlarms: ringing.map((AlarmName) => ({ AlarmName })) }));
    return;
  }
  const path = request.url ?? '';
  got.push({ path, headers: request.headers, body });
  asked.set(path, (asked.get(path) ?? 0) + 1);
  answers[path]?.(answer, asked.get(path) ?? 0);
}

beforeAll(async () => {
  server = createServer((request, answer) => void serve(request, answer));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SSM: address,
    AWS_ENDPOINT_URL_CLOUDWATCH: address,
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    WATCH_ALLOW_LOCAL_SOURCES: 'yes',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

// The whole leaves room for a machine that is busy with other things.
const quick = { whole: 10_000, attempt: 400, waits: [50, 100] };

test.each([
  ['/takes', 'received', 1],
  ['/throttles-once', 'received', 2],
  ['/resets-once', 'received', 2],
  ['/refuses', 'it refused the message with 403', 1],
  ['/redirects', 'it answered 302, a redirect', 1],
  ['/is-down', 'the last answer was 503', 3],
  ['/hangs', 'the last answer was GAVE_UP', 3],
] as const)('a receiver that answers like %s: %s, asked %i times', async (path, end, times) => {
  asked.delete(path);
  const { post } = poster(true, quick);
  const started = performance.now();
  const outcome = await post(`${address}${path}`, '{}', {}).then(
    () => 'received',
    (error: unknown) => {
      expect(error).toBeInstanceOf(NotReceived);
      return (error as Error).message;
    },
  );
  expect(outcome).toContain(end);
  // Whoever knows a receiver's address can write there.
  expect(outcome).not.toContain(address);
  expect(asked.get(path)).toBe(times);
  expect(performance.now() - started).toBeLessThan(quick.whole);
});

test.each(['http://example.com/x', 'https://169.254.169.254/latest', 'https://localhost/x', 'no address'])(
  'an address such as %s is refused before anything is sent',
  async (bad) => {
    await expect(poster(false, quick).post(bad, '{}', {})).rejects.toThrow(/expected one https address/);
  },
);

const alert = JSON.stringify({
  version: 1,
  kind: 'alert',
  number: 7,
  subject: 'a subject',
  urgency: 'immediate',
  evidence: 'official-text',
  confirmed: true,
  composedAt: '2026-02-24T03:00:00.000Z',
  outlets: [],
  change: {
    cause: { document: { url: 'https://www.mofcom.gov.cn/zcfb/1.html' } },
    provisions: [{ quote: '决定将 <!channel> 三菱造船株式会社列入出口管制管控名单 [开奖](https://evil.example/x)' }],
  },
});
const notification = {
  MessageId: 'b7c8',
  Subject: '[至急] 管控名単に日本の20社 #7',
  Message: alert,
  MessageAttributes: { language: { Type: 'String', Value: 'ja' } },
};

function receiver(kind: string, parameter = '/watch/address'): void {
  Object.assign(process.env, {
    WATCH_RECEIVER: `team-${kind}`,
    WATCH_RECEIVER_KIND: kind,
    WATCH_RECEIVER_ADDRESS: parameter,
    ...(kind === 'https' && { WATCH_RECEIVER_SECRET: '/watch/secret' }),
  });
}

test('a relay that is told of no address says which parameter lacks', async () => {
  receiver('slack', '/watch/absent');
  await expect(relay({ Records: [{ Sns: notification }] })).rejects.toThrow('parameter /watch/absent: not there');
});

test('an https receiver gets our JSON as it is, with a signature that its key proves', async () => {
  secrets['/watch/address'] = `${address}/takes`;
  receiver('https');
  const { relayEdge } = await import('../../functions/edge/relay-edge.ts');
  const { relayMessage } = await import('../../functions/runs/relay-message.ts');
  await relayMessage(relayEdge(), 'https', notification);
  const last = got.at(-1);
  expect(last?.body).toBe(alert);
  expect(last?.headers).toMatchObject({ 'x-dual-use-watch-id': 'b7c8', 'x-dual-use-watch-language': 'ja' });
  const [, seconds = '', mac] = /^t=(\d+),v1=(.*)$/.exec(String(last?.headers['x-dual-use-watch-signature'])) ?? [];
  expect(mac).toBe(createHmac('sha256', 'a key of the signature').update(`${seconds}.${alert}`).digest('hex'));
  Reflect.deleteProperty(process.env, 'WATCH_RECEIVER_SECRET');
});

test('Slack gets blocks within its limits, and nobody of a headline is rung', async () => {
  secrets['/watch/address'] = `${address}/takes`;
  receiver('slack');
  const { relayEdge } = await import('../../functions/edge/relay-edge.ts');
  const { relayMessage } = await import('../../functions/runs/relay-message.ts');
  await relayMessage(relayEdge(), 'slack', notification);
  const message = JSON.parse(got.at(-1)?.body ?? '') as {
    text: string;
    blocks: { type: string; text?: { text: string } }[];
  };
  expect(message.text).toBe('[至急] 管控名単に日本の20社 #7');
  expect(message.blocks.map(({ type }) => type)).toEqual(['header', 'section', 'section', 'actions']);
  expect(JSON.stringify(message)).toContain('公式文書で確認済み');
  expect(JSON.stringify(message)).toContain('&lt;!channel&gt;');
  expect(JSON.stringify(message)).not.toContain('evil.example');
  expect(JSON.stringify(message)).toContain('"url":"https://www.mofcom.gov.cn/zcfb/1.html"');
});

test('Teams gets an adaptive card, in which no headline makes a link', async () => {
  secrets['/watch/address'] = `${address}/takes`;
  receiver('teams');
  const { relayEdge } = await import('../../functions/edge/relay-edge.ts');
  const { relayMessage } = await import('../../functions/runs/relay-message.ts');
  await relayMessage(relayEdge(), 'teams', { ...notification, Message: 'no JSON at all [x](https://evil.example)' });
  const { attachments } = JSON.parse(got.at(-1)?.body ?? '') as {
    attachments: { contentType: string; content: { type: string; body: { text: string }[] } }[];
  };
  expect(attachments[0]?.contentType).toBe('application/vnd.microsoft.card.adaptive');
  expect(attachments[0]?.content.body.map(({ text }) => text)).toEqual([
    '\\[至急\\] 管控名単に日本の20社 \\#7',
    expect.stringContaining('no JSON at all'),
  ]);
  expect(JSON.stringify(attachments)).not.toContain('evil.example');
});

test('the heartbeat is posted while no alarm rings, and withheld while one does', async () => {
  Object.assign(process.env, {
    WATCH_HEARTBEAT: `${address}/takes`,
    WATCH_ALARMS: 'DualUseWatch',
    WATCH_ALARM_NAMES: 'undelivered,operator-unconfirmed',
  });
  const before = got.length;
  expect(await heartbeat()).toEqual({ ringing: [] });
  expect(got.length).toBe(before + 1);
  ringing = ['DualUseWatch-operator-unconfirmed'];
  expect(await heartbeat()).toEqual({ ringing: ['operator-unconfirmed'] });
  expect(got.length).toBe(before + 1);
});
