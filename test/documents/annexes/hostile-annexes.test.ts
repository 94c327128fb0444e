import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { annexBounds } from '../../../functions/documents/annexes/annex.ts';
import { readAnnex } from '../../../functions/documents/annexes/read-annex.ts';
import { catalogueIn } from '../../../functions/findings/official/annex.ts';
import { readAnnexApart } from '../../../functions/local/annex-reader.ts';
import { layouts } from './layouts.ts';
import { printed } from './make-pdf.ts';
import { numbersFrom, writeCatalogue } from './written-catalogue.ts';
import { writeDocx, writeXlsx, zipped } from './written-office.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const wide = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
const ole = (stream: string): Uint8Array =>
  Buffer.concat([bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), Buffer.alloc(600), wide(stream), Buffer.alloc(600)]);
const pdf = (...objects: readonly string[]): Uint8Array =>
  bytes(
    `%PDF-1.7\n${objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF`,
  );
const page = (content: string, more = ''): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R ${more} >>\nendobj\n4 0 obj\n<< /Length ${content.length} >> stream\n${content}\nendstream`;

test.each([
  ['an old Word file', ole('WordDocument'), 'doc', 'format'],
  ['an old Excel file', ole('Workbook'), 'xls', 'format'],
  ['a WPS file', ole('WpsDocument'), 'wps', 'format'],
  ['an encrypted office file', ole('EncryptedPackage'), 'unknown', 'encrypted'],
  ['a RAR archive', bytes('Rar!\x1a\x07\x01\x00aaaa'), 'rar', 'format'],
  ['an OFD file', zipped({ 'OFD.xml': '<ofd/>' }), 'ofd', 'format'],
  ['bytes of no format', new Uint8Array([0, 1, 2, 3, 4, 5, 0, 255]), 'unknown', 'format'],
  ['an archive cut off', zipped({ 'a.txt': '目录' }).subarray(0, 40), 'zip', 'broken'],
  ['a Word file without its words', zipped({ 'word/document.xml': '' }), 'docx', undefined],
  ['a PDF cut off', bytes('%PDF-1.7\n1 0 obj\n<< /Type /Cat'), 'pdf', 'broken'],
  [
    'a PDF whose pages are each other’s parents',
    pdf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'),
    'pdf',
    'broken',
  ],
  [
    'a PDF of 100,000 pages',
    pdf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 100000 >>', page('')),
    'pdf',
    undefined,
  ],
  [
    'a PDF of a picture',
    pdf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      page('q 600 0 0 800 0 0 cm Q'),
    ),
    'pdf',
    'scanned',
  ],
  [
    'a PDF whose text is hidden under its picture',
    pdf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      page(
        'BT 3 Tr /F1 12 Tf 10 10 Td (1A202) Tj ET',
        '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>',
      ),
    ),
    'pdf',
    'scanned',
  ],
  [
    'a PDF behind a password',
    pdf(
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [] /Count 0 >>',
      `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
    ).map((byte) => byte),
    'pdf',
    undefined,
  ],
] as const)('%s is recognised, and said to be unread', async (_, file, kind, why) => {
  const annex = await readAnnex(file);
  expect(annex.kind).toBe(kind);
  expect(catalogueIn(annex)).toBeUndefined();
  if (why) expect(annex.unread.map((one) => one.why)).toContain(why);
});

test('a PDF that runs a script and embeds files is read for its words alone', async () => {
  const annex = await readAnnex(
    pdf(
      '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while\\(true\\){}) >> /Names << /EmbeddedFiles << /Names [] >> >> >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      page(
        'BT /F1 12 Tf 10 700 Td (1A202 tubes) Tj ET',
        '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>',
      ),
    ),
  );
  expect(annex.blocks).toMatchObject([{ kind: 'text', text: '1A202 tubes' }]);
});

test('archives that unfold without end are refused', async () => {
  const bomb = zipSync({ 'zeros.txt': new Uint8Array(8_000_000) });
  expect((await readAnnex(bomb)).unread).toMatchObject([{ why: 'too-large' }]);
  // The directory says ten bytes, and the member is eight million.
  const lying = Uint8Array.from(bomb);
  const view = new DataView(lying.buffer);
  for (let at = 0; at < lying.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  expect((await readAnnex(lying)).unread).toMatchObject([{ why: 'too-large' }]);
  const vast = Uint8Array.from(zipped({ 'word/document.xml': '<w:t>' }));
  const directory = new DataView(vast.buffer);
  for (let at = 0; at < vast.length - 4; at++) {
    if (directory.getUint32(at, true) === 0x02014b50) directory.setUint32(at + 24, 130_000_000, true);
  }
  expect((await readAnnex(vast)).unread).toMatchObject([{ why: 'too-large' }]);
  let nested = zipped({ 'a.txt': '两用物项' });
  for (let i = 0; i < 5; i++) nested = zipped({ 'b.zip': nested });
  expect((await readAnnex(nested)).unread).toMatchObject([{ why: 'too-large' }]);
});

test('a file beyond the bounds is not opened', async () => {
  expect((await readAnnex(new Uint8Array(annexBounds.bytes + 1))).unread).toMatchObject([{ why: 'too-large' }]);
});

test('a reader whose time or memory is up is ended, and says so', async () => {
  const [file] = await printed([
    { layout: layouts[0] as (typeof layouts)[0], catalogue: writeCatalogue(2026, 40, 60) },
  ]);
  const slow = await readAnnexApart(file ?? new Uint8Array(), { milliseconds: 5, memoryMegabytes: 400 });
  expect(slow.unread).toMatchObject([{ why: 'too-slow' }]);
  const small = await readAnnexApart(file ?? new Uint8Array(), { milliseconds: 20_000, memoryMegabytes: 12 });
  expect(small.unread.map(({ why }) => why)).toContain('too-large');
}, 60_000);

test('whatever bytes are altered, reading ends, and no code is made up', async () => {
  const catalogue = writeCatalogue(2026, 40, 60);
  const codes = new Set(
    [...catalogue.imports, ...catalogue.exports].flatMap(({ entries }) => entries.map(({ code }) => code)),
  );
  const [printedFile] = await printed([{ layout: layouts[0] as (typeof layouts)[0], catalogue }]);
  const next = numbersFrom(5);
  for (const whole of [printedFile ?? new Uint8Array(), writeDocx(catalogue), writeXlsx(catalogue)]) {
    for (let run = 0; run < 5; run++) {
      const file = Uint8Array.from(whole.subarray(0, next() < 0.3 ? Math.floor(next() * whole.length) : whole.length));
      for (let i = 0; i < 20; i++) file[Math.floor(next() * file.length)] = Math.floor(next() * 256);
      const read = catalogueIn(await readAnnex(file));
      const found = [...(read?.exports ?? []), ...(read?.imports ?? [])].map(({ code }) => code);
      // Compressed words that are damaged do not unpack; a letter here and there may.
      expect(found.filter((code) => code !== '' && !codes.has(code)).length).toBeLessThanOrEqual(3);
    }
  }
}, 60_000);
