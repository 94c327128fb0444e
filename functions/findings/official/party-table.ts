import type { Folded } from '../../lexicon/fold.ts';
import { japaneseName } from '../../lexicon/names.ts';
import type { Party } from '../finding.ts';
import { aliasesIn, partyOf } from './party-entry.ts';
import { han, looksLikeName, mayBeName, tidy } from './party-names.ts';

type Role = 'number' | 'zh' | 'en' | 'ja' | 'address' | 'alias' | 'other';

const roles: readonly (readonly [Role, RegExp])[] = [
  ['number', /^(?:序号|编号|号|no\.?|项)$/i],
  ['en', /英文|外文|english/i],
  ['ja', /日文|日语|原文/],
  ['alias', /别称|别名|常用名|简称|曾用名|又称|alias/i],
  ['address', /地址|所在地|住所|注册地|位置/],
  ['other', /国别|国家|地区|所属|备注|类别|领域|理由|原因|名单|日期|时间|状态/],
  ['zh', /名称|名|实体|企业|公司|单位|机构|组织/],
];
const roleOf = (cell: string): Role | undefined =>
  cell.length > 16 ? undefined : roles.find(([, pattern]) => pattern.test(cell))?.[0];

/** The parties in the rows of a table whose cells are parted by tabs, bars or wide blanks; none, where there is no table. */
export function partiesInTable(text: Folded, from: number, to: number): readonly Party[] {
  const flattened = partiesInFlatTable(linesOf(text, from, to));
  if (flattened.length > 0) return flattened;
  const found: Party[] = [];
  let columns: readonly (Role | undefined)[] | undefined;
  let spaced = false;
  for (const words of linesOf(text, from, to)) {
    spaced ||= isSpacedHeading(words);
    const cells = spaced ? spacedCells(words) : cellsOf(words, columns !== undefined);
    if (cells.length < 2) continue;
    const named = cells.map(roleOf);
    if (named.includes('zh') && !cells.some((cell) => looksLikeName(cell) && cell.length > 5)) columns = named;
    else if (columns?.length === cells.length) found.push(...partyByColumns(cells, columns));
    else if (columns !== undefined || /^\d{1,5}$/.test(cells[0] ?? '')) found.push(...partyByLook(cells));
  }
  return found;
}

/** Folding drops the tabs between cells; the words as published have them. */
function linesOf(text: Folded, from: number, to: number): readonly string[] {
  let at = from;
  return text.text
    .slice(from, to)
    .split('\n')
    .map((line) => {
      const start = at;
      at += line.length + 1;
      return text.quote(start, start + line.length);
    });
}

/**
 * A table of which every cell stands on a line of its own: the names of its columns, then row by row. A row begins with its
 * number where there is such a column; else it has as many lines as there are columns.
 */
function partiesInFlatTable(lines: readonly string[]): readonly Party[] {
  const start = lines.findIndex((_, i) => [0, 1].every((next) => isColumnName(lines[i + next])));
  if (start < 0) return [];
  const length = lines.slice(start).findIndex((line) => !isColumnName(line));
  const columns = lines.slice(start, start + length).map(roleOf);
  if (length < 2 || !columns.some((role) => role === 'zh' || role === 'en')) return [];
  const rest = lines.slice(start + length);
  return columns[0] === 'number' ? byNumber(rest, columns) : inChunks(rest, columns);
}

