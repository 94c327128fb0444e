import { expect, test } from 'vitest';
import { announce, index, Telling } from './telling.ts';

// Announcement 10 of 2025, as a text that names another day and one code fewer than what was compiled.
const text = announce(
  '商务部 海关总署公告2025年第10号 公布对钨、碲、铋、钼、铟相关物项实施出口管制的决定',
  '2025-02-04',
  '决定对下列物项实施出口管制：\n一、钨相关物项\n（一）1C117.d.仲钨酸铵（参考海关商品编号：2841801000）。\n出口经营者出口上述物项应当依照有关规定申请许可。\n本公告自2025年2月5日起正式实施。',
);

test('the operator hears once where the ministry’s text and what was compiled differ; subscribers hear nothing of it', async () => {
  const watch = await Telling.begin([index]);
  await watch.handlers.calendar({ task: 'starter' });
  await watch.learn('2025-02-03T01:00:00.000Z');

  const told = await watch.tell({ at: '2025-02-04T03:00:00.000Z', announced: [text] });
  expect(told.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
    'operator: [dual-use-watch] UNCLEAR: 1 measure read otherwise than compiled',
  ]);
  expect(told[0]?.text).toContain('MOFCOM Announcement No. 10 of 2025 (mofcom/2025/10, record #33)');
  expect(told[0]?.text).toContain('in force from: 4 Feb 2025 → 5 Feb 2025');
  expect(told[0]?.text).toMatch(/codes: \d+ removed/);
  expect(told[0]?.text).toContain('https://www.mofcom.gov.cn/');

  expect(await watch.tell({ at: '2025-02-04T03:05:00.000Z', announced: [text] })).toEqual([]);
  await watch.restart();
  expect(await watch.tell({ at: '2025-02-04T04:00:00.000Z', announced: [text] })).toEqual([]);
});
