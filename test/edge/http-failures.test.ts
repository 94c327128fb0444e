import { expect, test } from 'vitest';
import { failureOf, refusalOf } from '../../functions/edge/http-failures.ts';
import { SourceUnavailable, UnexpectedShape } from '../../functions/errors.ts';
import { localClient, rejection, serve, serveRaw } from './local-server.ts';

const statuses: readonly [number, Record<string, string>, SourceUnavailable['cause_'], RegExp, number?][] = [
  [401, {}, 'blocked', /answered 401: the site is up and declines programs; that is never bypassed/],
  [403, {}, 'blocked', /answered 403: .*poll less often or turn the source off/],
  [405, {}, 'blocked', /answered 405/],
  [406, {}, 'blocked', /answered 406/],
  [412, {}, 'blocked', /answered 412/],
  [418, {}, 'blocked', /answered 418/],
  [521, { 'x-via-jsl': 'x' }, 'blocked', /answered 521/],
  [503, { 'cf-mitigated': 'challenge' }, 'blocked', /answered 503: the site is up/],
  [202, { 'x-amzn-waf-action': 'challenge' }, 'blocked', /answered 202: the site is up/],
  [404, {}, 'status', /answered 404; open it in a browser and correct the source’s address/],
  [410, {}, 'status', /answered 410; open it in a browser/],
  [500, {}, 'status', /answered 500; the next poll tries again/],
  [502, {}, 'status', /answered 502/],
  [429, { 'retry-after': '120' }, 'status', /answered 429 and asks to wait 120 s; the next poll/, 120],
  [503, { 'retry-after': '0' }, 'status', /answered 503; the next poll/],
  [503, { 'retry-after': 'soon' }, 'status', /answered 503; the next poll/],
  [503, { 'retry-after': '99999999999999999999' }, 'status', /wait 86400 s/, 86_400],
  [403, { 'retry-after': '3600' }, 'blocked', /answered 403 and asks to wait 3600 s: the site is up/, 3_600],
  [
    429,
    { date: 'Wed, 07 Jan 2026 00:00:00 GMT', 'retry-after': 'Wed, 07 Jan 2026 00:05:00 GMT' },
    'status',
    /wait 300 s/,
    300,
  ],
  [429, { date: 'Wed, 07 Jan 2026 00:00:00 GMT', 'retry-after': 'Tue, 06 Jan 2026 00:00:00 GMT' }, 'status', /429;/],
];

test.each(statuses)('status %i with %j is %s', async (status, headers, kind, message, retryAfter) => {
  const server = await serve((_request, response) => {
    response.writeHead(status, headers).end('a page that is never quoted');
  });
  const error = await rejection(localClient().get(server.ask('/list')));
  expect(error).toBeInstanceOf(SourceUnavailable);
  expect(error).toMatchObject({ cause_: kind, retryAfter });
  const text = String(error);
  expect(text).toMatch(message);
  expect(text).toContain(`GET http://${server.host}/list: `);
  expect(text).not.toContain('never quoted');
});

test.each([200, 201, 204, 205, 206, 300])('status %i without a page is not the page we know', async (status) => {
  const server = await serve((_request, response) => {
    response.writeHead(status).end();
  });
  const error = await rejection(localClient().get(server.ask()));
  expect(error).toBeInstanceOf(UnexpectedShape);
  expect(String(error)).toMatch(new RegExp(`found ${status}.*; open it and see`));
});

test('a refused connection says so, and that it will be tried again', async () => {
  const error = await rejection(localClient().get({ url: 'http://127.0.0.1:9/', hosts: ['127.0.0.1:9'] }));
  expect(String(error)).toBe(
    'SourceUnavailable: GET http://127.0.0.1:9/: the connection was refused (ECONNREFUSED); the next poll tries again',
  );
});

test('a name that does not resolve says so', async () => {
  const resolve = (_hostname: string, answer: (error: Error, addresses: never[]) => void) => {
    answer(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }), []);
  };
  const { get } = localClient({}, { resolve });
  const error = await rejection(get({ url: 'https://feeds.example/', hosts: ['feeds.example'] }));
  expect(String(error)).toContain('GET https://feeds.example/: its name does not resolve (ENOTFOUND)');
});

test('a server that speaks no TLS is no encrypted place', async () => {
  const server = await serve(() => undefined);
  const error = await rejection(localClient().get({ url: `https://${server.host}/`, hosts: [server.host] }));
  expect(String(error)).toMatch(/no encrypted connection came about \(\w+\)/);
});

test.each(['CERT_HAS_EXPIRED', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
  'a certificate that fails by %s is never overlooked',
  (code) => {
    const error = failureOf(Object.assign(new Error('tls'), { code }), 'GET https://a.example/');
    expect(error).toMatchObject({ cause_: 'network' });
    expect(String(error)).toMatch(/its certificate is not trusted \(\w+\); that is never overlooked/);
  },
);

test('an error of our own making passes as it is', () => {
  const own = new TypeError('not a function');
  expect(failureOf(own, 'GET https://a.example/')).toBe(own);
  const unavailable = refusalOf({ status: 500, headers: {}, body: Buffer.alloc(0) }, 'GET https://a.example/');
  expect(failureOf(unavailable, 'again')).toBe(unavailable);
});

const wires: readonly [string, string, RegExp][] = [
  ['rubbish', 'SSH-2.0-OpenSSH_9.6\r\n', /the answer is not valid HTTP \(HPE_\w+\)/],
  [
    'a body cut off before its length',
    'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n<rss',
    /was reset \(ECONNRESET\)/,
  ],
  ['a body cut off inside a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\n<rss', /ECONNRESET/],
  ['chunks that are none', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n<rss', /not valid HTTP/],
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', /not valid HTTP/],
  ['a body longer than its length', 'HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n<a>and more', /not valid HTTP/],
  ['nothing at all', '', /was reset \(ECONNRESET\)/],
  ['broken gzip', 'HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n\x1f\x8b\x08', /compression is broken \(Z_BUF_ERROR\)/],
  ['a redirect to nowhere', 'HTTP/1.1 302 Found\r\n\r\n', /answered 302 and names no address/],
  ['a redirect to no address', 'HTTP/1.1 302 Found\r\nlocation: https://[\r\n\r\n', /names no address to go to/],
];

test.each(wires)('%s is told in words', async (_what, bytes, message) => {
  const server = await serveRaw((socket) => socket.end(bytes, 'latin1'));
  const error = await rejection(localClient().get(server.ask()));
  expect(error).toBeInstanceOf(SourceUnavailable);
  expect(String(error)).toMatch(message);
});
