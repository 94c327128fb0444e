import { announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import type { BeijingDate } from '../../time.ts';
import type { Instrument, MeasureId, Party, Provision } from '../finding.ts';
import type { Act } from './act.ts';
import { listsIn } from './instruments.ts';
import { measureFrom } from './measure.ts';
import { partyOf } from './party-entry.ts';
import { reachOfParties } from './reach.ts';
import { type Cell, type Table, tablesIn } from './tables.ts';
import type { Text } from './text.ts';

interface Row {
  readonly party: Party;
  readonly left: readonly Instrument[];
  readonly entered: readonly Instrument[];
  readonly target: MeasureId | undefined;
  readonly on: BeijingDate | undefined;
}

/** One list, and the rows that come onto it or leave it together. */
interface Group {
  readonly instrument: Instrument;
  readonly rows: readonly [Row, ...Row[]];
}

/** A table that says for each party from which list it goes to which (原所在名单, 现列入名单), or what is done with it. */
export function statusTableActs(text: Text): readonly Act[] {
  const table = tablesIn(text.text).find(({ heading }) => columnsOf(heading) !== undefined);
  const rows = table ? rowsOf(text, table) : [];
  if (!table || rows.length === 0) return [];
  const { quote } = table;
  const reach =
    reachOfParties(
      text.title.text,
      rows.map(({ party }) => party),
    ) ?? 'japan';
  const comes = groups(rows, ({ entered }) => entered);
  const several = new Set(comes.map(({ instrument }) => instrument)).size > 1;
  const entered = comes.map(({ instrument, rows: own }): Act => {
    const read = measureFrom(text, instrument, reach, { parties: own.map(({ party }) => party), several });
    const measure = { ...read, ...(own[0].on && { effectiveOn: own[0].on }) };
    return { reach, rule: `table: put on ${instrument}`, provision: { action: 'impose', measure, quote } };
  });
  const left = groups(rows, ({ left: lists }) => lists).map(({ instrument, rows: own }): Act => {
    const [{ target, on = text.effect.from }] = own;
    const provision: Provision = {
      action: 'remove-parties',
      instrument,
      parties: own.map(({ party }) => party),
      quote,
      ...(target && { measure: target }),
      ...(on && { on }),
    };
    return { reach, rule: `table: taken off ${instrument}`, provision };
  });
  return [...entered, ...left];
}

/** Rows of one list, one day and, where they leave, one announcement. */
function groups(rows: readonly Row[], listsOf: (row: Row) => readonly Instrument[]): readonly Group[] {
  const leaving = (row: Row): boolean => listsOf(row) === row.left;
  const each = rows.flatMap((row) => listsOf(row).map((instrument) => ({ instrument, row })));
  const together = Map.groupBy(each, ({ instrument, row }) =>
    JSON.stringify([instrument, row.on, leaving(row) ? row.target : undefined]),
  );
  return [...together.values()].flatMap((some): readonly Group[] => {
    const [first, ...rest] = some;
    return first ? [{ instrument: first.instrument, rows: [first.row, ...rest.map(({ row }) => row)] }] : [];
  });
}

interface Columns {
  readonly name: number;
  readonly number: number;
  /** From which list to which; or the list, and what is done. */
  readonly from: number;
  readonly to: number;
  readonly list: number;
  readonly change: number;
}

function columnsOf(heading: readonly string[]): Columns | undefined {
  const at = (pattern: RegExp): number => heading.findIndex((cell) => cell.length <= 16 && pattern.test(cell));
  const columns = {
    name: at(/名称|实体|企业/),
    number: at(/^(?:序号|编号|号)$/),
    from: at(/原(?!公告)|移出|调出/),
    to: at(/^(?:现|拟)|列入|调入|调整后/),
    list: at(/名单/),
    change: at(/(?:调整|变动|变更|处理|操作)(?!后)|^(?:方式|类型|措施)$/),
  };
  const fromTo = heading.length > 2 && columns.from >= 0 && columns.to >= 0;
  return columns.name >= 0 && (fromTo || columns.change >= 0) ? columns : undefined;
}

const leaves = /移出|移除|调出|删除|取消|转出/;
const enters = /新增|列入|增加|增列|纳入|补充/;

function rowsOf(text: Text, { heading, rows }: Table): readonly Row[] {
  const columns = columnsOf(heading);
  return rows.flatMap((cells): readonly Row[] => {
    const party = columns && cells.length === heading.length && partyOf(cells[columns.name]?.words ?? '');
    if (!party) return [];
    const cell = (at: number): string => cells[at]?.folded ?? '';
    const { left, entered } = movesIn(columns, cell);
    const on = text.placeDays.get(Number(cell(columns.number)));
    return left.length + entered.length > 0 ? [{ party, left, entered, target: targetIn(cells), on }] : [];
  });
}

function movesIn(columns: Columns, cell: (at: number) => string): Pick<Row, 'left' | 'entered'> {
  if (columns.from >= 0 && columns.to >= 0)
    return { left: listsIn(cell(columns.from)), entered: listsIn(cell(columns.to)) };
  const change = cell(columns.change);
  const list = listsIn(cell(columns.list));
  // 移出，转入管控名单; 由关注名单调整至管控名单
  const into = listsIn(/(?:转入|调入|列入|移入|调整[至为到]|移至)(?<to>[^,;]*)$/.exec(change)?.groups?.['to'] ?? '');
  const named = listsIn(change).filter((one) => !into.includes(one));
  const lists = named.length > 0 ? named : list;
  if (leaves.test(change) || (into.length > 0 && !enters.test(change))) return { left: lists, entered: into };
  return { left: [], entered: enters.test(change) ? (into.length > 0 ? into : lists) : [] };
}

/** (2026年第12号): in a table the word 公告 may be left out. */
const targetIn = (cells: readonly Cell[]): MeasureId | undefined =>
  announcementNumbers(
    cells
      .map(({ folded }) => folded)
      .join(' ')
      .replace(/\((?=\d{4}年)/g, '公告'),
  )[0]?.number as string as MeasureId | undefined;
