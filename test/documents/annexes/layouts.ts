import type { WrittenCatalogue, WrittenEntry, WrittenSection } from './written-catalogue.ts';

/** How a fixture is set: what the ministry might send, and what it might not. */
export interface Layout {
  readonly name: string;
  readonly css: string;
  readonly landscape?: true;
  /** The style says how each page lies. */
  readonly pages?: 'by style';
  /** Written into every page of the file: the sheet lies on its side. */
  readonly rotate?: 90 | 270;
  /** Chromium's own templates for the lines over and under each page. */
  readonly header?: string;
  readonly footer?: string;
  readonly body: (catalogue: WrittenCatalogue) => string;
}

const columns = ['序号', '管制编码', '物项名称及描述', '参考商品名称', '海关商品编号', '单位'];
const title = ({ year }: WrittenCatalogue): string => `<h1>${year}年度两用物项和技术进出口许可证管理目录</h1>`;
const preface = `<p>说明：一、进出口本目录所列物项和技术，无论有无海关商品编号，均应当办理许可证。</p>
<p>二、《两用物项和技术出口许可证管理目录》与《两用物项出口管制清单》不一致的，以清单为准。1C210.a 项等编码为管制编码。</p>`;
const partTitles = ['Ⅰ、两用物项和技术进口许可证管理目录', 'Ⅱ、两用物项和技术出口许可证管理目录'] as const;
const parts = (catalogue: WrittenCatalogue): readonly (readonly [string, readonly WrittenSection[]])[] => [
  [partTitles[0], catalogue.imports],
  [partTitles[1], catalogue.exports],
];
const cells = (
  { number, code, description, name, hsCodes, unit }: WrittenEntry,
  wrapCode = false,
): readonly string[] => [
  String(number),
  wrapCode ? code.replaceAll('.', '.<wbr>') : code,
  description.join('<br>'),
  name,
  hsCodes.join('<br>'),
  unit,
];
const row = (tds: readonly string[]): string => `<tr>${tds.map((td) => `<td>${td}</td>`).join('')}</tr>`;
const head = (names: readonly string[] = columns): string =>
  `<thead><tr>${names.map((name) => `<th>${name}</th>`).join('')}</tr></thead>`;
const spanning = (text: string): string => `<tr class="section"><td colspan="6">${text}</td></tr>`;
const widths = (...of: readonly number[]): string =>
  `<colgroup>${of.map((width) => `<col style="width:${width}%">`).join('')}</colgroup>`;
const font = `*{font-family:'Noto Sans SC Variable';font-weight:400}h1{font-size:16px;text-align:center}h2{font-size:14px;text-align:center}p{font-size:11px}`;
const table = (extra: string): string =>
  `table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:9px;line-height:1.35}td,th{vertical-align:top;text-align:left;overflow-wrap:anywhere;${extra}}`;
const folio = (html: string): string => `<div style="font-size:9px;width:100%;text-align:center">${html}</div>`;
const pageNumber = '<span class="pageNumber"></span>';

function onePerPart(catalogue: WrittenCatalogue, cols: string, options: { wrapCode?: boolean } = {}): string {
  return parts(catalogue)
    .map(
      ([part, sections]) =>
        `<h2>${part}</h2><table>${cols}${head()}<tbody>${sections
          .map(
            ({ headings, entries }) =>
              headings.map(spanning).join('') + entries.map((entry) => row(cells(entry, options.wrapCode))).join(''),
          )
          .join('')}</tbody></table>`,
    )
    .join('<div style="break-after:page"></div>');
}

/** Ruled, the header row on each page, rows that break over pages. */
const ruled: Layout = {
  name: 'ruled',
  css: font + table('border:1px solid #000;padding:2px 4px'),
  footer: folio(`- ${pageNumber} -`),
  body: (catalogue) => title(catalogue) + preface + onePerPart(catalogue, widths(6, 11, 38, 18, 16, 11)),
};

/** No rule at all, columns of other widths, cells centred on their row, the header row once a part. */
const unruled: Layout = {
  name: 'unruled',
  css: `${font}${table('padding:4px 6px')}td{vertical-align:middle}thead{display:table-row-group}`,
  footer: folio(`第 ${pageNumber} 页 共 <span class="totalPages"></span> 页`),
  body: (catalogue) => title(catalogue) + onePerPart(catalogue, widths(7, 12, 30, 22, 18, 11)),
};

