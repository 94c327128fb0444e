import { expect, test } from 'vitest';
import { readAnnex } from '../../../functions/documents/annexes/read-annex.ts';
import type { Catalogue, CatalogueEntry } from '../../../functions/findings/catalogue.ts';
import { catalogueIn } from '../../../functions/findings/official/annex.ts';
import { catalogueDifference } from '../../../functions/register/catalogue.ts';
import { layouts } from './layouts.ts';
import { printed, type Wanted } from './make-pdf.ts';
import { nextYear, writeCatalogue, type WrittenCatalogue, type WrittenSection } from './written-catalogue.ts';
import { writeDocx, writeHtml, writeText, writeXlsx, zipped } from './written-office.ts';

// Fonts give the wave dash and the full-width tilde one glyph, and PDF files then copy either.
const plain = (text: string): string => text.replaceAll('〜', '~').normalize('NFKC').replace(/\s+/g, '');
const truthOf = (sections: readonly WrittenSection[]) =>
  sections
    .flatMap(({ entries }) => entries)
    .map(({ number, code, name, description, hsCodes, unit }) => ({
      number,
      code,
      name: plain(name),
      description: plain(description.join('')),
      hsCodes: [...hsCodes].sort(),
      unit: plain(unit),
    }));
const readingOf = (entries: readonly CatalogueEntry[]) =>
  entries.map(({ number, code, name, description, hsCodes, unit }) => ({
    number,
    code,
    name: plain(name),
    description: plain(description),
    hsCodes: [...hsCodes].sort(),
    unit: plain(unit),
  }));

async function read(bytes: Uint8Array): Promise<Catalogue & { readonly pages: number }> {
  const annex = await readAnnex(bytes);
  const catalogue = catalogueIn(annex);
  if (!catalogue) throw new Error(`no catalogue in it: ${JSON.stringify(annex.unread)}`);
  return { ...catalogue, pages: annex.pages };
}

function expectWhole(reading: Catalogue, written: WrittenCatalogue): void {
  expect(readingOf(reading.imports)).toEqual(truthOf(written.imports));
  expect(readingOf(reading.exports)).toEqual(truthOf(written.exports));
  expect(reading.doubts).toEqual([]);
}

const large = ['ruled', 'unruled', 'sideways'];
const older = writeCatalogue(2026, 43, 60);
const newer = nextYear(older, 903);
const [threeLines] = layouts.filter(({ name }) => name === 'three-lines');
const years: readonly Wanted[] = threeLines
  ? [older, newer].map((catalogue) => ({ layout: threeLines, catalogue }))
  : [];
const wanted: readonly Wanted[] = layouts.map((layout, i) => ({
  layout,
  catalogue: large.includes(layout.name) ? writeCatalogue(2026, 7, 720) : writeCatalogue(2026, 40 + i, 60),
}));
// All at once: while one is printed, another is read.
const files = printed([...wanted, ...years]);

test.each(wanted.map((one, i) => ({ ...one, i, name: one.layout.name })))(
  '$name: every entry is read, of more than 700 over more than 50 pages in three layouts',
  async ({ name, catalogue, i }) => {
    const reading = await read((await files)[i] ?? new Uint8Array());
    expectWhole(reading, catalogue);
    if (!large.includes(name)) return;
    expect(reading.pages).toBeGreaterThan(50);
    expect(reading.exports.length).toBeGreaterThan(700);
  },
  120_000,
);

test('a year is compared with the one before', async () => {
  const [first, second] = (await files).slice(wanted.length);
  const [before, after] = [await read(first ?? new Uint8Array()), await read(second ?? new Uint8Array())];
  expectWhole(before, older);
  expectWhole(after, newer);
  const [was, is] = [truthOf(older.exports), truthOf(newer.exports)];
  const { added, removed, changed, described } = catalogueDifference(before.exports, after.exports);
  const lacks = (codes: readonly { code: string }[]) => (one: { code: string }) =>
    !codes.some(({ code }) => code === one.code);
  expect(added.map(({ code }) => code)).toEqual(is.filter(lacks(was)).map(({ code }) => code));
  expect(removed.map(({ code }) => code)).toEqual(was.filter(lacks(is)).map(({ code }) => code));
  const altered = is.filter((entry) =>
    was.some(
      (old) => old.code === entry.code && (old.name !== entry.name || old.hsCodes.join() !== entry.hsCodes.join()),
    ),
  );
  expect(changed.map(({ code }) => code)).toEqual(altered.map(({ code }) => code));
  expect(described).toEqual([]);
}, 120_000);

test('a description that changes by itself is counted by itself; how it is set is no change', () => {
  const [entry] = older.exports.flatMap(({ entries }) => entries);
  const of = (description: string): readonly CatalogueEntry[] => [
    { code: '1C004', name: entry?.name ?? '', description, hsCodes: [], unit: '', section: '', page: 1 },
  ];
  const codes = (was: string, is: string): readonly string[] => {
    const { changed, described } = catalogueDifference(of(was), of(is));
    expect(changed).toEqual([]);
    return described.map(({ code }) => code);
  };
  expect(codes('密度大于17.5 g/cm³；', '密度大于 18 g/cm³；')).toEqual(['1C004']);
  expect(codes('密度大于1.75 g/cm³；', '密度大于17.5 g/cm³；')).toEqual(['1C004']);
  expect(codes('a．外径 5～9 mm，或用 1C210.a 项', 'a.外径5~9mm,或用\n1C210.a项')).toEqual([]);
  // Read without descriptions, nothing is known of them.
  expect(codes('', '密度')).toEqual([]);
});

const small = writeCatalogue(2026, 77, 120);

test.each([
  ['a Word file', writeDocx(small)],
  ['an Excel file', writeXlsx(small)],
  ['a web page', new TextEncoder().encode(writeHtml(small))],
  ['plain text', new TextEncoder().encode(writeText(small))],
  ['a Word file in an archive', zipped({ '附件：目录.doc': writeDocx(small) })],
])('%s is read as the same catalogue', async (_, bytes) => {
  expectWhole(await read(bytes), small);
});
