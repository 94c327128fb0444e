import { expect, test } from 'vitest';
import type { Document, DocumentId } from '../../../functions/documents/document.ts';
import { readAnnex } from '../../../functions/documents/annexes/read-annex.ts';
import type { Provision } from '../../../functions/findings/finding.ts';
import { interpret } from '../../../functions/findings/interpret.ts';
import type { BeijingDate } from '../../../functions/time.ts';
import type { Layout } from './layouts.ts';
import { printed } from './make-pdf.ts';
import { zipped } from './written-office.ts';

const fields = ['海上', '东方', '北辰', '青叶', '若松', '富山', '长崎', '丰田', '函馆', '樱井'];
const trades = [
  ['造船', 'Shipbuilding'],
  ['精密机械', 'Precision Machinery'],
  ['电子', 'Electronics'],
  ['航空工业', 'Aero Industries'],
] as const;
const romaji = [
  'Kaijo',
  'Toho',
  'Hokushin',
  'Aoba',
  'Wakamatsu',
  'Toyama',
  'Nagasaki',
  'Toyoda',
  'Hakodate',
  'Sakurai',
];
const parties = fields.flatMap((field, i) =>
  trades.map(([zh, en]) => ({ zh: `${field}${zh}株式会社`, en: `${romaji[i] ?? ''} ${en} Co., Ltd.` })),
);
const heads = ['序号', '中文名称', '英文名称'];
const rows = parties.map(({ zh, en }, i) => [String(i + 1), zh, en]);

const word = (body: string): Uint8Array =>
  zipped({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` });
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const inWord = word(
  paragraph('出口管制管控名单') +
    `<w:tbl>${[heads, ...rows].map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`,
);
const inWordLines = word(
  paragraph('附件') + parties.map(({ zh, en }, i) => paragraph(`${i + 1}.${zh}（${en}）`)).join(''),
);
const inExcel = zipped({
  'xl/workbook.xml': '<workbook><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${[heads, ...rows].map((row, i) => `<row r="${i + 1}">${row.map((cell, k) => `<c r="${'ABC'[k] ?? ''}${i + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`).join('')}</sheetData></worksheet>`,
});
const inPdf: Layout = {
  name: 'parties',
  css: `*{font-family:'Noto Sans SC Variable'}table{border-collapse:collapse;width:100%;font-size:12px}td,th{border:1px solid #000;padding:6px}`,
  body: () =>
    `<h1>出口管制管控名单</h1><table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
};
const printedList = async (): Promise<Uint8Array> =>
  (await printed([{ layout: inPdf, catalogue: { year: 2026, imports: [], exports: [] } }]))[0] ?? new Uint8Array();

const forms = [
  ['a table in a Word file', () => Promise.resolve(inWord)],
  ['lines of a Word file', () => Promise.resolve(inWordLines)],
  ['an Excel file', () => Promise.resolve(inExcel)],
  ['a table over pages of a PDF', printedList],
] as const;

/** What an announcement says whose list is in an attachment. */
async function provisionsOf(bytes: Uint8Array, stated: number): Promise<readonly Provision[]> {
  const url = 'https://www.mofcom.gov.cn/attach/list';
  const document: Document = {
    id: 'www.mofcom.gov.cn/1' as DocumentId,
    fingerprint: '0'.repeat(64),
    source: 'mofcom-announcements',
    publisher: '商务部',
    authority: 'official',
    language: 'zh',
    url: 'https://www.mofcom.gov.cn/1.html',
    title: `商务部公告2026年第61号 公布将${stated}家日本实体列入出口管制管控名单`,
    text: `根据《中华人民共和国出口管制法》和《中华人民共和国两用物项出口管制条例》等法律法规有关规定，为维护国家安全和利益，决定将参与提升日本军事实力的${stated}家日本实体列入出口管制管控名单（见附件），并采取以下措施：\n一、禁止出口经营者向上述实体出口两用物项。\n本公告自公布之日起正式实施。\n附件：出口管制管控名单`,
    publishedOn: '2026-03-02' as BeijingDate,
    attachments: [{ name: '附件', url }],
    annexes: [{ url, annex: await readAnnex(bytes) }],
  };
  const reading = interpret(document);
  return reading.kind === 'finding' ? reading.finding.provisions : [];
}

test.each(forms)('40 parties in %s are read, in both languages', async (_, bytes) => {
  const [provision, ...more] = await provisionsOf(await bytes(), 40);
  expect(more).toEqual([]);
  expect(provision?.action === 'impose' && provision.measure.parties).toMatchObject(parties);
});

test.each(forms)('%s with a party less than the text says is unclear, and says both counts', async (_, bytes) => {
  const provisions = await provisionsOf(await bytes(), 41);
  expect(provisions).toMatchObject([{ action: 'unclear', doubt: { kind: 'count', stated: 41, read: 40 } }]);
});
