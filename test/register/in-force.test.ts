import { expect, test } from 'vitest';
import type { Document, DocumentId } from '../../functions/documents/document.ts';
import { fingerprintOf } from '../../functions/documents/fingerprint.ts';
import { interpret } from '../../functions/findings/interpret.ts';
import { rowsOn, standingIn } from '../../functions/local/register-table.ts';
import type { Change } from '../../functions/register/change.ts';
import { compare } from '../../functions/register/compare.ts';
import { dueBetween, dueOn } from '../../functions/register/due.ts';
import { replay } from '../../functions/register/replay.ts';
import { addDays, type BeijingDate, startOf } from '../../functions/time.ts';

const day = (text: string): BeijingDate => text as BeijingDate;

function official(title: string, publishedOn: string, text: string): Document {
  return {
    id: title as DocumentId,
    fingerprint: fingerprintOf(title, text),
    source: 'mofcom-announcements',
    publisher: '商务部',
    authority: 'official',
    language: 'zh',
    url: 'https://www.mofcom.gov.cn/zcfb/blgg/gg/2025/art/2025/art_0123456789abcdef0123456789abcdef.html',
    title,
    text,
    publishedOn: day(publishedOn),
  };
}

/** The journal of documents read in their order. */
function journalOf(documents: readonly Document[]): readonly Change[] {
  const changes: Change[] = [];
  for (const document of documents) {
    const reading = interpret(document);
    if (reading.kind === 'silent') throw new Error(`${document.title} is read as nothing`);
    const draft = compare(replay(changes), reading.finding, startOf(document.publishedOn ?? day('2026-01-01')));
    if (draft) changes.push({ number: changes.length + 1, ...draft });
  }
  return changes;
}

const control = (number: number, what: string, from: string, joint = true): Document =>
  official(
    `商务部${joint ? ' 海关总署' : ''}公告2025年第${number}号 公布对${what}实施出口管制的决定`,
    '2025-10-09',
    `根据《中华人民共和国出口管制法》《中华人民共和国两用物项出口管制条例》有关规定，经国务院批准，决定对${what}实施出口管制。未经许可，不得出口。\n本公告自${from}正式实施。`,
  );

const six = [
  control(55, '超硬材料相关物项', '2025年11月8日起'),
  control(56, '部分稀土设备和原辅料相关物项', '2025年11月8日起'),
  control(57, '部分中重稀土相关物项', '2025年11月8日起'),
  control(58, '锂电池和人造石墨负极材料相关物项', '2025年11月8日起'),
  control(61, '境外相关稀土物项', '公布之日起', false),
  control(62, '稀土相关技术', '公布之日起', false),
];
const suspension = official(
  '商务部 海关总署公告2025年第70号 公布暂停实施商务部 海关总署公告2025年第55号、56号、57号、58号及商务部公告2025年第61号、62号的决定',
  '2025-11-07',
  '经批准，自即日起至2026年11月10日，暂停实施商务部 海关总署公告2025年第55号、56号、57号、58号及商务部公告2025年第61号、62号。',
);
const ban = official(
  '商务部公告2026年第1号 关于加强两用物项对日本出口管制的公告',
  '2026-01-06',
  '禁止所有两用物项对日本军事用户、军事用途，以及一切有助于提升日本军事实力的其他最终用户用途出口。\n本公告自公布之日起正式实施。',
);
const list = (number: number, name: string): Document =>
  official(
    `商务部公告2026年第${number}号 公布将2家日本实体列入${name}`,
    '2026-02-24',
    `决定将2家日本实体列入${name}（见附件）。\n本公告自公布之日起正式实施。\n附件\n1.甲${number}株式会社（A${number} Co., Ltd.）\n2.乙${number}株式会社（B${number} Co., Ltd.）`,
  );
const history = journalOf([...six, suspension, ban, list(11, '出口管制管控名单'), list(12, '关注名单')]);

const standingsOn = (on: string): readonly string[] =>
  rowsOn(history, day(on)).map(
    ({ announcement, standing, parties }) =>
      `${announcement} ${standingIn(standing)}${parties.length > 0 ? `, ${parties.length} parties` : ''}`,
  );
const sixAs = (standing: string): readonly string[] =>
  ['55', '56', '57', '58', '61', '62'].map((number) => `mofcom/2025/${number} ${standing}`);

