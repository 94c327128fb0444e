import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import type { Resolve } from '../../functions/edge/address-guard.ts';
import { localClient, rejection, serve, serveRaw } from './local-server.ts';

test('five gigabytes of zeros in five megabytes of gzip are given up at the limit', async () => {
  const bomb = Buffer.concat(Array<Buffer>(500).fill(gzipSync(Buffer.alloc(10_000_000))));
  expect(bomb.length).toBeLessThan(6_000_000);
  const server = await serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  });
  const error = await rejection(localClient().get(server.ask()));
  expect(error).toMatchObject({ cause_: 'too-large' });
  expect(String(error)).toContain('the answer is too large to be a page (ERR_BUFFER_TOO_LARGE); the rest was not read');
});

test('a body without end is read up to the limit and no further', async () => {
  let sent = 0;
  const server = await serve((_request, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(50_000))) sent += 50_000;
    };
    response.on('drain', more);
    more();
  });
  expect(await rejection(localClient({ bodyBytes: 500_000 }).get(server.ask()))).toMatchObject({ cause_: 'too-large' });
  await vi.waitFor(() => {
    expect(server.open()).toBe(0);
  });
  expect(sent).toBeLessThan(20_000_000);
});

test('a small bomb inside the wire limit still is one', async () => {
  const body = gzipSync(Buffer.alloc(25_000_000));
  const server = await serve((_request, response) => response.end(body));
  expect(body.length).toBeLessThan(30_000);
  expect(await rejection(localClient().get(server.ask()))).toMatchObject({ cause_: 'too-large' });
});

test('a header bomb is not swallowed', async () => {
  const server = await serveRaw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    for (let i = 0; i < 300; i++) socket.write(`x-${i}: ${'a'.repeat(100)}\r\n`);
  });
  const error = await rejection(localClient().get(server.ask()));
  expect(error).toMatchObject({ cause_: 'too-large' });
});

test('a slow drip ends at the deadline, and nothing stays open', async () => {
  const server = await serve((_request, response) => {
    const drip = setInterval(() => response.write('a'), 10);
    response.on('close', () => {
      clearInterval(drip);
    });
  });
  const error = await rejection(localClient({ total: 150, idle: 100 }).get(server.ask()));
  expect(String(error)).toContain('the answer took too long (GAVE_UP); the next poll tries again');
  await vi.waitFor(() => {
    expect(server.open()).toBe(0);
  });
});

test('headers that drip end at the deadline too', async () => {
  const server = await serveRaw((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    const drip = setInterval(() => socket.write('x: a\r\n'), 10);
    socket.on('close', () => {
      clearInterval(drip);
    });
  });
  expect(String(await rejection(localClient({ total: 150 }).get(server.ask())))).toContain('GAVE_UP');
});

test('a name server that answers only after the deadline connects nobody', async () => {
  const server = await serve((_request, response) => response.end('late'));
  const resolve: Resolve = (_hostname, answer) => {
    setTimeout(() => {
      answer(null, [{ address: '127.0.0.1', family: 4 }]);
    }, 120);
  };
  const host = `feeds.localhost:${server.host.replace(/.*:/, '')}`;
  const error = await rejection(localClient({ total: 60 }, { resolve }).get({ url: `http://${host}/`, hosts: [host] }));
  expect(String(error)).toContain('GAVE_UP');
  await pause(100);
  expect(server.connections()).toBe(0);
});

test('early hints without end are no answer', async () => {
  const server = await serveRaw((socket) => {
    const hints = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'), 5);
    socket.on('close', () => {
      clearInterval(hints);
    });
  });
  expect(String(await rejection(localClient({ total: 100 }).get(server.ask())))).toContain('GAVE_UP');
});

test.each(['before the answer', 'inside the body'])('a server that falls silent %s is left', async (moment) => {
  const server = await serve((_request, response) => {
    if (moment === 'inside the body') response.write('<rss');
  });
  const error = await rejection(localClient({ idle: 80 }).get(server.ask()));
  expect(String(error)).toContain('the server fell silent (IDLE)');
  await vi.waitFor(() => {
    expect(server.open()).toBe(0);
  });
});

test('one deadline holds for all redirects together', async () => {
  let hops = 0;
  const server = await serve((_request, response) => {
    setTimeout(() => response.writeHead(302, { location: `/${++hops}` }).end(), 60);
  });
  expect(String(await rejection(localClient({ total: 150 }).get(server.ask())))).toContain('GAVE_UP');
  expect(hops).toBeLessThan(4);
});

test('redirects without end are left after five', async () => {
  let hops = 0;
  const server = await serve((_request, response) => {
    response.writeHead(302, { location: `/${++hops}` }).end();
  });
  const error = await rejection(localClient().get(server.ask()));
  expect(error).toMatchObject({ cause_: 'redirect' });
  expect(String(error)).toMatch(/\/ → GET http.*\/5 → GET http.*\/6: not followed: more than 5 redirects/);
  expect(hops).toBe(6);
});