/** A sheet on its side, ruled, small columns: control codes and units wrap. */
const sideways: Layout = {
  name: 'sideways',
  css: `${font}${table('border:0.5px solid #444;padding:1px 2px;text-align:center;vertical-align:middle')}`,
  landscape: true,
  rotate: 90,
  footer: folio(`— ${pageNumber} —`),
  body: (catalogue) => title(catalogue) + onePerPart(catalogue, widths(4, 5.2, 45, 20, 10.8, 4), { wrapCode: true }),
};

/** A table for each section, as wide as its words; rules between rows only; names of columns spaced out and broken. */
const threeLines: Layout = {
  name: 'three-lines',
  css: `${font}table{border-collapse:collapse;width:100%;font-size:9px;line-height:1.3}td,th{vertical-align:top;text-align:left;padding:3px 5px;border-bottom:1px solid #000}td:nth-child(1),td:nth-child(2),td:nth-child(5){white-space:nowrap}h3{font-size:10px;margin:6px 0 2px}`,
  header: folio('两用物项和技术进出口许可证管理目录'),
  footer: folio(pageNumber),
  body: (catalogue) =>
    title(catalogue) +
    preface +
    parts(catalogue)
      .map(
        ([part, sections]) =>
          `<h2>${part}</h2>${sections
            .map(
              ({ headings, entries }) =>
                headings.map((heading) => `<h3>${heading}</h3>`).join('') +
                `<table>${head(['序　号', '管制<br>编码', '物项名称及描述', '参考商品<br>名称', '海关商品<br>编号', '单　位'])}<tbody>${entries.map((entry) => row(cells(entry))).join('')}</tbody></table>`,
            )
            .join('')}`,
      )
      .join(''),
};

/** Ruled; an entry's customs codes stand in rows of their own beside cells that span them; notes over the whole width. */
const spanned: Layout = {
  name: 'spanned',
  css: `${font}${table('border:1px solid #000;padding:2px 3px;text-align:justify;vertical-align:middle')}td{letter-spacing:0.4px}`,
  footer: folio(`第${pageNumber}页`),
  body: (catalogue) =>
    title(catalogue) +
    parts(catalogue)
      .map(
        ([part, sections]) =>
          `<h2>${part}</h2><table>${widths(6, 12, 36, 18, 17, 11)}${head()}<tbody>${sections
            .map(({ headings, entries }) => headings.map(spanning).join('') + entries.map(spannedRows).join(''))
            .join('')}</tbody></table>`,
      )
      .join(''),
};

function spannedRows(entry: WrittenEntry): string {
  const { hsCodes, description } = entry;
  const [number = '', code = '', , name = '', , unit = ''] = cells(entry);
  const notes = description.filter((line) => /^(?:技术说明|注)/.test(line));
  const words = description.filter((line) => !notes.includes(line)).join('<br>');
  const all = (td: string): string => `<td rowspan="${Math.max(1, hsCodes.length)}">${td}</td>`;
  const [first = '', ...rest] = hsCodes;
  return [
    `<tr>${all(number)}${all(code)}${all(words)}${all(name)}<td>${first}</td>${all(unit)}</tr>`,
    ...rest.map((hs) => `<tr><td>${hs}</td></tr>`),
    ...notes.map(spanning),
  ].join('');
}

/** No rule, hardly a gap between columns, the header row on each page, and a long line over every page. */
const tight: Layout = {
  name: 'tight',
  css: `${font}${table('padding:0.5px 2px')}td{padding-bottom:3px}`,
  header: folio('商务部　海关总署公告附件'),
  footer: folio(`${pageNumber}/<span class="totalPages"></span>`),
  body: (catalogue) => title(catalogue) + preface + onePerPart(catalogue, widths(5, 10, 42, 18, 15, 10)),
};

/** Every character set by itself, at sub-pixel distances; the sheet turned in its content, not by its file. */
const turned: Layout = {
  name: 'turned',
  css: `${font}${table('border:1px solid #000;padding:2px 4px')}td{letter-spacing:0.13px}body{writing-mode:sideways-rl}`,
  landscape: true,
  body: (catalogue) => title(catalogue) + onePerPart(catalogue, widths(6, 11, 38, 18, 16, 11)),
};

export const layouts: readonly Layout[] = [ruled, unruled, sideways, threeLines, spanned, tight, turned];
