import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { httpClient } from '../../functions/edge/http.ts';
import { Misconfigured, SourceUnavailable, UnexpectedShape } from '../../functions/errors.ts';
import { localClient, rejection, serve, serveRaw } from './local-server.ts';

const page = '<rss version="2.0"><channel><title>商务部公告2026年第1号</title></channel></rss>';
const text = (answer: unknown): string => Buffer.from((answer as { bytes: Uint8Array }).bytes).toString();

test('a page comes with its address, type, bytes and validators', async () => {
  const server = await serve((_request, response) => {
    const headers = { 'content-type': 'text/xml', etag: 'W/"1"', 'last-modified': 'Tue, 06 Jan 2026 08:00:00 GMT' };
    response.writeHead(200, headers).end(page);
  });
  const answer = await localClient().get(server.ask('/feed.xml?page=1#top'));
  expect(answer).toMatchObject({
    kind: 'page',
    url: `http://${server.host}/feed.xml?page=1`,
    contentType: 'text/xml',
    validators: { etag: 'W/"1"', lastModified: 'Tue, 06 Jan 2026 08:00:00 GMT' },
  });
  expect(text(answer)).toBe(page);
});

test('a server is told who asks, truthfully, and a line break in the contact starts no header', async () => {
  const server = await serve((request, response) => {
    response.end(JSON.stringify(request.headers));
  });
  const { get } = localClient({}, { contact: 'compliance@example.com\r\nx-forged: 1 担当' });
  const headers = JSON.parse(
    text(await get(server.ask('/', { headers: { 'x-requested-with': 'XMLHttpRequest' } }))),
  ) as {
    [name: string]: string;
  };
  expect(headers['user-agent']).toBe('dual-use-watch/0.1 (+compliance@example.com x-forged: 1)');
  expect(headers['accept-encoding']).toBe('gzip, br, deflate');
  expect(headers['x-requested-with']).toBe('XMLHttpRequest');
  expect(headers).not.toHaveProperty('x-forged');
});

test('an unchanged page is asked for with both validators, and a newer one replaces the older', async () => {
  const server = await serve((request, response) => {
    expect(request.headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': 'yesterday' });
    response.writeHead(304, { etag: '"2"' }).end();
  });
  const validators = { etag: '"1"', lastModified: 'yesterday' };
  expect(await localClient().get(server.ask('/', { validators }))).toEqual({
    kind: 'unchanged',
    validators: { etag: '"2"', lastModified: 'yesterday' },
  });
});

test('"unchanged" that nobody asked for is no page', async () => {
  const server = await serve((_request, response) => {
    response.writeHead(304).end();
  });
  const { get } = localClient();
  for (const more of [{}, { validators: {} }, { form: {}, validators: { etag: '"1"' } }]) {
    expect(await rejection(get(server.ask('/', more)))).toBeInstanceOf(UnexpectedShape);
  }
});

test.each([
  ['gzip', gzipSync(page)],
  ['br', brotliCompressSync(page)],
  ['', gzipSync(page)],
  ['gzip', page],
])('a body sent as %j is read', async (encoding, body) => {
  const server = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(body);
  });
  expect(text(await localClient().get(server.ask()))).toBe(page);
});

test('a form is posted on a connection of its own, without validators', async () => {
  const server = await serve((request, response) => {
    request.on('data', (body) => response.end(`${request.method ?? ''} ${String(body)}`));
    expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded; charset=UTF-8');
    expect(request.headers).not.toHaveProperty('if-none-match');
  });
  const { get } = localClient();
  const ask = server.ask('/', { form: { columnID: '177', title: '两用 物项' }, validators: { etag: '"1"' } });
  expect(text(await get(ask))).toBe('POST columnID=177&title=%E4%B8%A4%E7%94%A8+%E7%89%A9%E9%A1%B9');
  await get(ask);
  expect(server.connections()).toBe(2);
});

test('a redirect is followed, and the page bears the address where it ended', async () => {
  const server = await serve((request, response) => {
    // A server that writes UTF-8 into a header, as several do.
    if (request.url === '/old')
      response.writeHead(301, { location: Buffer.from('/公告#top').toString('latin1') }).end();
    else response.end(request.url);
  });
  const answer = await localClient().get(server.ask('/old'));
  expect(answer).toMatchObject({ url: `http://${server.host}/%E5%85%AC%E5%91%8A` });
  expect(text(answer)).toBe('/%E5%85%AC%E5%91%8A');
});

test.each([
  [301, 'GET '],
  [302, 'GET '],
  [303, 'GET '],
  [307, 'POST a=1'],
  [308, 'POST a=1'],
])('a form that is redirected by %i arrives as %j', async (status, arrival) => {
  const server = await serve((request, response) => {
    if (request.url === '/old') {
      response.writeHead(status, { location: '/new' }).end();
      return;
    }
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => response.end(`${request.method ?? ''} ${body}`));
  });
  expect(text(await localClient().get(server.ask('/old', { form: { a: '1' } })))).toBe(arrival);
});

