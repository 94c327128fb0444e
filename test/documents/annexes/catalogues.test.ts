import { expect, test } from 'vitest';
import { readAnnex } from '../../../functions/documents/annexes/read-annex.ts';
import type { Catalogue, CatalogueEntry } from '../../../functions/findings/catalogue.ts';
import { catalogueIn } from '../../../functions/findings/official/annex.ts';
import { catalogueDifference } from '../../../functions/register/catalogue.ts';
import { layouts } from './layouts.ts';
import { printed } from './make-pdf.ts';
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

const pairs = layouts.map((layout, i) => {
  const older = writeCatalogue(2026, 40 + i, 60);
  return { layout, older, newer: nextYear(older, 900 + i) };
});

test.each(pairs)(
  '$layout.name: every entry is read, and a year is compared with the one before',
  async ({ layout, older, newer }) => {
    const [first, second] = await printed([
      { layout, catalogue: older },
      { layout, catalogue: newer },
    ]);
    const [before, after] = [await read(first ?? new Uint8Array()), await read(second ?? new Uint8Array())];
    expectWhole(before, older);
    expectWhole(after, newer);
    const [was, is] = [truthOf(older.exports), truthOf(newer.exports)];
    const { added, removed, changed } = catalogueDifference(before.exports, after.exports);
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
  },
  60_000,
);

test.each(['ruled', 'unruled', 'sideways'])(
  '%s: more than 700 entries over more than 50 pages',
  async (name) => {
    const layout = layouts.find((one) => one.name === name);
    if (!layout) throw new Error(`no layout ${name}`);
    const written = writeCatalogue(2026, 7, 720);
    const [pdf] = await printed([{ layout, catalogue: written }]);
    const reading = await read(pdf ?? new Uint8Array());
    expect(reading.pages).toBeGreaterThan(50);
    expect(reading.exports.length).toBeGreaterThan(700);
    expectWhole(reading, written);
  },
  120_000,
);

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
