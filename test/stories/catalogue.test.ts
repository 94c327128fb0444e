import { expect, test } from 'vitest';
import type { Delivery } from '../../functions/local/world.ts';
import { nextYear, writeCatalogue, type WrittenCatalogue } from '../documents/annexes/written-catalogue.ts';
import { writeDocx } from '../documents/annexes/written-office.ts';
import { announce, index, type Moment, shown, Telling } from './telling.ts';

const file = (year: number): string => `两用物项和技术进出口许可证管理目录（${year}年）.docx`;
const address = (year: number): string =>
  `www.mofcom.gov.cn/cms_files/filemanager/1077459795/attach/${encodeURIComponent(file(year))}`;

const released = (year: number, number: number) =>
  announce(
    `商务部 海关总署公告${year - 1}年第${number}号 关于发布《两用物项和技术进出口许可证管理目录》的公告`,
    `${year - 1}-12-31`,
    `根据《中华人民共和国出口管制法》《中华人民共和国两用物项出口管制条例》，现发布《两用物项和技术进出口许可证管理目录》，自${year}年1月1日起执行。商务部、海关总署原目录同时废止。`,
    [file(year)],
  );

const of2026 = writeCatalogue(2026, 26, 90);
const of2027 = nextYear(of2026, 2027);
const there = (catalogue: WrittenCatalogue, year = catalogue.year) => ({
  [address(year)]: { body: writeDocx(catalogue) },
});
const away = { [address(2027)]: { status: 404, body: 'not found' } };
const before = [released(2026, 91)];
const both = [released(2027, 88), ...before];

/** A watch that has read the catalogue for 2026. */
async function reader(sources?: readonly string[]) {
  const watch = await Telling.begin(sources);
  // Without the calendar, which would pass through each day of the year between.
  const told = async (moment: Moment): Promise<readonly Delivery[]> => {
    watch.show(moment);
    for (const source of watch.sources) await watch.handlers.poll({ source });
    await watch.handlers.notify();
    return watch.world.deliveries().filter(({ to }) => to !== 'operator');
  };
  /** Has attachments read at a moment, then polls. */
  const readThenTold = async (moment: Moment) => {
    watch.show(moment);
    const report = await watch.handlers.readAnnex();
    return { report, mails: (await told(moment)).filter(({ protocol }) => protocol === 'email') };
  };
  await told({ at: '2025-12-31T00:00:00.000Z', announced: before, instead: there(of2026) });
  expect((await watch.handlers.readAnnex()).read).toHaveLength(1);
  for (const at of ['2025-12-31T00:10:00.000Z', '2026-01-02T00:00:00.000Z', '2026-12-30T00:00:00.000Z']) {
    await told({ at, announced: before, instead: there(of2026) });
  }
  return { watch, told, readThenTold };
}

test('a catalogue is told at once, and completed when its list can be read: by what it changes against the year before', async () => {
  const { watch, told, readThenTold } = await reader();
  const early = { announced: both, instead: { ...there(of2026), ...away } };
  const first = await told({ at: '2026-12-31T08:05:00.000Z', ...early });
  for (const minute of ['08:06', '08:11', '09:56']) {
    const { report, mails } = await readThenTold({ at: `2026-12-31T${minute}:00.000Z`, ...early });
    expect([report.faults.length, mails]).toEqual([1, []]);
  }
  const late = { announced: both, instead: { ...there(of2026), ...there(of2027) } };
  watch.show({ at: '2026-12-31T10:01:00.000Z', ...late });
  expect((await watch.handlers.readAnnex()).read).toHaveLength(1);
  const completed = await told({ at: '2026-12-31T10:05:00.000Z', ...late });
  await expect(`${shown(first)}\n${shown(completed)}`).toMatchFileSnapshot('catalogue-of-2027.txt');
  expect(first.filter(({ protocol }) => protocol === 'email')).toHaveLength(2);
  expect(completed.filter(({ protocol }) => protocol === 'email')).toHaveLength(2);

  expect(await readThenTold({ at: '2026-12-31T10:10:00.000Z', ...late })).toMatchObject({
    report: { read: [] },
    mails: [],
  });
  const next = await told({ at: '2027-01-01T10:10:00.000Z', ...late });
  expect(next.filter(({ subject }) => /read|読み取/.test(subject))).toEqual([]);
}, 120_000);

