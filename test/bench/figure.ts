/** One line of the bench's table. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What the same work costs at least, measured in the same run and in the same unit. */
  readonly floor?: { readonly what: string; readonly value: number };
  readonly target?: Target;
}

/** A bound on the figure, or on its ratio to the floor; an honest target may have both. */
export interface Target {
  readonly most?: number;
  readonly least?: number;
  readonly timesFloor?: number;
}

/** How many times its floor a figure is. */
export const ratioOf = ({ value, floor }: Figure): number | undefined =>
  floor && floor.value > 0 ? value / floor.value : undefined;

/** Whether a figure is within its target; undefined where none was set. */
export function isMet(figure: Figure): boolean | undefined {
  const { value, target } = figure;
  if (target === undefined) return undefined;
  const { most = Infinity, least = -Infinity, timesFloor = Infinity } = target;
  return value <= most && value >= least && (ratioOf(figure) ?? 0) <= timesFloor;
}

/** The table, one line a figure, in Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [['Figure', 'Value', 'Floor of the same run', 'Ratio', 'Target', 'Met'], ...figures.map(cellsOf)];
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  const lines = rows.map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`);
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return lines.join('\n');
}

function cellsOf(figure: Figure): readonly string[] {
  const { what, value, unit, floor, target } = figure;
  const ratio = ratioOf(figure);
  const met = isMet(figure);
  return [
    what,
    `${shown(value)} ${unit}`,
    floor ? `${shown(floor.value)}: ${floor.what}` : '',
    ratio === undefined ? '' : `${shown(ratio)}×`,
    target ? targetInWords(target, unit) : '',
    met === undefined ? '' : met ? 'yes' : '**no**',
  ];
}

const targetInWords = ({ most, least, timesFloor }: Target, unit: string): string =>
  [
    ...(most === undefined ? [] : [`≤ ${shown(most)} ${unit}`]),
    ...(least === undefined ? [] : [`≥ ${shown(least)} ${unit}`]),
    ...(timesFloor === undefined ? [] : [`≤ ${timesFloor}×`]),
  ].join(', ');

/** Three digits say all that a run can tell. */
const shown = (value: number): string =>
  value >= 1_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(value >= 100 ? 3 : 2)));
