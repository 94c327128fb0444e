import { expect, test } from 'vitest';
import { ask, met } from './asking.ts';

// The four kinds of goods of the report that this watch began with, on the day of the ban and today.
test.each([
  ['aero-engine parts', 'possible', 'mofcom/2024/21 family?'],
  ['graphite', 'covered', 'mofcom/2023/39 item'],
  ['tungsten-nickel-iron alloy', 'covered', 'mofcom/2025/10 item'],
  ['rare earths', 'covered', 'mofcom/2025/18 item'],
])('%s is %s, on 6 January 2026 and today', (goods, verdict, match) => {
  for (const day of ['2026-01-06', '2026-11-25']) {
    const answer = ask(goods, day);
    expect(answer.verdict).toBe(verdict);
    expect(met(answer)).toContain(match);
    expect(answer.alsoApplies.map(({ measure }) => measure)).toContain('mofcom/2026/1');
  }
});

test.each([
  ['钨', 'covered', 'mofcom/2025/10 item'],
  ['タングステン', 'covered', 'mofcom/2025/10 item'],
  ['W-Ni-Fe', 'covered', 'mofcom/2025/10 item'],
  ['炭化タングステン', 'covered', 'mofcom/2025/10 item'],
  ['石墨', 'covered', 'mofcom/2023/39 item'],
  ['球状黒鉛', 'covered', 'mofcom/2023/39 item'],
  ['graphite electrodes', 'possible', 'mofcom/2023/39 family?'],
  ['镝', 'covered', 'mofcom/2025/18 item'],
  ['鏑', 'covered', 'mofcom/2025/18 item'],
  ['Dy2O3', 'covered', 'mofcom/2025/18 item'],
  ['酸化ジスプロシウム', 'covered', 'mofcom/2025/18 item'],
  ['dysprosium magnets', 'covered', 'mofcom/2025/18 item'],
  ['SmCo', 'covered', 'mofcom/2025/18 item'],
  // Which of them is under control, their dysprosium and terbium decide.
  ['NdFeB', 'possible', 'mofcom/2025/18 item?'],
  ['ネオジム磁石', 'possible', 'mofcom/2025/18 item?'],
  // Suspended in November 2025, and nobody has read what holds since 11 November 2026.
  ['holmium', 'possible', 'mofcom/2025/57 item'],
  ['リチウムイオン電池', 'possible', 'mofcom/2025/58 item'],
  ['gallium nitride', 'covered', 'mofcom/2025/91 item'],
  ['窒化ガリウム', 'covered', 'mofcom/2025/91 item'],
  ['暗視', 'possible', 'mofcom/2025/91 family?'],
  ['ヘリウム', 'covered', 'mofcom/2026/29 item'],
  ['P507', 'possible', 'mofcom/2025/56 item'],
  ['1C004', 'covered', 'mofcom/2025/10 code'],
  ['1c905', 'covered', 'mofcom/2025/18 code'],
  ['1C905.a.1', 'covered', 'mofcom/2025/91 code'],
  ['8101940001', 'covered', 'mofcom/2025/10 code'],
  ['8101.94.0001', 'covered', 'mofcom/2025/10 code'],
  ['8101', 'possible', 'mofcom/2025/10 code-prefix?'],
  ['8505111000', 'possible', 'mofcom/2025/18 family?'],
])('%s is %s by %s', (question, verdict, match) => {
  expect(ask(question).verdict).toBe(verdict);
  expect(met(ask(question))).toContain(match);
});

test.each(['machine tools', 'bananas', '0805100000', '9Z999', '日本', 'parts'])('%s meets nothing', (question) => {
  expect(ask(question).verdict).toBe('no-match');
});

test('no match in goods says which lists nobody has read, and which pauses end when', () => {
  const unread = ask('machine tools', '2026-11-10').unread;
  expect(unread).toContainEqual(expect.objectContaining({ kind: 'attachment', measure: 'mofcom/2024/51' }));
  const paused = { kind: 'suspended', measure: 'mofcom/2025/55', until: '2026-11-10' };
  expect(unread).toContainEqual(expect.objectContaining(paused));
  const open = ask('machine tools', '2026-11-11').unread;
  expect(open).toContainEqual(expect.objectContaining({ kind: 'unknown', measure: 'mofcom/2025/55' }));
});

test('a name that is made of a material is a name', () => {
  expect(ask('日本タングステン株式会社').verdict).toBe('no-match');
  expect(ask('Tokyo Tungsten Co., Ltd.').verdict).toBe('no-match');
});
