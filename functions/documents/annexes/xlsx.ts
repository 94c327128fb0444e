import { visit, type Visitor } from '../markup.ts';
import { type Annex, type Block, unreadAnnex, type Unread } from './annex.ts';
import { type FlowCell, flowRows } from './flow-tables.ts';
import type { Member } from './zip-members.ts';

const MOST_COLUMNS = 200;

/** Reads XML by its elements' own names: some programs write a prefix before each. */
const visitXml = (xml: string, visitor: Visitor): void => {
  const own = (name: string): string => name.slice(name.indexOf(':') + 1);
  visit(
    xml,
    {
      open: (name, attributes, end) => visitor.open?.(own(name), attributes, end),
      close: (name, start) => visitor.close?.(own(name), start),
      text: (words) => visitor.text?.(words),
    },
    true,
  );
};

/** Reads an Excel file: every sheet that is shown, row by row, by the words that cells show. A sheet counts as a page. */
export function readXlsx(members: readonly Member[]): Annex {
  const xmlOf = (name: string): string | undefined => {
    const member = members.find((one) => one.name === name);
    return member && new TextDecoder().decode(member.bytes());
  };
  const workbook = xmlOf('xl/workbook.xml');
  if (workbook === undefined) return unreadAnnex('xlsx', 'broken', 'xl/workbook.xml is missing');
  const strings = sharedStrings(xmlOf('xl/sharedStrings.xml') ?? '');
  const targets = new Map<string, string>();
  visitXml(xmlOf('xl/_rels/workbook.xml.rels') ?? '', {
    open: (name, { id, target }) => {
      if (name === 'relationship' && id && target)
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const sheets: { readonly path: string; readonly name: string }[] = [];
  visitXml(workbook, {
    open: (name, attributes) => {
      if (name === 'sheet' && !/hidden/i.test(attributes['state'] ?? ''))
        sheets.push({ path: targets.get(attributes['r:id'] ?? '') ?? '', name: attributes['name'] ?? '' });
    },
  });
  const blocks: Block[] = [];
  const unread: Unread[] = [];
  let columns: readonly string[] = [];
  sheets.forEach(({ path, name }, i) => {
    const page = i + 1;
    const xml = xmlOf(path);
    if (xml === undefined) {
      unread.push({ why: 'broken', page, words: `${path || 'a sheet'} is missing` });
      return;
    }
    const { rows, hidden } = rowsOf(xml, strings);
    const read = flowRows(
      rows.map((cells) => ({ page, cells })),
      columns,
    );
    columns = read.columns;
    // A sheet's name may be all the title that its rows have.
    if (name !== '' && read.blocks.length > 0) blocks.push({ kind: 'text', page, text: name });
    blocks.push(...read.blocks);
    // Whoever opens the file does not see them; whoever answers for it should.
    if (hidden.length > 0) unread.push({ why: 'row', page, words: `hidden: ${hidden.join(', ')}`.slice(0, 200) });
  });
  return { kind: 'xlsx', pages: sheets.length, blocks, unread };
}

function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let [text, isText, phonetic] = ['', false, false];
  visitXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rph') phonetic = true;
      if (name === 't') isText = !phonetic;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rph') phonetic = false;
      if (name === 'si') strings.push(text);
    },
    text: (words) => {
      if (isText) text += words;
    },
  });
  return strings;
}

/** A1 → 0, AB12 → 27. */
const columnOf = (reference: string): number =>
  [...(/^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The rows that a sheet shows, and what of it is hidden, where that holds anything. */
function rowsOf(
  xml: string,
  strings: readonly string[],
): { readonly rows: readonly (readonly FlowCell[])[]; readonly hidden: readonly string[] } {
  const rows: string[][] = [];
  const hiddenRows = new Set<string[]>();
  const hiddenColumns = new Set<number>();
  const numbers: number[] = [];
  const merges: { row: number; column: number; span: number; rows: number }[] = [];
  let [column, type, value, isValue] = [0, '', '', false];
  visitXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        const row: string[] = [];
        rows.push(row);
        if (isTrue(attributes['hidden'])) hiddenRows.add(row);
        numbers.push(Number(attributes['r']) || (numbers.at(-1) ?? 0) + 1);
      } else if (name === 'c') {
        column = attributes['r'] ? columnOf(attributes['r']) : (rows.at(-1)?.length ?? 0);
        [type, value] = [attributes['t'] ?? 'n', ''];
      } else if (name === 'col' && isTrue(attributes['hidden'])) {
        const last = Math.min(Number(attributes['max']) || 0, MOST_COLUMNS);
        for (let at = Number(attributes['min']) || 1; at <= last; at++) hiddenColumns.add(at - 1);
      } else if (name === 'v' || name === 't') isValue = true;
      else if (name === 'mergecell') {
        const [from = '', to = from] = (attributes['ref'] ?? '').split(':');
        const line = (reference: string): number => Number(/\d+$/.exec(reference)?.[0] ?? 0);
        merges.push({
          row: line(from),
          column: columnOf(from),
          span: columnOf(to) - columnOf(from) + 1,
          rows: line(to) - line(from) + 1,
        });
      }
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name !== 'c' || column >= MOST_COLUMNS) return;
      const row = rows.at(-1);
      if (!row) return;
      while (row.length <= column) row.push('');
      row[column] = (type === 's' ? (strings[Number(value)] ?? '') : plainNumber(value, type)).trim();
    },
    text: (words) => {
      if (isValue) value += words;
    },
  });
  const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell !== '';
  const hidden = [
    ...rows.flatMap((row, i) => (hiddenRows.has(row) && row.some(isFilled) ? [`row ${numbers[i] ?? i + 1}`] : [])),
    ...[...hiddenColumns].filter((at) => rows.some((row) => isFilled(row[at]))).map((at) => `column ${at + 1}`),
  ];
  const shown = rows.map((row, i): readonly FlowCell[] => {
    if (hiddenRows.has(row)) return [];
    const number = numbers[i] ?? 0;
    const wide = merges.filter((merge) => merge.row === number && merge.span > 1);
    const cells: FlowCell[] = [];
    for (let at = 0; at < row.length;) {
      const span = Math.min(wide.find((merge) => merge.column === at)?.span ?? 1, MOST_COLUMNS);
      const seen = Array.from({ length: span }, (_, k) => at + k).filter((one) => !hiddenColumns.has(one)).length;
      if (seen > 0) cells.push({ text: row[at] ?? '', span: seen });
      at += span;
    }
    return cells;
  });
  return { rows: shown, hidden };
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Customs codes are often kept as numbers: 2.811199E9 is 2811199000, and 281119.0 is 281119. */
function plainNumber(value: string, type: string): string {
  if (type !== 'n' || !/^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(value.trim())) return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? String(number) : value;
}
