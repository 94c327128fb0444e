import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn, publishedIn } from '../../functions/documents/written-dates.ts';
import { at } from './fixture-page.ts';

const now = at('2026-01-07T00:00:00.000Z');

test.each([
  ['Tue, 06 Jan 2026 15:40:00 CST', '+08:00', '2026-01-06T07:40:00.000Z'],
  ['Tue, 06 Jan 2026 15:40:00 CST', undefined, '2026-01-06T21:40:00.000Z'],
  ['Tue, 06 Jan 2026 15:40:00 JST', undefined, '2026-01-06T06:40:00.000Z'],
  ['Tue, 06 Jan 2026 15:40 +0900', '+08:00', '2026-01-06T06:40:00.000Z'],
  ['Wednesday, 6 January 26 15:40:00 GMT', undefined, '2026-01-06T15:40:00.000Z'],
  ['06-Jan-2026 15:40:00 EST', undefined, '2026-01-06T20:40:00.000Z'],
  ['2026-01-06T15:40:00Z', '+09:00', '2026-01-06T15:40:00.000Z'],
  ['2026-01-06T15:40:00.123+09:00', undefined, '2026-01-06T06:40:00.000Z'],
  ['2026-01-06 15:40:00', '+09:00', '2026-01-06T06:40:00.000Z'],
  ['2026-01-06 15:40:00', undefined, '2026-01-06T15:40:00.000Z'],
  ['2026年1月6日 15時40分', '+09:00', '2026-01-06T06:40:00.000Z'],
  ['2026/1/6 15:40', '+08:00', '2026-01-06T07:40:00.000Z'],
  ['Wed, 07 Jan 2026 00:59:00 GMT', undefined, '2026-01-07T00:59:00.000Z'],
] as const)('%s in zone %s is %s', (raw, zone, publishedAt) => {
  expect(publishedIn(raw, zone, now).publishedAt).toBe(publishedAt);
});

test.each([
  ['2026-01-06', '2026-01-06'],
  ['Tue, 06 Jan 2026', '2026-01-06'],
  ['2026年1月6日', '2026-01-06'],
  ['Tue, 06 Jan 2026 15:40:00 XYZT', '2026-01-06'],
  // ECNS runs seven hours ahead: its day may be right.
  ['Wed, 07 Jan 2026 07:00:00 GMT', '2026-01-07'],
])('%s says the day and no more', (raw, publishedOn) => {
  expect(publishedIn(raw, '+08:00', now)).toEqual({ publishedOn });
});

test.each([
  '',
  'n/a',
  '未定',
  'Mon, 30 Feb 2026 10:00:00 GMT',
  '2026-13-01',
  '2026-01-06T25:00:00Z',
  '2027-01-01',
  '0000-00-00 00:00:00',
  '1767700000',
  'Tue, 06 Foo 2026 10:00:00 GMT',
])('"%s" says nothing', (raw) => {
  expect(publishedIn(raw, '+08:00', now)).toEqual({});
});

test('a row’s day is the first real one', () => {
  expect(dayIn('[2026-01-06]', now)).toBe('2026-01-06');
  expect(dayIn('第2026-99-99号 2026年01月06日', now)).toBe('2026-01-06');
  expect(dayIn('发布', now)).toBeUndefined();
});

test('the usual forms, which are read at once, say what they say among words', () => {
  const two = (most: number): fc.Arbitrary<string> => fc.nat(most).map((n) => String(n).padStart(2, '0'));
  const clock = fc.tuple(two(25), two(61), two(61)).map((parts) => parts.join(':'));
  const year = fc.constantFrom(1970, 1990, 2025, 2026, 2200);
  const iso = fc
    .tuple(year, two(13), two(32), clock, fc.constantFrom('Z', '+00:00', '+09:00', '-23:59'))
    .map(([y, m, d, time, zone]) => `${y}-${m}-${d}T${time}${zone}`);
  const rfc = fc
    .tuple(fc.constantFrom('', 'Mon, ', 'Sat, '), two(32), fc.constantFrom('Jan', 'Feb', 'Jun', 'Dec'), year, clock)
    .map(([weekday, d, m, y, time]) => `${weekday}${d} ${m} ${y} ${time}`);
  const raw = fc.oneof(
    iso,
    fc.tuple(rfc, fc.constantFrom(' GMT', ' +0000', ' -0500', ' +1400')).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(raw, (written) => {
      expect(publishedIn(written, undefined, now)).toEqual(publishedIn(` ${written}`, undefined, now));
    }),
  );
});
