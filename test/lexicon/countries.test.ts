import { expect, test } from 'vitest';
import { countries } from '../../functions/lexicon/countries.ts';

const bodies = ['EU', 'G7', 'NATO', 'UN'];
const states = countries.filter(({ code }) => !bodies.includes(code));
/** CLDR writes full-width brackets and curly quotes, and puts a capital or a second name in brackets. */
const plain = (name: string): string =>
  name.toLowerCase().replaceAll('（', '(').replaceAll('）', ')').replaceAll('’', "'");

test.each([
  ['en', (at: number) => states[at]?.en ?? []],
  ['zh', (at: number) => states[at]?.zh ?? []],
  ['ja', (at: number) => states[at]?.ja ?? []],
] as const)('every state bears the name that Unicode gives it in %s', (language, namesOf) => {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const wrong = states.filter(({ code }, at) => {
    const name = plain(names.of(code) ?? '');
    return !namesOf(at).some((own) => name === own || name.startsWith(`${own} (`) || name.startsWith(`${own}(`));
  });
  expect(wrong.map(({ code }) => code)).toEqual([]);
});

test('no name belongs to two countries, and no short form does', () => {
  const names = countries.flatMap(({ code, zh, ja, en, short }) => [
    ...new Set([
      ...zh.map((n) => `zh ${n}`),
      ...ja.map((n) => `ja ${n}`),
      ...en.map((n) => `en ${n}`),
      `short ${short ?? code}`,
    ]),
  ]);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('China is no foreign country', () => {
  expect(countries.filter(({ zh, en }) => zh.includes('中国') || en.includes('china'))).toEqual([]);
});
