import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Instead, ordinaryNotices, pathOf } from '../../functions/local/replica.ts';
import { articlePage, type Announced, exportControlList } from '../../functions/local/wire-pages.ts';
import type { Delivery } from '../../functions/local/world.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import type { Source } from '../../functions/sources/source.ts';
import type { BeijingDate } from '../../functions/time.ts';
import { headline, index, press, readAnnounced, sites, Telling } from '../stories/telling.ts';
import { html } from './row.ts';

const file = (name: string): Announced =>
  readAnnounced(readFileSync(new URL(`../../functions/local/story/${name}.txt`, import.meta.url), 'utf8'));
const ban = file('2026-01');
const controlList = file('2026-11');
const sourceOf = (id: string): Source => catalogue.find((one) => one.id === id) as Source;
const addressAt = (id: string, announced: Announced): string =>
  `${new URL(sourceOf(id).url.replace('{year}', '2026')).host}${pathOf(sourceOf(id), announced)}`;

const to = (deliveries: readonly Delivery[], who: string): readonly string[] =>
  deliveries.filter((one) => one.to === who).map(({ subject }) => subject);
const reader = 'en@maker.example';

// A new row leads to each of these. None is an announcement, none is the end of it.
const falsePages: readonly (readonly [string, Instead, RegExp])[] = [
  ['a soft 404', { body: html('抱歉，您访问的页面不存在！') }, /soft 404/],
  ['a shell whose server stumbled', { body: html('[an error occurred while processing this directive]') }, /error shell/],
  ['an empty shell', { body: html('<div ergodic="article" class="art-con"></div>') }, /found \d+ characters/],
  ['a challenge', { body: html('请完成安全验证', '安全验证') }, /challenge/],
  ['412', { status: 412, body: '' }, /412/],
  ['502', { status: 502, body: '' }, /502/],
  ['question marks', { body: articlePage({ ...controlList, body: controlList.body.replace(/[^\p{ASCII}]/gu, '?') }) }, /question marks/],
  ['a stub that leads to nothing', { body: html(`<script>location.href='/zwgk/zcfb/art/2026/art_a.html'</script>`) }, /404/],
  ['a page in a broken charset', { body: Buffer.from(articlePage(controlList)).map((byte, i) => (i > 900 && i % 3 === 0 ? 0xff : byte)) }, /charset|characters|lost/],
]; // prettier-ignore

test.each(falsePages)('an announcement behind %s is told of once its page is back', async (_, page, cause) => {
  const watch = await Telling.begin();
  await watch.learn('2026-02-23T00:00:00.000Z');
  const instead = { [addressAt(index, controlList)]: page };
  const first = await watch.tell({ at: '2026-02-24T03:00:00.000Z', announced: [controlList], instead });
  const second = await watch.tell({ at: '2026-02-24T03:05:00.000Z', announced: [controlList], instead });
  expect([...to(first, reader), ...to(second, reader), ...to(second, 'operator')]).toEqual([]);
  expect(to(first, 'operator')).toEqual(['[dual-use-watch] OFFICIAL SOURCE mofcom-announcements is read with losses']);
  expect(first.find((one) => one.to === 'operator')?.text).toMatch(cause);
  const third = await watch.tell({ at: '2026-02-24T03:10:00.000Z', announced: [controlList] });
  expect(to(third, reader)).toEqual([expect.stringMatching(/control list: 20 Japanese entities added/)]);
  expect(to(third, 'operator')).toEqual([expect.stringContaining('recovered')]);
});

test('copies of one announcement that differ in substance are said to, and neither is believed', async () => {
  const watch = await Telling.begin(sites);
  await watch.learn('2026-02-23T00:00:00.000Z');
  await watch.tell({ at: '2026-02-24T03:00:00.000Z', announced: [controlList] });
  const other = controlList.body.replace('20家', '19家').split('\n').slice(0, -1).join('\n');
  const instead = { [addressAt('export-control-notices', controlList)]: { body: articlePage({ ...controlList, body: other }) } };
  const told = await watch.tell({ at: '2026-02-24T04:00:00.000Z', announced: [controlList], on: sites, instead });
  expect(to(told, reader)).toEqual([expect.stringMatching(/Manual check needed/)]);
  expect(told.find((one) => one.to === reader)?.text).toMatch(/two copies of .*No\. 11.* differ/);
  expect(to(await watch.tell({ at: '2026-02-24T05:00:00.000Z', announced: [controlList], on: sites, instead }), reader)).toEqual([]);
}); // prettier-ignore

test('an edited headline, thirty copies and a rewritten address are one report', async () => {
  const watch = await Telling.begin();
  await watch.learn('2026-01-05T00:00:00.000Z');
  const words = 'China bans exports of dual-use items to Japan military users';
  const first = await watch.tell({ at: '2026-01-06T09:30:00.000Z', headlines: [headline(words, '2026-01-06T09:25:00.000Z')] });
  expect(to(first, reader)).toHaveLength(1);
  const later = [
    headline(`${words}, commerce ministry says`, '2026-01-06T09:25:00.000Z'),
    headline('中国禁止向日本军事用户出口两用物项', '2026-01-06T09:40:00.000Z'),
    headline('中國禁止向日本軍事用戶出口兩用物項', '2026-01-06T09:41:00.000Z'),
    { ...headline(words, '2026-01-06T09:25:00.000Z'), url: 'https://www.scmp.com/archive/2026/01/06/bans' },
    ...Array.from({ length: 26 }, (_, i) => headline(`${words} (${i})`, '2026-01-06T09:50:00.000Z')),
  ];
  const told = await watch.tell({ at: '2026-01-06T10:00:00.000Z', headlines: later });
  expect(to(told, reader)).toEqual([]);
}); // prettier-ignore

