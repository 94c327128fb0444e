import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { articlePage } from '../../functions/local/wire-pages.ts';
import { pathOf } from '../../functions/local/replica.ts';
import type { Source } from '../../functions/sources/source.ts';
import { announce, headline, index, press, readAnnounced, shown, sites, Telling } from './telling.ts';

const file = (name: string) =>
  readAnnounced(readFileSync(new URL(`../../functions/local/story/${name}.txt`, import.meta.url), 'utf8'));
const ban = file('2026-01');
const controlList = file('2026-11');
const watchList = file('2026-12');

const subjects = (deliveries: readonly { to: string; subject: string }[]): readonly string[] =>
  deliveries.filter(({ to }) => to.startsWith('en@')).map(({ subject }) => subject);

test('two lists on one morning are two alerts, each with all its names and its page', async () => {
  const watch = await Telling.begin([index, press], { site: 'https://watch.example' });
  await watch.learn('2026-02-23T00:00:00.000Z', { announced: [ban] });
  const told = await watch.tell({ at: '2026-02-24T03:00:00.000Z', announced: [watchList, controlList, ban] });
  await expect(shown(told)).toMatchFileSnapshot('two-lists.txt');
  expect(subjects(told)).toHaveLength(2);
  for (const { text } of told.filter(({ to }) => to.startsWith('en@'))) expect(text).toContain('20.');
});

test('a report that says what the listed make retells their list', async () => {
  const watch = await Telling.begin([index, press]);
  await watch.learn('2026-02-23T00:00:00.000Z', { announced: [ban] });
  await watch.tell({ at: '2026-02-24T03:00:00.000Z', announced: [watchList, controlList, ban] });
  const retelling = headline(
    'China puts Japanese drone makers and nuclear fuel firms on export control list',
    '2026-02-24T04:00:00.000Z',
  );
  const told = await watch.tell({ at: '2026-02-24T04:05:00.000Z', headlines: [retelling] });
  const later = await watch.tell({ at: '2026-02-27T05:00:00.000Z', headlines: [retelling] });
  expect(subjects([...told, ...later])).toEqual([]);
});

test('one announcement at three addresses is one alert', async () => {
  const watch = await Telling.begin(sites);
  await watch.learn('2026-02-23T00:00:00.000Z');
  const told = await watch.tell({ at: '2026-02-24T03:00:00.000Z', announced: [controlList], on: sites });
  expect(subjects(told)).toHaveLength(1);
});

test('a silent edit that adds a company is an alert about that company', async () => {
  const watch = await Telling.begin();
  await watch.learn('2026-02-23T00:00:00.000Z');
  await watch.tell({ at: '2026-02-24T03:00:00.000Z', announced: [controlList] });
  const edited = {
    ...controlList,
    body: `${controlList.body.replaceAll('20家', '21家')}\n21.新明和工业株式会社（ShinMaywa Industries, Ltd.）`,
  };
  const address = `www.mofcom.gov.cn${pathOf(watch.sources[0] as Source, controlList)}`;
  const told = [];
  // Five pages are read again on a poll.
  for (const minute of ['00', '05', '10', '15']) {
    const instead = { [address]: { body: articlePage(edited) } };
    told.push(...(await watch.tell({ at: `2026-02-25T03:${minute}:00.000Z`, announced: [controlList], instead })));
  }
  await expect(shown(told)).toMatchFileSnapshot('silent-edit.txt');
  expect(subjects(told)).toHaveLength(1);
});

test('a page that vanishes lifts nothing, and the operator alone hears of it', async () => {
  const watch = await Telling.begin();
  await watch.learn('2026-02-23T00:00:00.000Z');
  await watch.tell({ at: '2026-02-24T03:00:00.000Z', announced: [controlList] });
  const address = `www.mofcom.gov.cn${pathOf(watch.sources[0] as Source, controlList)}`;
  const told = [];
  for (const minute of ['00', '05', '10', '15']) {
    const instead = { [address]: { status: 404, body: '抱歉，您访问的页面不存在！' } };
    told.push(...(await watch.tell({ at: `2026-02-25T03:${minute}:00.000Z`, instead })));
  }
  expect(told.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
    'operator: [dual-use-watch] OFFICIAL SOURCE mofcom-announcements has lost a page that the journal rests on',
  ]);
});

const control = announce(
  '商务部 海关总署公告2025年第55号 公布对超硬材料相关物项实施出口管制的决定',
  '2025-10-09',
  '根据《中华人民共和国出口管制法》《中华人民共和国两用物项出口管制条例》有关规定，为维护国家安全和利益，经国务院批准，决定对下列物项实施出口管制：\n1C902.a 人造金刚石微粉（参考海关商品编号：7105101100）\n出口经营者出口上述物项应当向国务院商务主管部门申请许可。\n本公告自2025年11月8日起正式实施。',
);
const suspension = announce(
  '商务部 海关总署公告2025年第70号 关于暂停实施商务部 海关总署公告2025年第55号的公告',
  '2025-11-07',
  '经国务院批准，决定自即日起至2026年11月10日，暂停实施商务部 海关总署公告2025年第55号。',
);
const extension = announce(
  '商务部 海关总署公告2026年第60号 关于继续暂停实施商务部 海关总署公告2025年第55号的公告',
  '2026-11-05',
  '经国务院批准，决定自2026年11月11日起至2027年11月10日，继续暂停实施商务部 海关总署公告2025年第55号。',
);

