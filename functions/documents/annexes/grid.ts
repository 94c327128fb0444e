import { columnAt, type Edges } from './columns.ts';
import type { ColumnRole } from './header-row.ts';
import type { Glyph } from './marks.ts';

/** How cells stand in their rows: only where there are no rules does it matter. */
export type Alignment = 'top' | 'middle' | 'bottom';

export interface Grid {
  readonly edges: Edges;
  readonly roles: readonly (ColumnRole | undefined)[];
  /** Where the table begins and ends from left to right. */
  readonly sides: readonly [left: number, right: number];
  readonly alignment: Alignment;
  /** The usual white between two rows that no rule parts. */
  readonly rowGap?: number;
}

/** The number that begins an entry, and the code. */
export const rowNumber = /^\d{1,4}[.、．]?$/;
export const fullCode = /^\d[A-EＡ-Ｅ]\d{3}/;

/** The characters that stand in some columns. */
export const inColumns = (
  glyphs: readonly Glyph[],
  edges: Edges,
  roles: Grid['roles'],
  wanted: readonly ColumnRole[],
): readonly Glyph[] =>
  glyphs.filter((glyph) => {
    const role = roles[columnAt(edges, glyph)];
    return role !== undefined && wanted.includes(role);
  });
