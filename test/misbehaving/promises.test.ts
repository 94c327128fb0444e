import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Instead, ordinaryNotices, pathOf } from '../../functions/local/replica.ts';
import { type Announced, annualIndexPage, articlePage } from '../../functions/local/wire-pages.ts';
import type { Delivery } from '../../functions/local/world.ts';
import type { BeijingDate } from '../../functions/time.ts';
import { announce, headline, index, press, readAnnounced, Telling } from '../stories/telling.ts';
import { controlList, indexAt, learned, pageOf, reader, sourceOf, to } from './learned.ts';

// Each test bears a promise of functions/documents/README.md.

describe('a list that stands still is judged by the clock', () => {
  test.each([
    ['the same bytes', false],
    ['304', true],
  ])('when it answers %s for ever', async (_, validators) => {
    const watch = await Telling.begin([index]);
    const body = annualIndexPage(
      ordinaryNotices(16, '2026-02-23' as BeijingDate).map((one) => [one, pathOf(sourceOf(index), one)]),
    );
    const frozen: Instead = (request, response) => {
      const known = validators && request.headers['if-none-match'] === '"frozen"';
      response.writeHead(known ? 304 : 200, { 'content-type': 'text/html', ...(validators && { etag: '"frozen"' }) });
      response.end(known ? undefined : body);
    };
    const told: Delivery[] = [];
    for (const day of ['2026-02-23', '2026-02-24', '2026-03-20', '2026-04-09', '2026-04-10', '2026-04-11']) {
      told.push(...(await watch.tell({ at: `${day}T01:00:00.000Z`, instead: { [indexAt(2026)]: frozen } })));
    }
    expect(to(told, 'operator')).toEqual(['[dual-use-watch] OFFICIAL SOURCE mofcom-announcements is down']);
    expect(told[0]?.text).toMatch(/expected news within 45 days, found none since 2026-02-23 \(46 days\)/);
  });

  test('and is asked for without conditions once a day, because a cache may say "unchanged" for ever', async () => {
    const watch = await learned();
    const cached: Instead = (request, response) => {
      const conditional = request.headers['if-none-match'] !== undefined;
      response.writeHead(conditional ? 304 : 200, { 'content-type': 'text/html', etag: '"1"' });
      const rows = [controlList, ...ordinaryNotices(16, '2026-02-23' as BeijingDate)];
      response.end(conditional ? undefined : annualIndexPage(rows.map((one) => [one, pathOf(sourceOf(index), one)])));
    };
    const moment = { announced: [controlList], instead: { [indexAt(2026)]: cached } };
    const hours = await watch.tell({ at: '2026-02-23T20:00:00.000Z', ...moment });
    expect(to(hours, reader)).toEqual([]);
    expect(to(await watch.tell({ at: '2026-02-24T01:00:00.000Z', ...moment }), reader)).toHaveLength(1);
  });
});