test('a restructured site’s archive is held, and a ban of today among it is told all the same', async () => {
  const watch = await Telling.begin([index, press]);
  await watch.learn('2026-02-23T00:00:00.000Z');
  const moved = ordinaryNotices(90, '2026-02-20' as BeijingDate).map((one) => ({ ...one, title: `${one.title}（存档）` }));
  const old = { ...ban, title: `${ban.title}（存档）` };
  const told = [];
  for (const minute of ['00', '05', '10', '15', '20', '25']) {
    told.push(...(await watch.tell({ at: `2026-02-24T03:${minute}:00.000Z`, announced: [controlList, old, ...moved] })));
  }
  expect(to(told, reader)).toEqual([expect.stringMatching(/control list: 20 Japanese entities added/)]);
  const operator = told.filter((one) => one.to === 'operator');
  expect(operator.map(({ subject }) => subject)).toEqual([
    '[dual-use-watch] OFFICIAL SOURCE mofcom-announcements listed a flood, which is held back',
  ]);
  expect(operator[0]?.text).toContain('Held back: 53 entries on 2026-02-24 12:00 Tokyo');
}); // prettier-ignore

test('thirty pages that are gone do not stand before a list of today', async () => {
  const watch = await Telling.begin();
  await watch.learn('2026-02-23T00:00:00.000Z');
  const gone = ordinaryNotices(30, '2026-02-20' as BeijingDate).map((one) => ({ ...one, title: `${one.title}（续）` }));
  const instead = Object.fromEntries(gone.map((one) => [addressAt(index, one), { status: 404, body: '' }]));
  await watch.tell({ at: '2026-02-24T03:00:00.000Z', announced: gone, instead });
  const told = await watch.tell({ at: '2026-02-24T03:05:00.000Z', announced: [controlList, ...gone], instead });
  expect(to(told, reader)).toEqual([expect.stringMatching(/control list: 20 Japanese entities added/)]);
});

test('a page that is gone from the first list does not hush what is published later, and listed late', async () => {
  const watch = await Telling.begin();
  const [gone] = ordinaryNotices(1, '2026-02-20' as BeijingDate).map((one) => ({
    ...one,
    title: `${one.title}（续）`,
  }));
  if (gone === undefined) throw new Error('no notice');
  const instead = { [addressAt(index, gone)]: { status: 404, body: '' } };
  await watch.learn('2026-02-22T00:00:00.000Z', { announced: [gone], instead });
  const told = await watch.tell({ at: '2026-02-28T03:00:00.000Z', announced: [controlList, gone], instead });
  expect(to(told, reader)).toEqual([expect.stringMatching(/control list: 20 Japanese entities added/)]);
});

test('paging that answers page 1 for ever is noticed, and no row is taken for read', async () => {
  const watch = await Telling.begin(['export-control-notices']);
  await watch.learn('2026-02-23T00:00:00.000Z');
  const source = sourceOf('export-control-notices');
  const rows = ordinaryNotices(60, '2026-02-24' as BeijingDate).map((one) => ({ ...one, title: `${one.title}（新）` }));
  const page = exportControlList(rows.map((one) => [one, `https://exportcontrol.mofcom.gov.cn${pathOf(source, one)}`]), 1, true);
  const { host, pathname } = new URL(source.url);
  const told = await watch.tell({ at: '2026-02-24T03:00:00.000Z', instead: { [`${host}${pathname}`]: { body: page } } });
  expect(told.map(({ text }) => /Cause: (.*)/.exec(text)?.[1])).toEqual([expect.stringContaining('page 2 is page 1 again')]);
}); // prettier-ignore

test('the hour of a whole outage is told once, however long it lasts, and so is its end', async () => {
  const watch = await Telling.begin();
  await watch.learn('2026-02-23T00:00:00.000Z');
  const source = new URL(sourceOf(index).url.replace('{year}', '2026'));
  const instead = { [`${source.host}${source.pathname}`]: { status: 503, body: '' } };
  const told = [];
  for (let minutes = 0; minutes < 180; minutes += 5) {
    const at = new Date(Date.parse('2026-02-24T03:00:00.000Z') + minutes * 60_000).toISOString();
    told.push(...(await watch.tell({ at, instead })));
  }
  expect(told.map(({ subject }) => subject)).toEqual(['[dual-use-watch] OFFICIAL SOURCE mofcom-announcements is down']);
  expect(told[0]?.text).toMatch(/Since: 2026-02-24 12:00 Tokyo[^]*Last good answer: 2026-02-23 09:05 Tokyo/);
  const after = await watch.tell({ at: '2026-02-24T06:05:00.000Z', announced: [controlList] });
  expect(to(after, 'operator')).toEqual([expect.stringContaining('recovered')]);
  expect(to(after, reader)).toHaveLength(1);
});
