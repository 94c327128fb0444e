import { strToU8, zipSync } from 'fflate';
import type { WrittenCatalogue, WrittenEntry, WrittenSection } from './written-catalogue.ts';

const columns = ['序号', '管制编码', '物项名称及描述', '参考商品名称', '海关商品编号', '单位'];
const parts = ({ imports, exports }: WrittenCatalogue): readonly (readonly [string, readonly WrittenSection[]])[] => [
  ['Ⅰ、两用物项和技术进口许可证管理目录', imports],
  ['Ⅱ、两用物项和技术出口许可证管理目录', exports],
];
const cells = ({ number, code, description, name, hsCodes, unit }: WrittenEntry): readonly string[] => [
  String(number),
  code,
  description.join('\n'),
  name,
  hsCodes.join('\n'),
  unit,
];
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const zipped = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );

/** A Word file: paragraphs, a table for each part, sections in cells over the whole width. */
export function writeDocx(catalogue: WrittenCatalogue): Uint8Array {
  const paragraph = (text: string): string =>
    `<w:p>${text
      .split('\n')
      .map((line, i) => `<w:r>${i > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`)
      .join('')}</w:p>`;
  const cell = (text: string, span = 1): string =>
    `<w:tc><w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}</w:tcPr>${paragraph(text)}</w:tc>`;
  const row = (texts: readonly string[]): string => `<w:tr>${texts.map((text) => cell(text)).join('')}</w:tr>`;
  const tables = parts(catalogue).map(
    ([title, sections]) =>
      `${paragraph(title)}<w:tbl>${row(columns)}${sections
        .map(
          ({ headings, entries }) =>
            headings.map((heading) => `<w:tr>${cell(heading, 6)}</w:tr>`).join('') +
            entries.map((entry) => row(cells(entry))).join(''),
        )
        .join('')}</w:tbl><w:p/>`,
  );
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${tables.join('')}</w:body></w:document>`;
  return zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': document });
}

/** An Excel file: a sheet for each part, customs codes of a single one kept as numbers. */
export function writeXlsx(catalogue: WrittenCatalogue): Uint8Array {
  const sheet = ([title, sections]: readonly [string, readonly WrittenSection[]]): string => {
    const rows: (readonly string[])[] = [[title], columns];
    const merges = ['A1:F1'];
    for (const { headings, entries } of sections) {
      for (const heading of headings) {
        rows.push([heading]);
        merges.push(`A${rows.length}:F${rows.length}`);
      }
      rows.push(...entries.map(cells));
    }
    const cell = (text: string, row: number, column: number): string => {
      const at = `${'ABCDEF'[column]}${row + 1}`;
      if (column === 4 && /^[1-9]\d+$/.test(text)) return `<c r="${at}"><v>${text}</v></c>`;
      return text === '' ? '' : `<c r="${at}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
    };
    return `<worksheet><sheetData>${rows.map((row, i) => `<row r="${i + 1}">${row.map((text, k) => cell(text, i, k)).join('')}</row>`).join('')}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`;
  };
  const [first, second] = parts(catalogue);
  return zipped({
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="进口" sheetId="1" r:id="r1"/><sheet name="出口" sheetId="2" r:id="r2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': first ? sheet(first) : '',
    'xl/worksheets/sheet2.xml': second ? sheet(second) : '',
  });
}

export const writeHtml = (catalogue: WrittenCatalogue): string =>
  `<!doctype html><meta charset="utf-8">${parts(catalogue)
    .map(
      ([title, sections]) =>
        `<h2>${title}</h2><table><tr>${columns.map((name) => `<th>${name}</th>`).join('')}</tr>${sections
          .map(
            ({ headings, entries }) =>
              headings.map((heading) => `<tr><td colspan="6">${heading}</td></tr>`).join('') +
              entries
                .map(
                  (entry) =>
                    `<tr>${cells(entry)
                      .map((cell) => `<td>${escaped(cell).replaceAll('\n', '<br>')}</td>`)
                      .join('')}</tr>`,
                )
                .join(''),
          )
          .join('')}</table>`,
    )
    .join('')}`;

/** Cells parted by tabs, as a table pasted into plain text. */
export const writeText = (catalogue: WrittenCatalogue): string =>
  parts(catalogue)
    .flatMap(([title, sections]) => [
      title,
      columns.join('\t'),
      ...sections.flatMap(({ headings, entries }) => [
        ...headings,
        ...entries.map((entry) =>
          cells(entry)
            .map((cell) => cell.replaceAll('\n', ' '))
            .join('\t'),
        ),
      ]),
    ])
    .join('\r\n');