test('redirects in a circle are seen at once', async () => {
  let requests = 0;
  const server = await serve((request, response) => {
    requests++;
    response.writeHead(302, { location: request.url === '/a' ? '/b' : '/a' }).end();
  });
  const error = await rejection(localClient().get(server.ask('/a')));
  expect(String(error)).toContain('the redirects run in a circle');
  expect(requests).toBe(2);
});

const metadata: Resolve = (_hostname, answer) => {
  answer(null, [{ address: '169.254.169.254', family: 4 }]);
};

test.each([
  ['http://169.254.169.254/latest/meta-data/', 'it is not https'],
  ['https://169.254.169.254/latest/meta-data/', 'it is outside the public internet'],
  ['https://[::ffff:169.254.169.254]/', 'it is outside the public internet'],
  ['https://2852039166/', 'it is outside the public internet'],
  ['https://10.0.0.1/', 'it is outside the public internet'],
  ['https://metadata.example/', 'metadata.example leads to 169.254.169.254, outside the public internet'],
  ['https://elsewhere.example/', 'elsewhere.example is none of this source’s hosts'],
  ['http://metadata.example/', 'it is not https'],
  ['https://user:secret@metadata.example/', 'it carries a user name'],
  ['file:///etc/passwd', 'it is not https'],
  ['gopher://metadata.example/', 'it is not https'],
  ['//elsewhere.example/', 'it is not https'],
])('a redirect to %s is not followed', async (location, why) => {
  const server = await serve((_request, response) => {
    response.writeHead(302, { location }).end();
  });
  const { get } = localClient({}, { resolve: metadata });
  const hosts = [server.host, 'metadata.example', '169.254.169.254', '10.0.0.1', '[::ffff:a9fe:a9fe]'];
  const error = await rejection(get(server.ask('/list', { hosts })));
  expect(error).toMatchObject({ cause_: 'redirect' });
  expect(String(error)).toContain(`GET http://${server.host}/list → GET `);
  expect(String(error)).toContain(why);
  expect(String(error)).not.toContain('secret');
});

test('this machine is refused unless it is allowed, by number and by name', async () => {
  let requests = 0;
  const server = await serve((_request, response) => response.end(String(++requests)));
  const port = server.host.replace(/.*:/, '');
  const toThisMachine: Resolve = (_hostname, answer) => {
    answer(null, [{ address: '127.0.0.1', family: 4 }]);
  };
  const { get } = localClient({ spacing: 0 }, { allowLocal: false, resolve: toThisMachine });
  const hosts = [server.host, `localhost:${port}`, `feeds.example:${port}`];
  for (const url of hosts.flatMap((host) => [`http://${host}/`, `https://${host}/`])) {
    expect(await rejection(get({ url, hosts }))).toMatchObject({ cause_: 'redirect' });
  }
  expect(requests).toBe(0);
  expect(server.connections()).toBe(0);
});

test('an address beyond the hosts is not asked for in the first place', async () => {
  const server = await serve((_request, response) => response.end('page'));
  const error = await rejection(localClient().get({ ...server.ask(), hosts: ['www.mofcom.gov.cn'] }));
  expect(error).toMatchObject({ cause_: 'redirect' });
  expect(server.connections()).toBe(0);
  expect(await rejection(localClient().get({ url: 'no address', hosts: [] }))).toMatchObject({ cause_: 'redirect' });
});

test('long addresses that differ only at their end are no circle', async () => {
  const long = `/${'a'.repeat(500)}`;
  const server = await serve((request, response) => {
    if (request.url === `${long}1`) response.writeHead(302, { location: `${long}2` }).end();
    else response.end('page');
  });
  expect(await localClient().get(server.ask(`${long}1`))).toMatchObject({ kind: 'page' });
});

test('an address of thousands of characters does not fill the message', async () => {
  const server = await serve((_request, response) => {
    response.writeHead(302, { location: `https://elsewhere.example/${'a'.repeat(5_000)}` }).end();
  });
  expect(String(await rejection(localClient().get(server.ask()))).length).toBeLessThan(700);
});

test('closing ends what is under way and what waits, and refuses what comes later', async () => {
  const server = await serve(() => undefined);
  const { get, close } = localClient();
  const under = [rejection(get(server.ask('/1'))), rejection(get(server.ask('/2')))];
  await vi.waitFor(() => {
    expect(server.connections()).toBe(1);
  });
  close();
  for (const error of [...(await Promise.all(under)), await rejection(get(server.ask('/3')))]) {
    expect(String(error)).toContain('this client was closed (CLOSED); the next run tries again');
  }
  await vi.waitFor(() => {
    expect(server.open()).toBe(0);
  });
  await pause(20);
  expect(server.connections()).toBe(1);
});

test('validators that could not be sent back are not kept', async () => {
  const server = await serveRaw((socket) => {
    const head = `HTTP/1.1 200 OK\r\netag: "${'e'.repeat(600)}"\r\nlast-modified: \xe9\r\ncontent-length: 1\r\n\r\n`;
    socket.write(`${head}a`, 'latin1');
  });
  expect(await localClient().get(server.ask())).toMatchObject({ validators: {} });
});
