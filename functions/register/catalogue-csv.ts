import type { CatalogueLine, Effect } from './change.ts';

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The whole difference that a catalogue makes, as CSV (RFC 4180), one control code a line; undefined for any other effect. */
export function differenceOf(effect: Effect): string | undefined {
  const terms = effect.kind === 'amended' ? effect.terms : [];
  const term = terms.find((one) => one.name === 'catalogue');
  if (term?.name !== 'catalogue' || (term.against === undefined && !term.edited)) return undefined;
  const row = (change: string, { code, text, hsAdded = [], hsRemoved = [] }: CatalogueLine): readonly string[] => [
    change,
    code,
    text,
    ...(change === 'removed' ? ['', hsAdded.join(' ')] : [hsAdded.join(' '), hsRemoved.join(' ')]),
  ];
  return [
    ['change', 'code', 'name', 'customs codes added', 'customs codes removed'],
    ...term.added.map((line) => row('added', line)),
    ...term.removed.map((line) => row('removed', line)),
    ...term.changed.map((line) => row(line.hsAdded || line.hsRemoved ? 'changed' : 'renamed', line)),
    ...(term.described ?? []).map((line) => row('description changed', line)),
  ]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('');
}
