import { expect, test, vi } from 'vitest';
import type { Announced } from '../../functions/local/wire-pages.ts';
import { announce, index, mirror } from './telling.ts';
import { controlList, copyOf, itemControl, names, removal, repeal, suspension } from './texts.ts';
import { day, quiet, told } from './told.ts';

vi.setConfig({ testTimeout: 60_000 });

test('a suspension is extended one day before its end, by two texts that both stand at two stamps', async () => {
  const diamonds = itemControl(
    55,
    '2025-10-09',
    '超硬材料相关物项',
    ['（一）1C902.a 人造金刚石微粉（参考海关商品编号：7105101100）'],
    '本公告自2025年11月8日起正式实施。',
  );
  const batteries = itemControl(
    58,
    '2025-10-09',
    '锂电池和人造石墨负极材料相关物项',
    ['（一）3A901.a 可充放电锂离子电池（参考海关商品编号：8507600010）'],
    '本公告自2025年11月8日起正式实施。',
  );
  const pause = suspension(70, '2025-11-07', '暂停', [55, 58], '2026-11-10');
  const longer = suspension(81, '2026-11-09', '继续暂停', [55, 58], '2027-11-10');
  const story = await told([
    { at: day('2025-10-09'), ministry: [diamonds, batteries] },
    { at: day('2025-11-07'), ministry: [pause] },
    { at: '2025-11-07T07:00:00.000Z', copies: [copyOf(pause, '2025-11-10')] },
    ...quiet('2025-11-08', '2026-08-12', '2026-10-11', '2026-11-03'),
    { at: '2026-11-08T16:10:00.000Z' },
    { at: '2026-11-09T08:30:00.000Z', ministry: [longer] },
    { at: '2026-11-09T08:45:00.000Z', copies: [copyOf(longer, '2026-11-10')] },
    ...quiet('2026-11-10', '2026-11-11', '2027-08-12'),
  ]);
  await expect(story).toMatchFileSnapshot('histories/extended-at-two-stamps.txt');
  expect(story).not.toContain('lapsed');
});

const [tokai, wakasa, hokuriku] = names;
const chikushi = '筑紫光学株式会社（Chikushi Optics Co., Ltd.）';

test('who was taken off a list is put on another, and a late copy of the first list brings nobody back', async () => {
  const list = controlList(31, '2026-03-02', [tokai, wakasa, hokuriku]);
  const story = await told([
    { at: day('2026-03-02'), ministry: [list] },
    { at: day('2026-06-15'), ministry: [removal(52, '2026-06-15', 31, [tokai, hokuriku])] },
    { at: day('2026-09-01'), ministry: [controlList(77, '2026-09-01', [tokai, chikushi])] },
    { at: day('2026-09-02'), copies: [copyOf(list, '2026-09-02')] },
  ]);
  await expect(story).toMatchFileSnapshot('histories/delisted-and-relisted.txt');
});

test('an edit is taken back, and made again; a mirror that follows says nothing new', async () => {
  const [a, b] = [
    controlList(40, '2026-04-21', [tokai, wakasa]),
    controlList(40, '2026-04-21', [tokai, wakasa, chikushi]),
  ];
  const copy = (of: Announced): Announced => copyOf(of, '2026-04-22');
  const story = await told([
    { at: day('2026-04-21'), ministry: [a] },
    { at: '2026-04-21T03:00:00.000Z', copies: [copy(a)] },
    { at: day('2026-04-22'), edits: [[index, a, b]] },
    { at: day('2026-04-23'), edits: [[mirror, copy(a), copy(b)]] },
    { at: day('2026-04-24'), edits: [[index, a, a]] },
    { at: day('2026-04-25'), edits: [[mirror, copy(a), copy(a)]] },
    { at: day('2026-04-27'), edits: [[index, a, b]] },
    { at: day('2026-04-28'), edits: [[mirror, copy(a), copy(b)]] },
    { at: day('2026-04-29'), edits: [[index, a, { ...b, body: `${b.body}\n浏览次数：10234` }]] },
    { at: day('2026-04-30'), edits: [[index, a, { ...b, body: `${b.body}\n浏览次数：10311` }]] },
  ]);
  await expect(story).toMatchFileSnapshot('histories/edit-and-back.txt');
});

test('a suspension is read before what it suspends', async () => {
  const diamonds = itemControl(
    55,
    '2025-10-09',
    '超硬材料相关物项',
    ['（一）1C902.a 人造金刚石微粉（参考海关商品编号：7105101100）'],
    '本公告自2025年11月8日起正式实施。',
  );
  const pause = suspension(70, '2025-11-07', '暂停', [55, 56], '2026-11-10');
  const story = await told([
    { at: day('2025-11-07'), ministry: [pause] },
    { at: day('2025-11-09'), ministry: [diamonds] },
    { at: '2025-11-09T02:30:00.000Z', copies: [copyOf(pause, '2025-11-10')] },
    ...quiet('2026-08-12', '2026-10-11', '2026-11-03', '2026-11-09', '2026-11-11'),
  ]);
  await expect(story).toMatchFileSnapshot('histories/suspension-read-first.txt');
});

