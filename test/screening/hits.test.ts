import { expect, test } from 'vitest';
import { hitsOf } from '../../functions/screening/hits.ts';
import type { OurLists } from '../../functions/screening/own.ts';
import { drafts } from './asking.ts';

const ours: OurLists = {
  customers: [
    { id: 'C1', name: 'ＴＤＫ（株）' },
    { id: 'C2', name: '日産自動車' },
    { id: 'C3', name: 'TDKラムダ株式会社' },
    { id: 'C3', name: 'TDK-Lambda Corporation' },
  ],
  suppliers: [{ id: 'S1', name: 'Nitto Denko' }],
  parts: [
    { id: 'P1', name: 'tungsten-nickel-iron alloy' },
    { id: 'P2', name: 'steel bolts' },
    { id: 'P3', name: '8101.94.0001' },
  ],
};

const change = (id: string) => {
  const found = drafts.find(({ effects }) =>
    effects.some((effect) => 'restriction' in effect && effect.restriction.id === id),
  );
  if (!found) throw new Error(`no ${id}`);
  return found;
};

test('an alert can say which of the reader’s own it touches', () => {
  expect(hitsOf(change('mofcom/2026/12'), ours)).toEqual({
    customers: [
      { id: 'C1', certain: true },
      { id: 'C3', certain: false },
    ],
    suppliers: [{ id: 'S1', certain: true }],
    parts: [],
  });
  expect(hitsOf(change('mofcom/2025/10'), ours)).toMatchObject({
    customers: [],
    parts: [
      { id: 'P1', certain: true },
      { id: 'P3', certain: true },
    ],
  });
  expect(hitsOf(change('mofcom/2026/27'), ours)).toEqual({ customers: [], suppliers: [], parts: [] });
});

test('a party taken off touches its customers, and not those who stay', () => {
  const [effect] = change('mofcom/2026/12').effects;
  if (effect?.kind !== 'imposed') throw new Error('not imposed');
  const { restriction, quote } = effect;
  const parties = restriction.listings.slice(0, 1).map(({ party }) => party);
  const removal = { kind: 'parties-removed' as const, restriction, parties, on: restriction.effectiveOn, quote };
  expect(hitsOf({ effects: [removal] }, ours)).toEqual({ customers: [], suppliers: [], parts: [] });
  const subaru = { ...ours, customers: [{ id: 'C4', name: 'スバル' }] };
  expect(hitsOf({ effects: [removal] }, subaru)).toMatchObject({ customers: [{ id: 'C4', certain: true }] });
});