test('a connection that is reset is tried again twice, but a form is not', async () => {
  let requests = 0;
  const server = await serve((request, response) => {
    if (++requests % 3 !== 0) request.socket.resetAndDestroy();
    else response.end(page);
  });
  const { get } = localClient();
  expect(text(await get(server.ask()))).toBe(page);
  expect(requests).toBe(3);
  expect(await rejection(get(server.ask('/', { form: {} })))).toBeInstanceOf(SourceUnavailable);
  expect(requests).toBe(4);
});

test('a name is tried at its next address when the first does not answer', async () => {
  const server = await serve((_request, response) => {
    response.end(page);
  });
  const port = server.host.replace(/.*:/, '');
  const addresses = ['::1', '127.0.0.2', '127.0.0.1'].map((address) => ({
    address,
    family: address === '::1' ? 6 : 4,
  }));
  const { get } = localClient(
    {},
    {
      resolve: (_hostname, answer) => {
        answer(null, addresses);
      },
    },
  );
  const host = `feeds.localhost:${port}`;
  expect(text(await get({ url: `http://${host}/`, hosts: [host] }))).toBe(page);
});

test('a replica takes every request in the place of the true server, and the page keeps the true address', async () => {
  const replica = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(302, { location: 'https://aqygzj.mofcom.gov.cn/new' }).end();
    else if (request.url === '/away') response.writeHead(302, { location: 'https://example.com/' }).end();
    else if (request.url === '/down') response.writeHead(302, { location: 'http://www.mofcom.gov.cn/new' }).end();
    else if (request.url === '/aside') response.writeHead(302, { location: 'http://aqygzj.mofcom.gov.cn/new' }).end();
    else if (request.url === '/long') response.writeHead(302, { location: `/${'a'.repeat(1_000)}` }).end();
    else response.end(`${request.headers.host ?? ''}${request.url ?? ''}`);
  });
  const { get } = localClient({}, { replica: `http://${replica.host}`, allowLocal: false });
  const ask = (path: string) => ({
    url: `http://www.mofcom.gov.cn${path}`,
    hosts: ['www.mofcom.gov.cn', 'aqygzj.mofcom.gov.cn'],
  });
  const answer = await get(ask('/old'));
  expect(answer).toMatchObject({ url: 'https://aqygzj.mofcom.gov.cn/new' });
  expect(text(answer)).toBe('aqygzj.mofcom.gov.cn/new');
  expect(await rejection(get(ask('/away')))).toMatchObject({ cause_: 'redirect' });
  // Its own host by http is its own host by https; another by http is not followed, nor is an address that fits no key.
  expect(await get(ask('/down'))).toMatchObject({ url: 'https://www.mofcom.gov.cn/new' });
  expect(await rejection(get(ask('/aside')))).toMatchObject({ cause_: 'redirect' });
  const long = await rejection(get(ask('/long')));
  expect(long).toMatchObject({ cause_: 'redirect' });
  expect(long).toHaveProperty('message', expect.stringContaining('longer than 1000 characters'));
  expect(await rejection(get(replica.ask()))).toMatchObject({ cause_: 'redirect' });
});

test.each(['http://example.com', 'https://127.0.0.1', 'nowhere'])('a replica at %s is refused', (replica) => {
  expect(() => httpClient({ contact: 'a@example.com', allowLocal: true, replica })).toThrow(Misconfigured);
});

test('a page of eight megabytes arrives whole', async () => {
  const body = Buffer.alloc(8_000_000, page);
  const server = await serve((_request, response) => {
    response.end(body);
  });
  const answer = await localClient().get(server.ask());
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  expect(answer.kind === 'page' && hash(answer.bytes)).toBe(hash(body));
});

test('a 304 that has a body is a 304, and the next request is answered as ever', async () => {
  const server = await serveRaw((socket) => {
    socket.write('HTTP/1.1 304 Not Modified\r\netag: "1"\r\ncontent-length: 20\r\n\r\n<html>a body</html>\r\n');
  });
  const { get } = localClient();
  for (let i = 0; i < 3; i++) {
    expect(await get(server.ask('/', { validators: { etag: '"1"' } }))).toMatchObject({ kind: 'unchanged' });
  }
});

test('a request that has less time than the client gives it ends with its own', async () => {
  const server = await serve(() => undefined);
  const began = performance.now();
  expect(await rejection(localClient().get(server.ask('/', { within: 100 })))).toMatchObject({
    message: expect.stringContaining('the answer took too long') as string,
  });
  expect(performance.now() - began).toBeLessThan(900);
});