test('a control is suspended, extended, and lapses; reminders follow the latest word', async () => {
  const watch = await Telling.begin();
  await watch.learn('2025-10-08T00:00:00.000Z');
  const messages: string[] = [];
  const tell = async (at: string, announced = [control]): Promise<void> => {
    messages.push(
      `════ ${at}\n${shown((await watch.tell({ at, announced })).filter(({ to }) => to.startsWith('en@')))}`,
    );
  };
  await tell('2025-10-09T03:00:00.000Z');
  await tell('2025-11-07T03:00:00.000Z', [suspension, control]);
  for (const day of ['2026-10-10', '2026-10-11', '2026-11-03'])
    await tell(`${day}T03:00:00.000Z`, [suspension, control]);
  await tell('2026-11-05T03:00:00.000Z', [extension, suspension]);
  for (const day of ['2026-11-09', '2026-11-11', '2027-11-09', '2027-11-11']) await tell(`${day}T03:00:00.000Z`, []);
  await expect(messages.join('\n')).toMatchFileSnapshot('suspended-extended-lapsed.txt');
}, 20_000);

test('a removal by name takes off those named, and leaves the rest', async () => {
  const watch = await Telling.begin();
  await watch.learn('2026-02-23T00:00:00.000Z', { announced: [watchList] });
  const told = await watch.tell({
    at: '2026-07-01T03:00:00.000Z',
    announced: [
      announce(
        '商务部公告2026年第29号 关于将有关日本实体移出关注名单的公告',
        '2026-07-01',
        '根据《中华人民共和国两用物项出口管制条例》第二十六条规定，经核实，决定自即日起将下列2家日本实体移出关注名单：\n1.日油株式会社（NOF Corporation）\n2.半井试剂株式会社（Nacalai Tesque, Inc.）',
      ),
    ],
  });
  await expect(shown(told)).toMatchFileSnapshot('partial-removal.txt');
});

const firstReport = headline(
  'China bans exports of dual-use items to Japan’s military',
  '2026-01-06T09:20:00.000Z',
  'The ministry of commerce said the ban takes effect immediately.',
);

test('the press is first, the ministry confirms', async () => {
  const watch = await Telling.begin();
  await watch.learn('2026-01-05T00:00:00.000Z');
  const reported = await watch.tell({ at: '2026-01-06T09:30:00.000Z', headlines: [firstReport] });
  const confirmed = await watch.tell({ at: '2026-01-06T11:00:00.000Z', headlines: [firstReport], announced: [ban] });
  await expect(`${shown(reported)}\n${shown(confirmed)}`).toMatchFileSnapshot('press-first.txt');
  expect([subjects(reported).length, subjects(confirmed).length]).toEqual([1, 1]);
});

test('a report that nobody confirms says so once, after 72 hours', async () => {
  const watch = await Telling.begin();
  await watch.learn('2026-01-05T00:00:00.000Z');
  await watch.tell({ at: '2026-01-06T09:30:00.000Z', headlines: [firstReport] });
  const days = ['07', '08', '09', '10', '11', '12'];
  const told = [];
  for (const day of days)
    told.push(...(await watch.tell({ at: `2026-01-${day}T01:00:00.000Z`, headlines: [firstReport] })));
  await expect(shown(told)).toMatchFileSnapshot('never-confirmed.txt');
  expect(subjects(told)).toHaveLength(1);
});

test('a list that states 20 and shows 19 is not guessed at', async () => {
  const watch = await Telling.begin();
  await watch.learn('2026-02-23T00:00:00.000Z');
  const short = { ...controlList, body: controlList.body.split('\n').slice(0, -1).join('\n') };
  const told = await watch.tell({ at: '2026-02-24T03:00:00.000Z', announced: [short] });
  await expect(shown(told)).toMatchFileSnapshot('nineteen-of-twenty.txt');
  expect(subjects(told)).toHaveLength(1);
});

test('an order without an Arabic number is known by its Chinese one', async () => {
  const watch = await Telling.begin();
  await watch.learn('2026-07-31T00:00:00.000Z');
  const order = announce(
    '中华人民共和国商务部令二〇二六年第五号 两用物项出口许可管理办法',
    '2026-08-05',
    '《两用物项出口许可管理办法》已经2026年7月20日商务部部务会议审议通过，现予公布，自2026年9月1日起施行。\n第一条　根据《中华人民共和国出口管制法》《中华人民共和国两用物项出口管制条例》，制定本办法。\n第二条　出口经营者出口两用物项，应当依照本办法申请出口许可。',
  );
  const told = await watch.tell({ at: '2026-08-05T03:00:00.000Z', announced: [order], on: [index] });
  await expect(shown(told)).toMatchFileSnapshot('order-without-number.txt');
  expect(subjects(told)).toHaveLength(1);
});
