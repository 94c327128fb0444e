import type { Layout } from './layouts.ts';
import {
  numbersFrom,
  writeCatalogue,
  type WrittenCatalogue,
  type WrittenEntry,
  type WrittenSection,
} from './written-catalogue.ts';

/** A catalogue in a layout that a seed drew: what a ministry's typist might come up with. */
export interface RandomLayout {
  readonly layout: Layout;
  readonly catalogue: WrittenCatalogue;
  /** What is unusual about it, for whoever looks for a fault. */
  readonly traits: readonly string[];
}

type Column = 'number' | 'code' | 'description' | 'name' | 'hs' | 'unit' | 'group';

const names: Readonly<Record<Exclude<Column, 'group'>, readonly string[]>> = {
  number: ['序号', '编号', '序 号'],
  code: ['管制编码', '出口管制编码', '管制<br>编码', '物项编码'],
  description: ['物项名称及描述', '物项描述', '物项名称及技术参数'],
  name: ['参考商品名称', '参考货物名称', '参考商品<br>名称'],
  hs: ['海关商品编号', '海关商品编码', '参考海关商品编号', '海关商品<br>编号'],
  unit: ['单位', '计量单位', '单 位'],
};
const orders: readonly (readonly Column[])[] = [
  ['number', 'code', 'description', 'name', 'hs', 'unit'],
  ['number', 'code', 'description', 'name', 'hs', 'unit'],
  ['number', 'code', 'name', 'description', 'hs', 'unit'],
  ['number', 'hs', 'name', 'code', 'description', 'unit'],
  ['number', 'name', 'hs', 'unit', 'code', 'description'],
  ['code', 'description', 'name', 'hs', 'unit'],
  ['number', 'code', 'name', 'hs', 'unit'],
  ['number', 'description', 'code', 'name', 'unit', 'hs'],
];
const shares: Readonly<Record<Column, number>> = {
  number: 6,
  code: 12,
  description: 36,
  name: 19,
  hs: 17,
  unit: 10,
  group: 9,
};