describe('a poll ends before it is ended', () => {
  const slowly =
    (announced: Announced, milliseconds: number): Instead =>
    (_, response) =>
      void setTimeout(
        () => response.writeHead(200, { 'content-type': 'text/html' }).end(articlePage(announced)),
        milliseconds,
      );
  const others = Array.from({ length: 8 }, (_, i) =>
    announce(`商务部公告2026年第${50 + i}号 关于通知的公告`, '2026-02-24', '关于通知的公告内容。'.repeat(10)),
  );

  test('today’s ban is read first, the rest is said to be unread, and follows in later polls', async () => {
    const watch = await learned();
    const announced = [...others.slice(0, 4), controlList, ...others.slice(4)];
    watch.show({
      at: '2026-02-24T03:00:00.000Z',
      announced,
      instead: Object.fromEntries(announced.map((one) => [pageOf(one), slowly(one, 300)])),
    });
    const ends = performance.now() + 20_300; // the run's reserve and what one page is worth are 19 s
    const context = { getRemainingTimeInMillis: () => ends - performance.now() };
    const first = await watch.handlers.poll({ source: sourceOf(index) }, context);
    expect(first.read).toBeGreaterThan(0);
    expect(first.read).toBeLessThan(9);
    expect(first.unread).toBe(9 - first.read);
    expect(first.faults.join()).toMatch(/new pages are still unread, because time was up/);
    await watch.handlers.notify();
    expect(to(watch.world.deliveries(), reader)).toEqual([
      expect.stringMatching(/control list: 20 Japanese entities added/),
    ]);
    const second = await watch.handlers.poll({ source: sourceOf(index) });
    expect([second.read, second.unread]).toEqual([9 - first.read, 0]);
  });

  test('a page that drips takes no more than the time that is left', { timeout: 30_000 }, async () => {
    const watch = await learned();
    const drip: Instead = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write(' '), 100);
      response.on('close', () => {
        clearInterval(timer);
      });
    };
    watch.show({ at: '2026-02-24T03:00:00.000Z', announced: [controlList], instead: { [pageOf(controlList)]: drip } });
    const began = performance.now();
    const context = { getRemainingTimeInMillis: () => began + 20_000 - performance.now() };
    const report = await watch.handlers.poll({ source: sourceOf(index) }, context);
    expect(report.faults.join()).toMatch(/took too long/);
    expect(performance.now() - began).toBeLessThan(25_000);
  });

  test('pages that failed before come after those that were not tried', async () => {
    const watch = await learned();
    const gone = others.map((one) => ({ ...one, title: `${one.title}（续）` }));
    const away = Object.fromEntries(gone.map((one) => [pageOf(one), { status: 503, body: '' }]));
    await watch.tell({ at: '2026-02-24T03:00:00.000Z', announced: gone, instead: away });
    const asked: string[] = [];
    const noted =
      (one: Announced): Instead =>
      (_, response) => {
        asked.push(one.title);
        response.writeHead(503).end();
      };
    const instead = Object.fromEntries([...gone, ...others].map((one) => [pageOf(one), noted(one)]));
    await watch.tell({ at: '2026-02-24T03:05:00.000Z', announced: [...others, ...gone], instead });
    expect(asked.findIndex((title) => title.includes('（续）'))).toBe(others.length);
  });
});

test('an official source asked to stay away for a day is asked again within the hour, and the operator hears at once', async () => {
  const watch = await learned();
  const pause = { [indexAt(2026)]: { status: 503, headers: { 'retry-after': '86400' }, body: '' } };
  const told = await watch.tell({ at: '2026-02-24T03:00:00.000Z', announced: [controlList], instead: pause });
  expect(to(told, 'operator')).toEqual(['[dual-use-watch] OFFICIAL SOURCE mofcom-announcements is down']);
  expect(told[0]?.text).toContain('Not asked again before: 2026-02-24 13:00 Tokyo');
  expect(await watch.tell({ at: '2026-02-24T03:59:00.000Z', announced: [controlList] })).toEqual([]);
  expect(to(await watch.tell({ at: '2026-02-24T04:00:00.000Z', announced: [controlList] }), reader)).toHaveLength(1);
});

describe('a listed title that is plainly ours, and whose page cannot be read, is told as unclear', () => {
  const unclear = [expect.stringMatching(/check needed: Japanese entities on the control list/)];

  test.each<readonly [string, Instead]>([
    ['is not found', { status: 404, body: '' }],
    ['is refused', { status: 403, body: '' }],
    ['says that it is not there', { body: '<html><body>抱歉，您访问的页面不存在！</body></html>' }],
    ['is empty', { body: '<html><body><div ergodic="article" class="art-con"></div></body></html>' }],
    [
      'is in no charset',
      { body: Buffer.from(articlePage(controlList)).map((byte, i) => (i > 900 && i % 3 === 0 ? 0xff : byte)) },
    ],
  ])('after an hour in which it %s, once; and in full when it is there', async (_, page) => {
    const watch = await learned();
    const moment = { announced: [controlList], instead: { [pageOf(controlList)]: page } };
    const told: Delivery[] = [];
    for (const time of ['03:00', '03:30', '03:55'])
      told.push(...(await watch.tell({ at: `2026-02-24T${time}:00.000Z`, ...moment })));
    expect(to(told, reader)).toEqual([]);
    const after = await watch.tell({ at: '2026-02-24T04:00:00.000Z', ...moment });
    expect(to(after, reader)).toEqual(unclear);
    const [mail] = after.filter((one) => one.to === reader);
    expect(mail?.text).toContain(controlList.title);
    expect(mail?.text).toContain(`https://${pageOf(controlList)}`);
    expect(to(await watch.tell({ at: '2026-02-24T06:00:00.000Z', ...moment }), reader)).toEqual([]);
    const back = await watch.tell({ at: '2026-02-24T07:00:00.000Z', announced: [controlList] });
    expect(to(back, reader)).toEqual([expect.stringMatching(/control list: 20 Japanese entities added/)]);
  });

  test('at once, where the page is there and laid out as none we know', async () => {
    const watch = await learned();
    const body = articlePage(controlList)
      .replace('ergodic="article" class="art-con art-con-bottonmLine"', 'class="TRS_Editor"')
      .replaceAll('art-con-gonggao', 'x');
    const told = await watch.tell({
      at: '2026-02-24T03:00:00.000Z',
      announced: [controlList],
      instead: { [pageOf(controlList)]: { body } },
    });
    expect(to(told, reader)).toEqual(unclear);
  });

  test('and not where it is of another subject, or was read at another address', async () => {
    const watch = await Telling.begin([index, 'mofcom-policy-releases']);
    await watch.learn('2026-02-23T00:00:00.000Z');
    const other = announce('商务部公告2026年第60号 关于原产于某国的进口化工产品反倾销调查的公告', '2026-02-24', 'x');
    const moment = {
      announced: [controlList, other],
      on: [index, 'mofcom-policy-releases'],
      instead: { [pageOf(controlList)]: { status: 404, body: '' }, [pageOf(other)]: { status: 404, body: '' } },
    };
    const told: Delivery[] = [];
    for (const time of ['03:00', '04:00', '05:00'])
      told.push(...(await watch.tell({ at: `2026-02-24T${time}:00.000Z`, ...moment })));
    expect(to(told, reader)).toEqual([expect.stringMatching(/control list: 20 Japanese entities added/)]);
  });
});

