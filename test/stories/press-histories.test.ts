import { expect, test, vi } from 'vitest';
import { headline } from './telling.ts';
import { banOnJapan, controlList, copyOf, itemControl, names } from './texts.ts';
import { day, quiet, told } from './told.ts';

vi.setConfig({ testTimeout: 60_000 });

const [tokai, wakasa] = names;

test('the press is first, in the ministry’s very words, and silences nobody', async () => {
  const ban = banOnJapan(1, '2026-01-06');
  const story = await told([
    { at: day('2026-01-06'), news: [headline(ban.title, '2026-01-06T01:55:00.000Z', ban.body)] },
    { at: '2026-01-06T02:30:00.000Z', ministry: [ban] },
    {
      at: '2026-01-06T02:45:00.000Z',
      news: [headline('China bans dual-use exports to Japanese military', '2026-01-06T02:40:00.000Z')],
    },
    { at: day('2026-01-07'), copies: [copyOf(ban, '2026-01-07')] },
    ...quiet('2026-01-09', '2026-01-10'),
  ]);
  await expect(story).toMatchFileSnapshot('histories/press-in-ministry-words.txt');
});

test('reports that are old, or lie ahead, tell one story once', async () => {
  const story = await told([
    { at: day('2026-02-24'), ministry: [controlList(11, '2026-02-24', [tokai])] },
    {
      at: day('2026-05-11'),
      news: [headline('China bans graphite exports to Japan, ministry says', '2026-05-11T01:30:00.000Z')],
    },
    {
      at: '2026-05-11T02:30:00.000Z',
      news: [headline('China bans graphite exports to Japan', '2026-05-11T02:10:00.000Z')],
    },
    { at: day('2026-05-12'), news: [headline('China bans exports of graphite to Japan', '1970-01-01T00:00:00.000Z')] },
    {
      at: '2026-05-12T02:30:00.000Z',
      news: [headline('China to require export licences for graphite', '2023-10-20T06:00:00.000Z')],
    },
    {
      at: day('2026-05-13'),
      news: [headline('China bans exports of graphite to Japan from today', '2026-05-20T00:00:00.000Z')],
    },
    ...quiet('2026-05-14', '2026-05-15'),
    {
      at: day('2026-05-18'),
      news: [headline('China adds five Japanese firms to export control list', '2026-05-16T04:00:00.000Z')],
    },
    ...quiet('2026-05-21', '2026-05-22'),
  ]);
  await expect(story).toMatchFileSnapshot('histories/old-and-early-reports.txt');
});

test('graphite five days after a ban on Japan is its own story; curbs widened after a list are not', async () => {
  const graphite = itemControl(
    6,
    '2026-01-12',
    '石墨相关物项',
    ['（一）高纯度人造石墨材料及其制品（参考海关商品编号：3801100030）'],
    '本公告自2026年2月1日起正式实施。',
  );
  const story = await told([
    { at: day('2026-01-06'), ministry: [banOnJapan(1, '2026-01-06')] },
    {
      at: '2026-01-06T07:10:00.000Z',
      news: [headline('China bans exports of dual-use goods to Japan’s military', '2026-01-06T07:05:00.000Z')],
    },
    {
      at: day('2026-01-11'),
      news: [headline('China to require export licences for graphite worldwide', '2026-01-11T00:50:00.000Z')],
    },
    { at: day('2026-01-12'), ministry: [graphite] },
    ...quiet('2026-01-14', '2026-01-15', '2026-02-01'),
    { at: day('2026-02-24'), ministry: [controlList(11, '2026-02-24', [tokai, wakasa])] },
    {
      at: '2026-02-24T03:30:00.000Z',
      news: [headline('China widens export curbs on Japan, blacklisting 2 entities', '2026-02-24T03:25:00.000Z')],
    },
    { at: day('2026-02-25'), news: [headline('China widens export curbs on Japan', '2026-02-25T00:15:00.000Z')] },
    { at: day('2026-02-26'), news: [headline('China bans rare earth exports to Japan', '2026-02-26T01:00:00.000Z')] },
  ]);
  await expect(story).toMatchFileSnapshot('histories/graphite-after-the-ban.txt');
});
