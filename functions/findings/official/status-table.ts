import { announcementNumbers } from '../../lexicon/announcement-numbers.ts';
import { folded } from '../../lexicon/fold.ts';
import type { Instrument, MeasureId, Party, Provision } from '../finding.ts';
import type { Act } from './act.ts';
import { listsIn } from './instruments.ts';
import { measureFrom } from './measure.ts';
import { partyOf } from './party-entry.ts';
import { reachOfParties } from './reach.ts';
import type { Text } from './text.ts';

interface Row {
  readonly party: Party;
  readonly left: readonly Instrument[];
  readonly entered: readonly Instrument[];
  readonly target: MeasureId | undefined;
}

/** A table that says for each party from which list it goes to which (原所在名单, 现列入名单). */
export function statusTableActs(text: Text): readonly Act[] {
  const { rows, quote } = rowsOf(text);
  const parties = rows.map(({ party }) => party);
  if (rows.length === 0) return [];
  const reach = reachOfParties(text.title.text, parties) ?? 'japan';
  const on = text.effect.from;
  const entered = groups(rows, ({ entered: lists }) => lists).map(([instrument, own]): Act => {
    const measure = measureFrom(text, instrument, reach, { parties: own.map(({ party }) => party) });
    return { reach, rule: `table: put on ${instrument}`, provision: { action: 'impose', measure, quote } };
  });
  const left = groups(rows, ({ left: lists }) => lists).map(([instrument, own]): Act => {
    const target = own[0]?.target;
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

function groups(
  rows: readonly Row[],
  listsOf: (row: Row) => readonly Instrument[],
): readonly (readonly [Instrument, readonly Row[]])[] {
  const map = new Map<Instrument, Row[]>();
  for (const row of rows) for (const list of listsOf(row)) map.set(list, [...(map.get(list) ?? []), row]);
  return [...map];
}

function rowsOf({ text }: Text): { readonly rows: readonly Row[]; readonly quote: string } {
  let heading: readonly string[] | undefined;
  let at = 0;
  let quote = '';
  const rows: Row[] = [];
  for (const line of text.text.split('\n')) {
    // Folding drops the tabs between cells; the words as published have them.
    const original = text.quote(at, at + line.length);
    const cells = original.split('\t').map((cell) => folded(cell));
    if (
      cells.length > 2 &&
      cells.some((cell) => /(?:现|拟)?(?:列入|调入|调整后)/.test(cell)) &&
      cells.some((cell) => /原|移出|调出/.test(cell))
    ) {
      heading = cells;
      quote = original;
    } else if (heading && cells.length === heading.length) {
      const names = original.split('\t');
      const column = (pattern: RegExp): number => heading?.findIndex((cell) => pattern.test(cell)) ?? -1;
      const party = partyOf(names[Math.max(0, column(/名称|实体|企业/))] ?? '');
      const target = announcementNumbers(line.replace(/\((?=\d{4}年)/g, '公告'))[0]?.number;
      const cell = (pattern: RegExp): string => cells[column(pattern)] ?? '';
      if (party)
        rows.push({
          party,
          left: listsIn(cell(/原|移出|调出/)),
          entered: listsIn(cell(/现|列入|调入|调整后/)),
          target: target as string as MeasureId | undefined,
        });
    } else if (heading) break;
    at += line.length + 1;
  }
  return { rows, quote };
}