test('a copy of the page at a second address, and its attachment, add nothing', async () => {
  const releases = 'mofcom-policy-releases';
  const { readThenTold } = await reader([index, releases]);
  const copied = { announced: both, on: [index, releases] };
  const early = { ...there(of2026), ...away };
  const late = { ...there(of2026), ...there(of2027) };
  const moments = [
    { at: '2026-12-31T08:05:00.000Z', announced: both, instead: early },
    { at: '2026-12-31T08:10:00.000Z', ...copied, instead: early },
    { at: '2026-12-31T09:55:00.000Z', ...copied, instead: early },
    { at: '2026-12-31T10:05:00.000Z', ...copied, instead: late },
    { at: '2026-12-31T10:10:00.000Z', ...copied, instead: late },
    { at: '2026-12-31T10:15:00.000Z', ...copied, instead: late },
    { at: '2027-01-02T01:00:00.000Z', ...copied, instead: late },
    { at: '2027-01-03T02:00:00.000Z', ...copied, instead: late },
  ];
  const subjects: (readonly string[])[] = [];
  for (const moment of moments) {
    const { mails } = await readThenTold(moment);
    subjects.push(mails.filter(({ to }) => to.startsWith('en')).map(({ subject }) => subject));
  }
  expect(subjects).toEqual([
    [expect.stringContaining('China changes its dual-use licence catalogue')],
    [],
    [],
    [expect.stringContaining('Catalogue vs 2026')],
    [],
    [],
    [],
    [],
  ]);
}, 120_000);

test('a list that is replaced at its address is told as an edit, by what it changes; what cannot be read replaces nothing', async () => {
  const { readThenTold } = await reader();
  const now = { ...there(of2026), ...there(of2027) };
  await readThenTold({ at: '2026-12-31T08:05:00.000Z', announced: both, instead: now });
  const first = await readThenTold({ at: '2026-12-31T08:10:00.000Z', announced: both, instead: now });
  expect(first.mails.map(({ subject }) => subject)).toEqual([
    expect.stringContaining('Catalogue vs 2026'),
    expect.stringContaining('読み取り'),
  ]);

  const unreadable = {
    ...now,
    [address(2027)]: { body: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]) },
  };
  const broken = await readThenTold({ at: '2027-01-02T00:10:00.000Z', announced: both, instead: unreadable });
  expect(broken.report.faults).toMatchObject([expect.stringContaining('what was read before stays')]);
  expect((await readThenTold({ at: '2027-01-02T17:00:00.000Z', announced: both, instead: unreadable })).mails).toEqual(
    [],
  );

  const replaced = { ...now, ...there(nextYear(of2027, 6), 2027) };
  const read = await readThenTold({ at: '2027-01-03T00:10:00.000Z', announced: both, instead: replaced });
  expect([read.report.read.length, read.mails]).toEqual([1, []]);
  // Pages are read again once a day, five a poll.
  const mails: Delivery[] = [];
  for (let minute = 0; minute < 30; minute += 5) {
    const at = `2027-01-03T17:${String(minute).padStart(2, '0')}:00.000Z`;
    mails.push(...(await readThenTold({ at, announced: both, instead: replaced })).mails);
  }
  expect(mails.map(({ subject }) => subject)).toEqual([
    '[URGENT] Catalogue replaced: 2 codes added, 2 removed, HS of 4 changed from 1 Jan 2027 #5',
    '[至急] 許可証管理目録を差し替え：追加2件、削除2件、税関商品コードの変更4件、2027年1月1日施行（商務部公告2026年第88号） #5',
  ]);
  expect(mails[0]?.text).toContain('== Codes added (2) ==');
}, 120_000);
