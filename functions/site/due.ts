import type { Restriction } from '../register/restriction.ts';
import { addDays, type BeijingDate } from '../time.ts';
import { type Row } from './view.ts';

/** Something that happens to a measure on a day. */
export interface Due {
  readonly on: BeijingDate;
  readonly what: 'starts' | 'ends' | 'suspension-starts' | 'suspension-ends' | 'lifts';
  readonly row: Row;
}

/** Everything dated in the measures, in the order of its days. */
export function dueOf(rows: readonly Row[]): readonly Due[] {
  return rows
    .flatMap((row) => datesOf(row.measure).map(([on, what]) => ({ on, what, row })))
    .sort((a, b) => a.on.localeCompare(b.on) || a.row.measure.id.localeCompare(b.row.measure.id));
}

/** What falls on one of the days from `from` on, `days` of them. */
export const within = (due: readonly Due[], from: BeijingDate, days: number): readonly Due[] =>
  due.filter(({ on }) => on >= from && on <= addDays(from, days));

function datesOf({
  effectiveOn,
  until,
  lifted,
  suspensions,
  dayNotStated,
}: Restriction): readonly (readonly [BeijingDate, Due['what']])[] {
  return [
    ...(dayNotStated ? [] : [[effectiveOn, 'starts'] as const]),
    ...(until ? [[until, 'ends'] as const] : []),
    ...(lifted ? [[lifted.on, 'lifts'] as const] : []),
    ...suspensions.flatMap(({ from, until: end, resumed }) => [
      [from, 'suspension-starts'] as const,
      ...(end && !resumed ? [[end, 'suspension-ends'] as const] : []),
    ]),
  ];
}