test('old rows that are listed again are a flood, however few: recorded, and told to the operator alone', async () => {
  const watch = await Telling.begin([index, press]);
  await watch.learn('2026-05-23T00:00:00.000Z');
  const ban = readAnnounced(readFileSync(new URL('../../functions/local/story/2026-01.txt', import.meta.url), 'utf8'));
  const told = await watch.tell({
    at: '2026-05-24T03:00:00.000Z',
    announced: [ban],
    headlines: [headline('China bans dual-use exports to Japan', '2023-03-07T00:00:00.000Z')],
  });
  expect(to(told, reader)).toEqual([]);
  expect(to(told, 'operator')).toEqual([
    expect.stringContaining('mofcom-announcements listed a flood, which is held back'),
  ]);
});

test('on 1 January the new year’s index is awaited for ten days, and last year’s is read on', async () => {
  const watch = await Telling.begin([index]);
  await watch.learn('2026-12-30T00:00:00.000Z');
  const none = { [indexAt(2027)]: { status: 404, body: '' } };
  const late = announce(
    '商务部公告2026年第99号 公布将1家日本实体列入出口管制管控名单',
    '2026-12-31',
    '决定将1家日本实体列入出口管制管控名单。本公告自公布之日起正式实施。\n附件\n1.甲山株式会社（Koyama Co., Ltd.）',
  );
  const first = await watch.tell({ at: '2026-12-31T17:00:00.000Z', announced: [late], instead: none });
  expect(first.map(({ to: who, subject }) => `${who} ${subject}`)).toEqual([
    expect.stringMatching(/^en@maker\.example .*control list: 1 Japanese entity added/),
    expect.stringMatching(/^ja@/),
    expect.stringMatching(/^\+81/),
  ]);
  expect(await watch.tell({ at: '2027-01-10T03:00:00.000Z', announced: [late], instead: none })).toEqual([]);
  const eleventh = await watch.tell({ at: '2027-01-11T03:00:00.000Z', announced: [late], instead: none });
  const later = await watch.tell({ at: '2027-01-11T05:00:00.000Z', announced: [late], instead: none });
  expect(to([...eleventh, ...later], 'operator')).toEqual([expect.stringContaining('is down')]);
});

test('the page of a measure that is there no longer is told to the operator once, and lifts nothing', async () => {
  const watch = await learned();
  await watch.tell({ at: '2026-02-24T03:00:00.000Z', announced: [controlList] });
  const instead = { [pageOf(controlList)]: { status: 404, body: '抱歉，您访问的页面不存在！' } };
  const told: Delivery[] = [];
  // Five pages are read again a poll.
  for (const day of ['25', '26', '27']) {
    for (const minute of ['00', '05', '10', '15', '20']) {
      told.push(...(await watch.tell({ at: `2026-02-${day}T03:${minute}:00.000Z`, instead })));
    }
  }
  expect(told.map(({ to: who }) => who)).toEqual(['operator']);
  expect(told[0]?.subject).toContain('has lost a page');
  expect(told[0]?.text).toContain(controlList.title);
});
