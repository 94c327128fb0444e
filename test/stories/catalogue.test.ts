import { expect, test } from 'vitest';
import { nextYear, writeCatalogue, type WrittenCatalogue } from '../documents/annexes/written-catalogue.ts';
import { writeDocx } from '../documents/annexes/written-office.ts';
import { announce, type Moment, shown, Telling } from './telling.ts';

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
const there = (catalogue: WrittenCatalogue) => ({ [address(catalogue.year)]: { body: writeDocx(catalogue) } });
const away = { [address(2027)]: { status: 404, body: 'not found' } };

test('a catalogue is told at once, and completed when its list can be read: by what it changes against the year before', async () => {
  const watch = await Telling.begin();
  // Without the calendar, which would pass through each day of the year between.
  const told = async (moment: Moment) => {
    watch.show(moment);
    for (const source of watch.sources) await watch.handlers.poll({ source });
    await watch.handlers.notify();
    return watch.world.deliveries().filter(({ to }) => to !== 'operator');
  };
  const announced = [released(2026, 91)];
  await told({ at: '2025-12-31T00:00:00.000Z', announced, instead: there(of2026) });
  expect((await watch.handlers.readAnnex()).read).toHaveLength(1);
  for (const at of ['2025-12-31T00:10:00.000Z', '2026-01-02T00:00:00.000Z', '2026-12-30T00:00:00.000Z']) {
    await told({ at, announced, instead: there(of2026) });
  }

  const both = [released(2027, 88), ...announced];
  const early = { announced: both, instead: { ...there(of2026), ...away } };
  const first = await told({ at: '2026-12-31T08:05:00.000Z', ...early });
  for (const minute of ['08:06', '08:11', '09:56']) {
    watch.show({ at: `2026-12-31T${minute}:00.000Z`, ...early });
    expect((await watch.handlers.readAnnex()).faults).toHaveLength(1);
    expect(await told({ at: `2026-12-31T${minute}:30.000Z`, ...early })).toEqual([]);
  }

  const late = { announced: both, instead: { ...there(of2026), ...there(of2027) } };
  watch.show({ at: '2026-12-31T10:01:00.000Z', ...late });
  expect((await watch.handlers.readAnnex()).read).toHaveLength(1);
  const completed = await told({ at: '2026-12-31T10:05:00.000Z', ...late });
  await expect(`${shown(first)}\n${shown(completed)}`).toMatchFileSnapshot('catalogue-of-2027.txt');
  expect(first.filter(({ protocol }) => protocol === 'email')).toHaveLength(2);
  expect(completed.filter(({ protocol }) => protocol === 'email')).toHaveLength(2);

  expect((await watch.handlers.readAnnex()).read).toEqual([]);
  expect(await told({ at: '2026-12-31T10:10:00.000Z', ...late })).toEqual([]);
  const next = await told({ at: '2027-01-01T10:10:00.000Z', ...late });
  expect(next.filter(({ subject }) => /read|読み取/.test(subject))).toEqual([]);
}, 60_000);