test.each([
  [
    '2025-10-10',
    ['55', '56', '57', '58']
      .map((number) => `mofcom/2025/${number} announced, from 2025-11-08`)
      .concat('mofcom/2025/61 in force', 'mofcom/2025/62 in force'),
  ],
  // Suspended on the eve of their first day: they never took effect.
  [
    '2025-11-08',
    ['61', '62', '55', '56', '57', '58'].map((number) => `mofcom/2025/${number} suspended until 2026-11-10`),
  ],
  ['2026-01-06', [...sixAs('suspended until 2026-11-10'), 'mofcom/2026/1 in force']],
  [
    '2026-02-24',
    [
      ...sixAs('suspended until 2026-11-10'),
      'mofcom/2026/1 in force',
      'mofcom/2026/11 in force, 2 parties',
      'mofcom/2026/12 in force, 2 parties',
    ],
  ],
  [
    '2026-11-09',
    [
      ...sixAs('suspended until 2026-11-10'),
      'mofcom/2026/1 in force',
      'mofcom/2026/11 in force, 2 parties',
      'mofcom/2026/12 in force, 2 parties',
    ],
  ],
  [
    '2026-11-11',
    [
      ...sixAs('in force'),
      'mofcom/2026/1 in force',
      'mofcom/2026/11 in force, 2 parties',
      'mofcom/2026/12 in force, 2 parties',
    ],
  ],
])('what was in force on %s', (on, expected) => {
  expect([...standingsOn(on)].sort()).toEqual([...expected].sort());
});

const kindsOn = (changes: readonly Change[], on: string): readonly string[] =>
  (dueOn(replay(changes), day(on), startOf(day(on)))?.effects ?? []).map(({ kind }) => kind);

test('a suspension is recalled 90, 30, 7 and 1 days before its last day, and lapses on the day after it', () => {
  const arrivals = dueBetween(replay(history), day('2025-11-08'), day('2026-12-31'));
  const days = Map.groupBy(arrivals, ([on, effect]) => `${on} ${effect.kind}`);
  expect([...days].map(([when, effects]) => `${when} × ${effects.length}`)).toEqual([
    '2026-08-12 ends-soon × 6',
    '2026-10-11 ends-soon × 6',
    '2026-11-03 ends-soon × 6',
    '2026-11-09 ends-soon × 6',
    '2026-11-11 lapsed × 6',
  ]);
});

test('an extension before the end cancels the reminders and the lapse', () => {
  const extension = official(
    '商务部公告2026年第60号 关于继续暂停实施商务部公告2025年第61号、62号的公告',
    '2026-11-09',
    '经批准，自2026年11月11日起至2027年11月10日，继续暂停实施商务部公告2025年第61号、62号。',
  );
  const changes = journalOf([...six, suspension, extension]);
  expect(changes.at(-1)?.effects.map(({ kind }) => kind)).toEqual(['extended', 'extended']);
  expect(kindsOn(changes, '2026-11-09')).toEqual(['ends-soon', 'ends-soon', 'ends-soon', 'ends-soon']);
  expect(kindsOn(changes, '2026-11-11')).toEqual(['lapsed', 'lapsed', 'lapsed', 'lapsed']);
  expect(kindsOn(changes, '2027-11-11')).toEqual(['lapsed', 'lapsed']);
});

test('a day asked about twice is told once', () => {
  const due = dueOn(replay(history), day('2026-11-11'), startOf(day('2026-11-11')));
  if (!due) throw new Error('nothing is due');
  const changes = [...history, { number: history.length + 1, ...due }];
  expect(dueOn(replay(changes), day('2026-11-11'), startOf(day('2026-11-11')))).toBeUndefined();
});

test('leap days and year ends are days like others', () => {
  const short = official(
    '商务部公告2027年第9号 关于暂停实施商务部公告2025年第61号的公告',
    '2027-12-02',
    '经批准，自即日起至2028年2月29日，暂停实施商务部公告2025年第61号。',
  );
  const changes = journalOf([six[4] as Document, short]);
  const when = dueBetween(replay(changes), addDays(day('2027-12-02'), 1), day('2028-12-31')).map(
    ([on, { kind }]) => `${on} ${kind}`,
  );
  expect(when).toEqual(['2028-01-30 ends-soon', '2028-02-22 ends-soon', '2028-02-28 ends-soon', '2028-03-01 lapsed']);
});

