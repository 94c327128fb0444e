import { expect, test } from 'vitest';
import { turns } from '../../functions/edge/turns.ts';
import { localClient, rejection, serve } from './local-server.ts';

test('thirty requests share one connection', async () => {
  const server = await serve((_request, response) => {
    response.writeHead(304).end();
  });
  const { get } = localClient();
  const asks = Array.from({ length: 30 }, () => get(server.ask('/', { validators: { etag: '"1"' } })));
  await Promise.all(asks);
  expect(server.connections()).toBe(1);
});

test('a host is asked one thing at a time', async () => {
  let busy = 0;
  let busiest = 0;
  const server = await serve((_request, response) => {
    busiest = Math.max(busiest, ++busy);
    setTimeout(() => {
      busy--;
      response.end('page');
    }, 5);
  });
  const { get } = localClient();
  await Promise.all(Array.from({ length: 5 }, () => get(server.ask())));
  expect(busiest).toBe(1);
});

test('turns are taken in order with a pause between them, a failed one too, and hosts do not wait for each other', async () => {
  const inTurn = turns();
  const started: [string, number][] = [];
  const begin = performance.now();
  const act = (name: string, fails = false) => {
    started.push([name, performance.now() - begin]);
    return fails ? Promise.reject(new Error(name)) : Promise.resolve();
  };
  const first = inTurn('a', 60, () => act('a1', true)).catch(() => undefined);
  await Promise.all([first, inTurn('a', 60, () => act('a2')), inTurn('b', 60, () => act('b1'))]);
  await inTurn('a', 60, () => act('a3'));
  expect(started.map(([name]) => name)).toEqual(['a1', 'b1', 'a2', 'a3']);
  const at = Object.fromEntries(started);
  expect(at['a2']).toBeGreaterThan(58);
  expect(at['a3']).toBeGreaterThan(117);
});

test('two requests to one host of the internet are a pause apart', async () => {
  const { get } = localClient(
    { spacing: 60 },
    {
      resolve: (_hostname, answer) => {
        answer(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
      },
    },
  );
  const begin = performance.now();
  const ask = { url: 'https://feeds.example/', hosts: ['feeds.example'] };
  await Promise.all([rejection(get(ask)), rejection(get(ask))]);
  expect(performance.now() - begin).toBeGreaterThan(58);
});