/** Draws a layout and what it shows. */
export function randomLayout(seed: number, size = 60): RandomLayout {
  const next = numbersFrom(seed * 7_919 + 13);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
  const chance = (share: number): boolean => next() < share;
  const between = (least: number, most: number): number => least + next() * (most - least);
  const traits: string[] = [];
  const draw = <T>(trait: string, values: readonly T[]): T => {
    const value = pick(values);
    traits.push(`${trait}: ${String(value)}`);
    return value;
  };
  const maybe = (trait: string, share: number): boolean => {
    const is = chance(share);
    if (is) traits.push(trait);
    return is;
  };

  const order = [...draw('columns', orders)];
  const grouped = order[0] === 'number' && maybe('group cells', 0.15);
  if (grouped) order.unshift('group');
  const rules = draw('rules', ['all', 'all', 'all', 'rows', 'header', 'none', 'none', 'outer']);
  const align = draw('cells at', ['top', 'top', 'middle', 'middle', 'bottom']);
  const once = maybe('header once', 0.35);
  const restart = maybe('numbers begin anew', 0.25);
  const titles = draw('titles', ['in table', 'in table', 'in table, centred', 'outside']);
  const customs = draw('customs codes', ['plain', 'plain', 'dots', 'spaces', 'ex']);
  const between2 = draw('customs codes parted by', ['line', 'line', 'comma', 'semicolon', 'mark']);
  const empty = draw('no customs code', ['', '', '—', '/', '无']);
  const brackets = maybe('units in brackets', 0.3);
  const breakCodes = maybe('codes broken', 0.25);
  const notes = maybe('notes between rows', 0.35);
  const mixed = maybe('pages of both ways', 0.15);
  const landscape = !mixed && maybe('landscape', 0.2);
  const whole = maybe('rows are not broken', 0.25);
  const shared = maybe('a number for several codes', 0.12);
  const parenthesised = maybe('numbers in another form', 0.1);
  const fill = maybe('shaded', 0.2);
  const size9 = Math.round(between(7, 11) * 2) / 2;
  traits.push(`${size9} px`);

  const catalogue = numbered(writeCatalogue(2026, seed + 5_000, size), restart, shared);
  const shares9 = order.map(
    (column) => shares[column] * between(0.8, 1.25) * (column === 'code' && breakCodes ? 0.55 : 1),
  );
  const sum = shares9.reduce((a, b) => a + b, 0);
  const widths = `<colgroup>${shares9.map((share) => `<col style="width:${((100 * share) / sum).toFixed(1)}%">`).join('')}</colgroup>`;
  const headings = order.map((column) => (column === 'group' ? '类别' : pick(names[column])));
  const head = `<tr>${headings.map((name) => `<th>${name}</th>`).join('')}</tr>`;
  const spanning = (text: string, kind: string): string =>
    `<tr class="${kind}"><td colspan="${order.length}">${text}</td></tr>`;
  const joints: Readonly<Record<string, string>> = { line: '<br>', comma: '，', semicolon: '；<br>', mark: '、' };

  const hsShown = (code: string): string => {
    if (customs === 'dots')
      return code.length === 10
        ? `${code.slice(0, 4)}.${code.slice(4, 8)}.${code.slice(8)}`
        : `${code.slice(0, 4)}.${code.slice(4)}`;
    if (customs === 'spaces')
      return code.length === 10
        ? `<nobr>${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}</nobr>`
        : `<nobr>${code.slice(0, 4)} ${code.slice(4)}</nobr>`;
    return customs === 'ex' && Number(code) % 3 === 0 ? `ex${code}` : code;
  };
  const cellOf = (
    entry: WrittenEntry,
    column: Column,
    i: number,
    all: readonly WrittenEntry[],
    label: string,
  ): string => {
    switch (column) {
      case 'group':
        return i === 0 ? `<td rowspan="${all.length}">${label}</td>` : '';
      case 'number': {
        const same = all.filter(({ number }) => number === entry.number);
        if (same[0] !== entry) return '';
        return `<td rowspan="${same.length}">${parenthesised ? `${entry.number}.` : entry.number}</td>`;
      }
      case 'code':
        return `<td>${breakCodes ? entry.code.replaceAll('.', '.<wbr>') : entry.code}</td>`;
      case 'description':
        return `<td>${entry.description.join('<br>')}</td>`;
      case 'name':
        return `<td>${entry.name}</td>`;
      case 'hs':
        return `<td>${entry.hsCodes.map(hsShown).join(joints[between2]) || empty}</td>`;
      case 'unit':
        return `<td>${brackets && entry.unit ? `${entry.unit}（${entry.unit.includes('千克') ? '公斤' : '套'}）` : entry.unit}</td>`;
    }
  };
  const rowsOf = ({ entries, headings: own }: WrittenSection): string =>
    entries
      .map((entry, i) => {
        const row = `<tr>${order.map((column) => cellOf(entry, column, i, entries, own.at(-1)?.slice(0, 8) ?? '')).join('')}</tr>`;
        const isAlone = entries[i + 1]?.number !== entry.number && !grouped;
        return (
          row +
          (notes && isAlone && Number.parseInt(entry.code, 16) % 5 === 0
            ? spanning(`注：${entry.code} 项不包括已列入 2B352 项的物项，另见本目录说明。`, 'note')
            : '')
        );
      })
      .join('');
  const part = (title: string, sections: readonly WrittenSection[], wide: boolean): string => {
    const open = `<table>${widths}${once ? `<tbody>${head}</tbody>` : `<thead>${head}</thead>`}<tbody>`;
    const body =
      titles === 'outside'
        ? sections
            .map(
              (section) =>
                `${section.headings.map((one) => `<h3>${one}</h3>`).join('')}${open}${rowsOf(section)}</tbody></table>`,
            )
            .join('')
        : `${open}${sections.map((section) => section.headings.map((one) => spanning(one, 'section')).join('') + rowsOf(section)).join('')}</tbody></table>`;
    return `<div class="${wide ? 'wide' : 'tall'}"><h2>${title}</h2>${body}</div>`;
  };

  const border = {
    all: 'td,th{border:1px solid #000}',
    rows: 'td,th{border-top:1px solid #000;border-bottom:1px solid #000}',
    header: 'th{border:1px solid #000}',
    none: '',
    outer: 'table{border:1.5px solid #000}th{border-bottom:1px solid #000}',
  }[rules];
  const padding = `${between(rules === 'all' || rules === 'rows' ? 0.5 : 2.5, 5).toFixed(1)}px ${between(rules === 'all' ? 1.5 : 3, 7).toFixed(1)}px`;
  const css = `*{font-family:'Noto Sans SC Variable';font-weight:400}h1,h2{text-align:center;font-size:15px}h3{font-size:11px;margin:5px 0}p{font-size:11px}
table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:${size9}px;line-height:${between(1.15, 1.6).toFixed(2)}}
td,th{vertical-align:${align};text-align:${pick(['left', 'left', 'center', 'justify'])};overflow-wrap:anywhere;padding:${padding}}${border}
${titles === 'in table, centred' ? '.section td{text-align:center}' : '.section td{text-align:left}'}.note td{text-align:left}
${fill ? 'th,tr:nth-child(odd) td{background:#eee}' : ''}${whole ? 'tr{break-inside:avoid}' : ''}td{letter-spacing:${pick([0, 0, 0.2, 0.5])}px}
@page{size:A4;margin:18mm 12mm}@page wide{size:A4 landscape}.wide{page:wide}`;
  const folio = (html: string): string => `<div style="font-size:9px;width:100%;text-align:center">${html}</div>`;
  const number = '<span class="pageNumber"></span>';
  return {
    traits,
    catalogue,
    layout: {
      name: `random-${seed}`,
      css,
      ...(landscape && { landscape }),
      ...(mixed && { pages: 'by style' as const }),
      ...(chance(0.3) && { header: folio('两用物项和技术进出口许可证管理目录（2026年）') }),
      footer: folio(pick([`- ${number} -`, number, `第 ${number} 页`, `${number} / <span class="totalPages"></span>`])),
      body: ({ imports, exports }) =>
        `<h1>2026年度两用物项和技术进出口许可证管理目录</h1><p>说明：本目录所列物项，无论有无海关商品编号，均应当办理许可证。</p>` +
        part('Ⅰ、两用物项和技术进口许可证管理目录', imports, false) +
        part('Ⅱ、两用物项和技术出口许可证管理目录', exports, mixed),
    },
  };
}

/** Numbers that begin anew with each section, or that several codes of one stem share. */
function numbered(catalogue: WrittenCatalogue, restart: boolean, shared: boolean): WrittenCatalogue {
  const anew = (sections: readonly WrittenSection[]): readonly WrittenSection[] => {
    let number = 0;
    return sections.map(({ headings, entries }) => {
      if (restart) number = 0;
      return {
        headings,
        entries: entries.map((entry, i) => {
          const before = entries[i - 1];
          const isOfStem = before?.code.split('.')[0] === entry.code.split('.')[0];
          if (!(shared && isOfStem)) number++;
          return { ...entry, number };
        }),
      };
    });
  };
  return { ...catalogue, imports: anew(catalogue.imports), exports: anew(catalogue.exports) };
}
