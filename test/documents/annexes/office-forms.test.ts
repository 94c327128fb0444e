import { expect, test } from 'vitest';
import type { Annex } from '../../../functions/documents/annexes/annex.ts';
import { readAnnex } from '../../../functions/documents/annexes/read-annex.ts';
import { catalogueIn } from '../../../functions/findings/official/annex.ts';
import { zipped } from './written-office.ts';

const heads = ['序号', '管制编码', '物项名称及描述', '参考商品名称', '海关商品编号', '单位'];
const entries = [
  ['1', '1C004', '密度大于17.5 g/cm³的钨合金', '钨合金', '8101991000', '千克'],
  ['2', '1C117.d', '钨坯', '钨坯', '8101940000', '千克'],
  ['3', '1C350.d.2', '含铋物项', '铋', '8106101000', '千克'],
  ['4', '1E004', '生产技术', '钨合金的生产技术', '', ''],
] as const;

const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const tr = (cells: readonly string[]): string => `<w:tr>${cells.map((cell) => tc(cell)).join('')}</w:tr>`;
const word = (body: string): Uint8Array =>
  zipped({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` });
const table = (rows: readonly string[]): string => `<w:tbl>${tr(heads)}${rows.join('')}</w:tbl>`;
const rows = entries.map((entry) => tr(entry));

/** Sheets by name: rows of cells, the XML of their columns, attributes of their rows, and merged ranges. */
interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly cols?: string;
  readonly hidden?: readonly number[];
  readonly merged?: readonly string[];
  readonly cell?: (text: string, at: string) => string;
}
const plainCell = (text: string, at: string): string =>
  text === '' ? '' : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
function excel(...sheets: readonly Sheet[]): Uint8Array {
  const files = sheets.map(({ rows: lines, cols = '', hidden = [], merged = [], cell = plainCell }, i) => {
    const body = lines.map((line, k) => {
      const cells = line.map((text, c) => cell(text, `${'ABCDEFGH'[c] ?? ''}${k + 1}`)).join('');
      return `<row r="${k + 1}"${hidden.includes(k + 1) ? ' hidden="1"' : ''}>${cells}</row>`;
    });
    const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    return [
      `xl/worksheets/sheet${i}.xml`,
      `<worksheet>${cols}<sheetData>${body.join('')}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`,
    ] as const;
  });
  return zipped({
    'xl/workbook.xml': `<workbook><sheets>${sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, i) => `<Relationship Id="r${i}" Target="worksheets/sheet${i}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(files),
  });
}

const linesOf = (annex: Annex) =>
  (catalogueIn(annex)?.exports ?? []).map(({ code, name, hsCodes, unit }) => [code, name, hsCodes.join(' '), unit]);
const truth = entries.map(([, code, , name, hs, unit]) => [code, name, hs, unit]);

test.each([
  [
    'a table in a text box, kept once more for old programs',
    word(
      `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${table(rows)}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${table(rows)}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    ),
  ],
  ['numbers that Word counts by itself', word(table(entries.map((entry) => tr(['', ...entry.slice(1)]))))],
  [
    'text that was moved away, or struck out',
    word(
      `<w:moveFrom>${p('1C999 不再有效')}</w:moveFrom>${table([...rows, `<w:tr>${entries[0].map((cell) => `<w:tc><w:p><w:del><w:r><w:t>${cell}</w:t></w:r></w:del></w:p></w:tc>`).join('')}</w:tr>`])}`,
    ),
  ],
  [
    'cells merged downwards beside rows',
    word(
      `<w:tbl><w:tr>${['类别', ...heads].map((head) => tc(head)).join('')}</w:tr>${entries
        .map(
          (entry, i) =>
            `<w:tr>${tc(i === 0 ? '材料' : '', `<w:vMerge${i === 0 ? ' w:val="restart"' : ''}/>`)}${entry.map((cell) => tc(cell)).join('')}</w:tr>`,
        )
        .join('')}</w:tbl>`,
    ),
  ],
  [
    'an Excel file of several sheets, the header on the first',
    excel(
      { name: '出口（一）', rows: [heads, ...entries.slice(0, 2)] },
      { name: '出口（二）', rows: entries.slice(2) },
    ),
  ],
  [
    'values that formulas gave',
    excel({
      name: '出口',
      rows: [heads, ...entries],
      cell: (text, at) => (text === '' ? '' : `<c r="${at}" t="str"><f>CONCATENATE("x",A1)</f><v>${text}</v></c>`),
    }),
  ],
  [
    'merged cells over sections, and a title',
    excel({
      name: 'Sheet1',
      rows: [['两用物项出口管制清单'], heads, ['一、专用材料'], ...entries],
      merged: ['A1:F1', 'A3:F3'],
    }),
  ],
])('%s', async (_, bytes) => {
  const annex = await readAnnex(bytes);
  expect(linesOf(annex)).toEqual(truth);
  expect(annex.unread).toEqual([]);
});

test('columns in another order, with a code that spans two rows', async () => {
  const order = [0, 4, 3, 1, 2, 5];
  const moved = [heads, ...entries].map((row) => order.map((i) => row[i] ?? ''));
  const more = ['', '8101999000', '', '', '', ''];
  const annex = await readAnnex(excel({ name: '出口', rows: [...moved.slice(0, 2), more, ...moved.slice(2)] }));
  expect(linesOf(annex)).toEqual(
    truth.map((line, i) => (i === 0 ? [line[0], line[1], '8101991000 8101999000', line[3]] : line)),
  );
});

test('hidden rows and columns are not read as shown, and are said to be there', async () => {
  const annex = await readAnnex(
    excel({
      name: '出口',
      rows: [
        ['内部', ...heads],
        ...entries.map((entry) => ['x', ...entry]),
        ['x', '5', '1C999', '草稿', '草稿', '', ''],
      ],
      cols: '<cols><col min="1" max="1" hidden="1"/></cols>',
      hidden: [6],
    }),
  );
  expect(linesOf(annex)).toEqual(truth);
  expect(annex.unread).toEqual([{ why: 'row', page: 1, words: 'hidden: row 6, column 1' }]);
});

test('a sheet whose name alone says that it is for imports is not read as exports', async () => {
  const annex = await readAnnex(
    excel({ name: '进口目录', rows: [heads, entries[0]] }, { name: '出口目录', rows: [heads, ...entries] }),
  );
  expect(catalogueIn(annex)?.imports.map(({ code }) => code)).toEqual(['1C004']);
  expect(linesOf(annex)).toEqual(truth);
});