test('three repeals: by the text that replaces, by one of its own, and of what was never read', async () => {
  const sand = '高纯石英砂，二氧化硅含量不低于99.998%（参考海关商品编号：2505100010）';
  const aramid = itemControl(
    90,
    '2024-12-03',
    '对位芳纶相关物项',
    ['（一）对位芳纶短纤维（参考海关商品编号：5503111000）'],
    '本公告自2025年1月1日起正式实施。',
  );
  const story = await told([
    {
      at: day('2026-02-10'),
      ministry: [
        itemControl(15, '2026-02-10', '高纯石英砂相关物项', [`（一）${sand}`], '本公告自公布之日起正式实施。'),
      ],
    },
    {
      at: day('2026-03-10'),
      ministry: [
        itemControl(
          22,
          '2026-03-10',
          '锆相关物项',
          ['（一）海绵锆（参考海关商品编号：8109210010）'],
          '本公告自公布之日起正式实施。',
        ),
      ],
    },
    {
      at: day('2026-05-20'),
      ministry: [
        itemControl(
          41,
          '2026-05-20',
          '石英相关物项',
          [`（一）${sand}`, '（二）熔融石英坩埚（参考海关商品编号：6903900010）'],
          '本公告自2026年6月1日起正式实施。商务部 海关总署公告2026年第15号同时废止。',
        ),
      ],
    },
    ...quiet('2026-06-01'),
    { at: day('2026-07-01'), ministry: [repeal(55, '2026-07-01', '商务部 海关总署公告2026年第22号')] },
    { at: day('2026-09-10'), ministry: [repeal(66, '2026-09-10', '商务部 海关总署公告2024年第90号')] },
    { at: day('2026-09-14'), copies: [copyOf(aramid, '2024-12-03')] },
  ]);
  await expect(story).toMatchFileSnapshot('histories/three-repeals.txt');
});

test('a page is renumbered, the true bearer of its first number appears, and a stale copy says nothing', async () => {
  const names = [tokai, wakasa, hokuriku];
  const [wrong, right] = [controlList(11, '2026-02-24', names), controlList(12, '2026-02-24', names)];
  const watchList = announce(
    '商务部公告2026年第11号 公布将1家日本实体列入关注名单',
    '2026-02-24',
    '根据《中华人民共和国出口管制法》和《中华人民共和国两用物项出口管制条例》等法律法规有关规定，鉴于无法核实其两用物项最终用户、最终用途，决定将1家日本实体列入关注名单（见附件）。\n本公告自公布之日起正式实施。\n附件：关注名单\n1.备前化学株式会社（Bizen Chemical Co., Ltd.）',
  );
  const story = await told([
    { at: day('2026-02-24'), ministry: [wrong] },
    { at: day('2026-02-25'), edits: [[index, wrong, right]] },
    { at: '2026-02-25T03:00:00.000Z', ministry: [watchList] },
    { at: day('2026-02-26'), copies: [copyOf(wrong, '2026-02-26')] },
    { at: day('2026-08-03'), ministry: [removal(63, '2026-08-03', 12, [wakasa])] },
  ]);
  await expect(story).toMatchFileSnapshot('histories/renumbered.txt');
});

test('a copy follows its original to another number and tells nothing; one that goes there first is a copy that differs', async () => {
  const copy = (of: Announced): Announced => copyOf(of, '2026-02-25');
  const [wrong, right] = [
    controlList(11, '2026-02-24', [tokai, wakasa]),
    controlList(12, '2026-02-24', [tokai, wakasa]),
  ];
  const [first, second] = [controlList(31, '2026-03-09', [chikushi]), controlList(32, '2026-03-09', [chikushi])];
  const story = await told([
    { at: day('2026-02-24'), ministry: [wrong] },
    { at: '2026-02-24T03:00:00.000Z', copies: [copy(wrong)] },
    { at: day('2026-02-25'), edits: [[index, wrong, right]] },
    { at: day('2026-03-02'), ministry: [removal(20, '2026-03-02', 12, [wakasa])] },
    { at: day('2026-03-03'), edits: [[mirror, copy(wrong), copy(right)]] },
    { at: day('2026-03-09'), ministry: [first] },
    { at: '2026-03-09T03:00:00.000Z', copies: [copyOf(first, '2026-03-10')] },
    { at: day('2026-03-11'), edits: [[mirror, copyOf(first, '2026-03-10'), copyOf(second, '2026-03-10')]] },
    { at: day('2026-03-12'), edits: [[index, first, second]] },
  ]);
  await expect(story).toMatchFileSnapshot('histories/copy-of-a-renumbered-page.txt');
});

test('one announcement begins on three days, and a part of it is suspended before its own', async () => {
  const staged = itemControl(
    74,
    '2026-10-12',
    '芳纶、石英等相关物项',
    [
      '（一）对位芳纶短纤维（参考海关商品编号：5503111000）',
      '（二）高纯石英砂（参考海关商品编号：2505100010）',
      '（三）用于制备前两项物项的技术及其载体',
    ],
    '本公告第一条第（一）项自公布之日起实施，第一条第（二）项自2026年11月15日起实施，第一条第（三）项自2027年1月1日起实施。',
  );
  const part = announce(
    '商务部 海关总署公告2026年第92号 关于暂停实施商务部 海关总署公告2026年第74号部分内容的公告',
    '2026-12-18',
    '经国务院批准，决定自2026年12月20日起至2027年6月30日，暂停实施商务部 海关总署公告2026年第74号第一条第（三）项。',
  );
  const story = await told([
    { at: day('2026-10-12'), ministry: [staged] },
    { at: '2026-10-12T02:30:00.000Z', copies: [copyOf(staged, '2026-10-13')] },
    ...quiet('2026-11-15'),
    { at: day('2026-12-18'), ministry: [part] },
    ...quiet('2027-01-01', '2027-04-01', '2027-05-31', '2027-06-23', '2027-06-29', '2027-07-01'),
  ]);
  await expect(story).toMatchFileSnapshot('histories/three-days-of-effect.txt');
});