const isColumnName = (line: string | undefined): boolean =>
  line !== undefined &&
  line.length <= 10 &&
  roleOf(line) !== undefined &&
  !looksLikeName(line) &&
  !/^[（(\d一二三四五六七八九十]|[\t|｜:：。]/.test(line);

function byNumber(lines: readonly string[], columns: readonly (Role | undefined)[]): readonly Party[] {
  const found: Party[] = [];
  for (let i = 0; lines[i] === String(found.length + 1);) {
    const next = lines.indexOf(String(found.length + 2), i + 1);
    const cells = lines.slice(i, next > 0 && next <= i + 2 * columns.length ? next : i + columns.length);
    const row = cells.length === columns.length ? partyByColumns(cells, columns) : partyByLook(cells);
    if (row.length === 0) break;
    found.push(...row);
    i += cells.length;
  }
  return found;
}

function inChunks(lines: readonly string[], columns: readonly (Role | undefined)[]): readonly Party[] {
  const found: Party[] = [];
  for (let i = 0; i + columns.length <= lines.length; i += columns.length) {
    const cells = lines.slice(i, i + columns.length);
    const fits = columns.every((role, column) => {
      const cell = cells[column] ?? '';
      return role === 'en' ? !han.test(cell) : role === 'zh' ? han.test(cell) && mayBeName(cell) : true;
    });
    if (!fits) break;
    found.push(...partyByColumns(cells, columns));
  }
  return found;
}

/** 序号 国别 实体名称 英文名称: the names of columns with single blanks between them. */
const isSpacedHeading = (line: string): boolean => {
  const cells = line.trim().split(/ +/);
  return (
    cells.length > 2 &&
    !/[\t|｜]/.test(line) &&
    cells.every((cell) => roleOf(cell) !== undefined && !looksLikeName(cell))
  );
};

/** Blanks part cells of Chinese; Latin letters and figures go on over them (Subic Bay Ship Repair Corp.). */
function spacedCells(line: string): readonly string[] {
  const cells: string[] = [];
  for (const piece of line.trim().split(/\s+/)) {
    const last = cells.at(-1);
    if (last !== undefined && cells.length > 1 && !han.test(last) && !han.test(piece))
      cells[cells.length - 1] = `${last} ${piece}`;
    else cells.push(piece);
  }
  return cells;
}

function cellsOf(line: string, inTable: boolean): readonly string[] {
  const words = line.trim();
  if (words.includes('\t')) return words.split('\t').map(tidy);
  if (/[|｜]/.test(words))
    return words
      .replace(/^[|｜]|[|｜]$/g, '')
      .split(/[|｜]/)
      .map(tidy);
  const blanks = words.split(/\s{2,}|　+/).map(tidy);
  const heads = blanks.filter((cell) => roleOf(cell) !== undefined && !looksLikeName(cell)).length;
  return inTable || (blanks.length > 1 && heads === blanks.length) ? blanks : [words];
}

const given = (cell: string | undefined): string | undefined =>
  cell === undefined || /^[-—–－/无]*$/.test(cell) ? undefined : cell;

function partyByColumns(cells: readonly string[], columns: readonly (Role | undefined)[]): readonly Party[] {
  const cell = (role: Role): string | undefined => given(cells[columns.indexOf(role)]);
  const base = partyOf(cell('zh') ?? cell('en') ?? '');
  if (!base) return [];
  const [en, ja, address] = [cell('en'), cell('ja'), cell('address')];
  const aliases = aliasesIn(cell('alias') ?? '');
  const japanese = ja ?? base.ja ?? japaneseName(base.zh, en);
  return [
    {
      ...base,
      ...(en && cell('zh') && { en }),
      ...(japanese && { ja: japanese }),
      ...(address && { address }),
      ...(aliases.length > 0 && { aliases }),
    },
  ];
}

/** Without a heading: the cell that looks like a name in Chinese, and the one in Latin letters. */
function partyByLook(cells: readonly string[]): readonly Party[] {
  const own = cells.map(given).filter((cell) => cell !== undefined && !/^\d+$/.test(cell));
  const han = own.filter((cell) => cell !== undefined && /[一-鿿]/.test(cell));
  const zh = han.find((cell) => cell !== undefined && looksLikeName(cell)) ?? han[0];
  const en = own.find((cell) => cell !== undefined && !/[一-鿿]/.test(cell) && /\p{Script=Latin}/u.test(cell));
  const base = partyOf(zh ?? en ?? '');
  if (!base) return [];
  const name = base.en ?? (zh ? en : undefined);
  const ja = base.ja ?? japaneseName(base.zh, name);
  return [{ ...base, ...(name && { en: name }), ...(ja && { ja }) }];
}
