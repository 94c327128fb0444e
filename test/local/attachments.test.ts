import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { ordinaryNotices, startReplica } from '../../functions/local/replica.ts';
import type { Announced } from '../../functions/local/wire-pages.ts';
import type { Answer } from '../../functions/screening/answer.ts';
import { catalogue } from '../../functions/sources/catalogue.ts';
import type { Source } from '../../functions/sources/source.ts';
import type { BeijingDate } from '../../functions/time.ts';
import { layouts } from '../documents/annexes/layouts.ts';
import { printed } from '../documents/annexes/make-pdf.ts';
import { writeCatalogue, type WrittenCatalogue } from '../documents/annexes/written-catalogue.ts';
import { writeDocx } from '../documents/annexes/written-office.ts';
import { announce } from '../stories/telling.ts';

// Node 22 says of its own SQLite and of TypeScript that they are experiments.
const quiet = '--disable-warning=ExperimentalWarning';
const folder = mkdtempSync(join(tmpdir(), 'attachments-'));
const index = catalogue.find(({ id }) => id === 'mofcom-announcements') as Source;

/** Runs a command as npm does. */
async function command(name: string, args: readonly string[], env: Record<string, string>) {
  const file = new URL(`../../functions/local/${name}.ts`, import.meta.url).pathname;
  const child = spawn(process.execPath, [quiet, file, ...args], { cwd: folder, env: { ...process.env, ...env } });
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, error };
}

/** A small list whose first material bears a code of its own. */
function listOf(year: number, code: string): WrittenCatalogue {
  const written = writeCatalogue(year, year, 12);
  const isMaterial = ({ entries }: (typeof written.exports)[number]): boolean =>
    entries.some((entry) => entry.code.startsWith('1C'));
  const exports = written.exports.map((section) =>
    isMaterial(section)
      ? {
          ...section,
          entries: section.entries.map((entry, i) =>
            i === 0 ? { ...entry, code, name: '钨镍铁合金', hsCodes: ['8101991000'] } : entry,
          ),
        }
      : section,
  );
  return { ...written, exports };
}

const controlList = announce(
  '商务部 海关总署公告2024年第51号 公布《中华人民共和国两用物项出口管制清单》',
  '2024-11-15',
  '根据《中华人民共和国出口管制法》《中华人民共和国两用物项出口管制条例》，经国务院批准，现公布《中华人民共和国两用物项出口管制清单》，自2024年12月1日起实施。',
  ['中华人民共和国两用物项出口管制清单.docx'],
);
const catalogueOf = (year: number, number: number): Announced =>
  announce(
    `商务部 海关总署公告${year - 1}年第${number}号 关于发布《两用物项和技术进出口许可证管理目录》的公告`,
    `${year - 1}-12-31`,
    `根据《中华人民共和国出口管制法》，现发布《两用物项和技术进出口许可证管理目录》，自${year}年1月1日起执行。`,
    [`目录（${year}年）.pdf`],
  );

const addressOf = (announced: Announced): string =>
  `www.mofcom.gov.cn/cms_files/filemanager/1077459795/attach/${encodeURIComponent(announced.attachments?.[0] ?? '')}`;

test('backfill reads the attached lists of past years, so that a code has its answer', async () => {
  const [layout] = layouts;
  if (!layout) throw new Error('no layout');
  const years = [listOf(2025, '1C004'), listOf(2026, '1C004')] as const;
  const [of2025, of2026] = await printed(years.map((written) => ({ layout, catalogue: written })));
  const announced = [controlList, catalogueOf(2025, 70), catalogueOf(2026, 91)] as const;
  const replica = await startReplica();
  onTestFinished(() => replica.close());
  replica.show({
    sources: [index],
    announced: {
      [index.id]: [
        ...announced.toReversed(),
        ...ordinaryNotices(5, '2026-02-01' as BeijingDate),
        ...ordinaryNotices(5, '2025-06-01' as BeijingDate),
        ...ordinaryNotices(5, '2024-06-01' as BeijingDate),
      ],
    },
    headlines: {},
    instead: {
      [addressOf(controlList)]: { body: writeDocx(listOf(2024, '1C005')) },
      [addressOf(announced[1])]: { body: of2025 ?? '' },
      [addressOf(announced[2])]: { body: of2026 ?? '' },
    },
  });
  const env = { WATCH_REPLICA: replica.address, WATCH_CLOCK: '2026-03-01T00:00:00Z' };
  expect(await command('backfill', ['--from', '2024'], env)).toEqual({
    out: [
      'starter register: 32 measures entered\n',
      'mofcom-announcements-2024: 7 pages and 2 attachments read, 4 changes recorded\n',
      'mofcom-announcements-2025: 6 pages and 1 attachment read, 2 changes recorded\n',
      'mofcom-announcements-2026: 5 pages read, 0 changes recorded\n',
      'starter register: 30 measures still compiled, the text not read\n',
    ].join(''),
    error: '',
  });
  const again = (await command('backfill', ['--from', '2025'], env)).out.split('\n');
  for (const year of [2025, 2026])
    expect(again).toContain(`mofcom-announcements-${year}: 0 pages read, 0 changes recorded`);
  const questions = ['1C004', '1C005', '8101991000', '--only-read', '--json'];
  const { out } = await command('ask', questions, { ...env, WATCH_CLOCK: '2026-03-02T00:00:00Z' });
  const matches = (JSON.parse(out) as readonly Answer[]).map((answer) =>
    answer.matches.map(({ measure, standing }) => `${measure} ${standing.kind}`),
  );
  const [list, before, now] = ['mofcom/2024/51 in-force', 'mofcom/2024/70 lifted', 'mofcom/2025/91 in-force'];
  expect(matches).toEqual([[before, now], [list], [list, before, now]]);
}, 60_000);

test('one poll reads an attachment, too, and tells the list after the announcement', async () => {
  const replica = await startReplica();
  onTestFinished(() => replica.close());
  const show = (...announced: readonly Announced[]): void => {
    replica.show({
      sources: [index],
      announced: { [index.id]: [...announced, ...ordinaryNotices(5, '2026-02-01' as BeijingDate)] },
      headlines: {},
      instead: { [addressOf(list)]: { body: writeDocx(listOf(2026, '1C004')) } },
    });
  };
  const list = { ...catalogueOf(2027, 88), publishedOn: '2026-03-01' as BeijingDate };
  writeFileSync(join(folder, 'catalogue.json'), JSON.stringify([index]));
  const poll = (minute: string) =>
    command('poll-once', ['--catalogue', 'catalogue.json', '--state', 'once'], {
      WATCH_REPLICA: replica.address,
      WATCH_CLOCK: `2026-03-01T02:${minute}:00Z`,
    });
  show();
  expect(await poll('00')).toEqual({ out: '', error: '' });
  show(list);
  const { out, error } = await poll('10');
  expect(error).toBe('');
  const [first = '', second = '', ...more] = out.trim().split('\n');
  expect(first).toMatch(/China changes its dual-use licence catalogue from 1 Jan 2027.*#1$/);
  expect(second).toMatch(/88(?:\/| of )2026.*#2$/);
  expect(more).toEqual([]);
  expect(await poll('20')).toEqual({ out: '', error: '' });
}, 60_000);
