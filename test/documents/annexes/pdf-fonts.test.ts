import { expect, test } from 'vitest';
import { readAnnex } from '../../../functions/documents/annexes/read-annex.ts';

/** The bytes of Chinese in GBK, as hex digits: what the platform decodes, turned about. */
const gbk = new Map<string, string>();
const decoder = new TextDecoder('gbk');
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const letter = decoder.decode(new Uint8Array([lead, trail]));
    if (letter.length === 1) gbk.set(letter, lead.toString(16) + trail.toString(16));
  }
}
const inGbk = (text: string): string =>
  [...text].map((letter) => gbk.get(letter) ?? letter.charCodeAt(0).toString(16)).join('');
const inUtf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** A PDF with a line in a font that is not in it, and a line in one that every reader has. */
function pdfWith(encoding: string, hex: string, ordering = 'GB1'): Uint8Array {
  const content = `BT /F1 12 Tf 50 700 Td <${hex}> Tj ET BT /F2 12 Tf 50 600 Td (HS 8101) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 8 0 R >> >> >>',
    `<< /Length ${content.length} >> stream\n${content}\nendstream`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>`,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF`, 'latin1');
}

const words = '两用物项1C004钨';

test.each([
  ['GB-EUC-H', inGbk(words)],
  ['GBK-EUC-H', inGbk(words)],
  ['GBKp-EUC-H', inGbk(words)],
  ['GBK2K-H', inGbk(words)],
  ['UniGB-UCS2-H', inUtf16(words)],
  ['UniGB-UTF16-H', inUtf16(words)],
])('a font that is not embedded is read by the encoding %s', async (encoding, hex) => {
  const { blocks, unread } = await readAnnex(pdfWith(encoding, hex));
  expect(blocks).toMatchObject([{ text: words }, { text: 'HS 8101' }]);
  expect(unread).toEqual([]);
});

test.each([
  ['90ms-RKSJ-H', 'Japan1'],
  ['KSCms-UHC-H', 'Korea1'],
  ['NoSuch-H', 'GB1'],
])('what stands there in the encoding %s is said to be unread, and never passed over', async (encoding, ordering) => {
  const { blocks, unread } = await readAnnex(pdfWith(encoding, '93fa967b', ordering));
  expect(unread).toMatchObject([{ why: 'no-letters', page: 1 }]);
  expect(blocks).toMatchObject([{ text: '\ufffd' }, { text: 'HS 8101' }]);
});
