import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { journalIn } from '../../functions/edge/journal.ts';
import { Table } from '../../functions/edge/table.ts';
import { auditFiles } from '../../functions/local/audit-folder.ts';
import { TABLE } from '../../functions/local/world.ts';
import type { BeijingDate, Instant } from '../../functions/time.ts';
import { announce, index, Telling } from './telling.ts';

const list = (number: number, day: string, name: string) =>
  announce(
    `商务部公告2026年第${number}号 公布将1家日本实体列入出口管制管控名单`,
    day,
    `决定将1家日本实体列入出口管制管控名单。本公告自公布之日起正式实施。\n附件\n1.${name}株式会社（${name} Co., Ltd.）`,
  );

const audit = async (on: string, knownBy: string) => {
  const table = new Table(TABLE);
  const changes = (await journalIn(table).changes()).filter(({ observedAt }) => observedAt <= knownBy);
  const files = await auditFiles(changes, table, on as BeijingDate, knownBy as Instant);
  return new Map([...files].map(([path, content]) => [path, Buffer.from(content).toString()]));
};

test('an audit says when, in which languages and to how many was told, and how the sources stood; what was not kept it does not invent', async () => {
  const watch = await Telling.begin([index]);
  await watch.learn('2026-03-01T01:00:00.000Z');
  await watch.tell({ at: '2026-03-02T03:00:00.000Z', announced: [list(90, '2026-03-02', '甲山')] });

  const first = await audit('2026-03-02', '2026-03-02T15:59:59.999Z');
  // Nobody is subscribed to the emulated topic but its queue, which is nobody.
  expect(first.get('told.csv')).toMatch(
    /\r\n1,2026-03-02,2026-03-02T03:00:00.000Z,imposed,subscribers,2026-03-02T03:00:00.000Z,en\+ja,0,/,
  );
  expect(first.get('sources.csv')).toMatch(
    /\r\n2026-03-02,2026-03-02T03:00:00.000Z,mofcom-announcements,[^,]+,official,ok,2026-03-02T03:00:00.000Z,/,
  );
  expect(first.get('sources.csv')).not.toContain(NOT_KEPT);

  // The watch goes on: other days, other states. The same question has the same bytes.
  await watch.tell({
    at: '2026-03-03T03:00:00.000Z',
    announced: [list(91, '2026-03-03', '乙川'), list(90, '2026-03-02', '甲山')],
  });
  const again = await audit('2026-03-02', '2026-03-02T15:59:59.999Z');
  expect([...again.keys()]).toEqual([...first.keys()]);
  for (const [path, content] of first) expect(hashOf(again.get(path)), path).toBe(hashOf(content));

  // A day on which the watch did not run yet.
  const before = await audit('2026-02-01', '2026-03-03T15:59:59.999Z');
  expect(before.get('sources.csv')).toContain(`2026-02-01,${NOT_KEPT},`);
});

const NOT_KEPT = 'not kept';
const hashOf = (content: string | undefined): string =>
  createHash('sha256')
    .update(content ?? '')
    .digest('hex');
