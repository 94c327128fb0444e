import { expect, test } from 'vitest';
import { filterPolicyOf } from '../../infra/subscribers.ts';
import { announce, index, Telling } from './telling.ts';

const items = (number: number, what: string, item: string) =>
  announce(
    `商务部 海关总署公告2026年第${number}号 公布对${what}相关物项实施出口管制的决定`,
    '2026-03-02',
    `决定对下列物项实施出口管制：\n一、${what}相关物项\n（一）${item}。\n出口经营者出口上述物项应当依照有关规定申请许可。\n本公告自公布之日起正式实施。`,
  );

test('a colleague who reads Chinese, buys graphite and wants a text message when it is urgent hears of graphite, and not of tungsten', async () => {
  const colleague = { sms: '+819087654321', language: 'zh', goods: ['graphite-batteries'] } as const;
  expect(filterPolicyOf(colleague)).toEqual({
    language: ['zh'],
    urgency: ['immediate'],
    goods: ['graphite-batteries', { exists: false }],
  });
  const watch = await Telling.begin([index], { subscribers: [colleague], languages: ['zh'] });
  await watch.learn('2026-03-01T01:00:00.000Z');
  const [graphite, tungsten] = [items(90, '石墨', '3C901.b.1.人造石墨负极材料'), items(91, '钨', '1C117.d.仲钨酸铵')];

  expect(await watch.tell({ at: '2026-03-02T03:00:00.000Z', announced: [tungsten] })).toEqual([]);
  const told = await watch.tell({ at: '2026-03-02T03:05:00.000Z', announced: [graphite, tungsten] });
  expect(told.map(({ to, protocol }) => `${protocol} ${to}`)).toEqual(['sms +819087654321']);
  expect(told[0]?.text).toMatch(/^对石墨及电池材料实施出口管制，2026-3-2起施行。商务部2026年第90号，已确认 #\d$/);
});