test('years read out of order come to the same register', () => {
  const late = journalOf([suspension, ...six]);
  expect(rowsOn(late, day('2026-01-06')).map(({ standing }) => standing.kind)).toEqual(Array(6).fill('suspended'));
});

test('what is suspended without ever having been read is in the register, and says so', () => {
  const without = journalOf([...six.filter(({ title }) => !title.includes('第57号')), suspension]);
  const rowOn = (on: string) => rowsOn(without, day(on)).find(({ measure }) => measure === 'mofcom/2025/57');
  expect(rowOn('2025-11-06')).toBeUndefined();
  expect(rowOn('2026-11-09')).toMatchObject({ instrument: 'not read', until: '2026-11-10', evidence: 'official' });
  expect(standingIn(rowOn('2026-11-11')?.standing ?? { kind: 'announced', from: day('2030-01-01') })).toBe('in force');
  const lifting = official(
    '商务部 海关总署公告2026年第80号 公布停止实施商务部 海关总署公告2025年第57号的决定',
    '2026-05-06',
    '经批准，自即日起停止实施商务部 海关总署公告2025年第57号公布的对部分中重稀土相关物项实施出口管制的决定。',
  );
  const ended = journalOf([...six.filter(({ title }) => !title.includes('第57号')), suspension, lifting]);
  expect(rowsOn(ended, day('2026-05-07')).find(({ measure }) => measure === 'mofcom/2025/57')?.standing.kind).toBe(
    'lifted',
  );
  expect(rowsOn(history, day('2026-11-09')).filter(({ instrument }) => instrument === 'not read')).toEqual([]);
});

test('a yearly catalogue is not known to hold beyond its year, and the next one takes its place', () => {
  const catalogueOf = (number: number, publishedOn: string, year: number): Document =>
    official(
      `商务部 海关总署公告${publishedOn.slice(0, 4)}年第${number}号 关于发布${year}年度《两用物项和技术进出口许可证管理目录》的公告`,
      publishedOn,
      `商务部和海关总署对《两用物项和技术进出口许可证管理目录》进行了调整，现将调整后的《两用物项和技术进出口许可证管理目录》予以公布。\n本公告自${year}年1月1日起正式实施。`,
    );
  const first = catalogueOf(66, '2023-12-29', 2024);
  const standing = (documents: readonly Document[], on: string): readonly string[] =>
    rowsOn(journalOf(documents), day(on)).map(({ standing: one }) => standingIn(one));
  expect(standing([first], '2024-12-31')).toEqual(['in force']);
  expect(standing([first], '2026-11-25')).toEqual(['not known since 2025-01-01']);
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const both = [first, catalogueOf(67, '2024-12-31', 2025)];
    const read = order.flatMap((i) => both[i] ?? []);
    expect([...standing(read, '2025-03-01')].sort()).toEqual(['in force', 'lifted on 2025-01-01']);
  }
});

test('what the unified list took over is continued by it, whichever was read first', () => {
  const list = official(
    '商务部 工业和信息化部 海关总署 国家密码局公告2024年第51号 关于发布《中华人民共和国两用物项出口管制清单》的公告',
    '2024-11-15',
    '根据《中华人民共和国出口管制法》有关规定，现公布《中华人民共和国两用物项出口管制清单》（见附件1），自2024年12月1日起实施。',
  );
  const antimony = official(
    '商务部 海关总署公告2024年第33号 关于对锑等物项实施出口管制的公告',
    '2024-08-15',
    '经国务院批准，决定对下列物项实施出口管制：\n一、满足以下特性的物项，未经许可，不得出口：\n1.锑矿及原料（参考海关商品编号：2617101000）\n二、本公告自2024年9月15日起正式实施。',
  );
  for (const read of [
    [antimony, list],
    [list, antimony],
  ]) {
    const restriction = [...replay(journalOf(read)).restrictions.values()].find(({ id }) => id === 'mofcom/2024/33');
    expect(restriction?.lifted).toMatchObject({ on: '2024-12-01', continuedBy: 'mofcom/2024/51' });
  }
});
