import type { MeasureId, Party, Provision } from '../finding.ts';
import type { Act } from './act.ts';
import { citationsIn } from './citations.ts';
import { partyOf } from './party-entry.ts';
import { isKnownOfJapan, reachOfParties } from './reach.ts';
import { tablesIn } from './tables.ts';
import type { Text } from './text.ts';

interface Renaming {
  readonly from: Party;
  readonly to: Party;
  readonly measure: MeasureId;
}

/** A table of old and new names (所涉公告, 原名称, 变更后名称): one amendment for each announcement that its rows name. */
export function renameTableActs(text: Text): readonly Act[] {
  return tablesIn(text.text).flatMap(({ heading, rows, quote }) => {
    const before = heading.findIndex((cell) => /^(?:原|变更前|旧)[一-鿿]*名/.test(cell));
    const after = heading.findIndex((cell) => /^(?:新|现|变更后|更名后)[一-鿿]*名/.test(cell));
    if (before < 0 || after < 0) return [];
    const renamings = rows.flatMap((cells): readonly Renaming[] => {
      const [from, to] = [partyOf(cells[before]?.words ?? ''), partyOf(cells[after]?.words ?? '')];
      const measure = targetIn(text, cells.map(({ folded }) => folded).join(' '));
      return from && to && measure ? [{ from, to, measure }] : [];
    });
    return [...Map.groupBy(renamings, ({ measure }) => measure)].map(([measure, own]): Act => {
      const renamed = own.map(({ from, to }) => ({ from, to }));
      const reach = isKnownOfJapan(measure)
        ? 'japan'
        : (reachOfParties(
            text.title.text,
            own.map(({ from }) => from),
          ) ?? 'japan');
      const provision: Provision = {
        action: 'amend',
        measure,
        quote,
        ...(text.effect.from && { on: text.effect.from }),
        alters: { renamed },
      };
      return { reach, rule: 'a table of new names', provision };
    });
  });
}

/** The announcement that a row names, in full or by 第27号; else the one that the text names. */
function targetIn(text: Text, row: string): MeasureId | undefined {
  const serial = /第(?<serial>\d{1,3})号/.exec(row)?.groups?.['serial'];
  const cited = citationsIn(text, row)[0]?.number ?? text.shortNumbers.get(Number(serial));
  const [only, another] = [...new Set(text.shortNumbers.values())].filter((number) => number !== text.number);
  return (cited ?? (another === undefined ? only : undefined)) as string | undefined as MeasureId | undefined;
}
