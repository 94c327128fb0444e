import type { Header, HeaderColumn } from './header-place.ts';
import { roleOf } from './header-row.ts';
import type { Line } from './lines.ts';
import type { Glyph, Rule } from './marks.ts';

/** A stretch of one page under one header row. */
export interface Region {
  readonly page: number;
  readonly header: Header;
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly Line[];
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** Where each column but the first begins. */
export type Edges = readonly number[];

/** The columns of regions whose header rows stand alike: by the vertical rules where there are, else by the white between. */
export function edgesOf(regions: readonly Region[], counts: (line: Line) => boolean): Edges {
  const { columns } = regions[0]?.header ?? { columns: [] };
  const words = regions.flatMap((region) => region.lines.filter(counts).flatMap(wordExtents));
  const white = whiteOf(words);
  return columns.slice(1).map((column, i) => {
    const before = columns[i] ?? column;
    const [from, to] = [(before.from + before.to) / 2, (column.from + column.to) / 2];
    return ruleBetween(regions, from, to) ?? white(...narrowed(from, to, before, column, words));
  });
}

/** No edge runs through the codes of a column, nor between two of them on one line. */
function narrowed(
  from: number,
  to: number,
  before: HeaderColumn,
  column: HeaderColumn,
  words: readonly Word[],
): [number, number] {
  const [left, right] = [roleOf(before.name), roleOf(column.name)];
  const among = words.filter((word) => word.to > before.from && word.from < column.to);
  if (left === 'customs-code') {
    const ends = among.filter(({ text }) => /(?:\d\.?){6}[、，,;/]?$/.test(text)).map((word) => word.to);
    const end = Math.max(from, ...ends);
    return end < to ? [end, to] : [from, to];
  }
  if (right === 'code' || right === 'customs-code') {
    const own = right === 'code' ? /^\d[A-E]\d{3}/ : /^(?:\d\.?){8}/;
    // A description that stands before them may name codes too: those of the column stand under its name.
    const starts = among
      .filter((word) => own.test(word.text) && word.from > from && word.to > column.from && word.from < column.to)
      .map((word) => word.from);
    const start = Math.min(to, ...starts);
    return start > from ? [from, start] : [from, to];
  }
  return [from, to];
}

/** A vertical rule between two column names: beside the names themselves, or as long as most of what stands under them. */
function ruleBetween(regions: readonly Region[], from: number, to: number): number | undefined {
  const found: { at: number; length: number; headers: number }[] = [];
  let height = 0;
  for (const { top, bottom, vertical, header } of regions) {
    height += bottom - Math.min(top, header.top);
    for (const rule of vertical) {
      if (rule.at <= from || rule.at >= to) continue;
      const length = Math.min(rule.to, bottom) - Math.max(rule.from, header.top);
      if (length <= 0) continue;
      const beside =
        Math.min(rule.to, header.bottom) - Math.max(rule.from, header.top) > 0.6 * (header.bottom - header.top);
      const near = found.find(({ at }) => Math.abs(at - rule.at) < 2);
      if (near) {
        near.length += length;
        near.headers += Number(beside);
      } else found.push({ at: rule.at, length, headers: Number(beside) });
    }
  }
  const best = found.sort((a, b) => b.length - a.length)[0];
  return best && (best.length > 0.4 * height || best.headers >= 0.5 * regions.length) ? best.at : undefined;
}

// Of a letter's size: characters no farther apart stand in one word, however far they are spaced.
const SPACED = 0.25;

/** Where the words of a line stand. */
function wordExtents({ glyphs, size }: Line): readonly Word[] {
  const words: { from: number; to: number; text: string }[] = [];
  for (const { from, to, text } of glyphs) {
    const last = words.at(-1);
    if (last && from - last.to < SPACED * size) {
      last.to = Math.max(last.to, to);
      last.text += text;
    } else words.push({ from, to, text });
  }
  return words;
}

/** A line that begins with a number standing by itself and goes on in other columns: the first line of an entry. */
export function looksLikeEntry({ glyphs, size }: Line): boolean {
  const gap = glyphs.findIndex((glyph, i) => i > 0 && glyph.from - (glyphs[i - 1]?.to ?? 0) > 0.3 * size);
  if (gap < 1 || gap > 5) return false;
  return /^\d{1,4}[.、．]?$/.test(
    glyphs
      .slice(0, gap)
      .map(({ text }) => text)
      .join(''),
  );
}

interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

// Points: finer than any gap, and the narrowest gap between two columns.
const STEP = 0.25;
const NARROWEST = 1;

/** Looks for the widest strip with the fewest letters in it. */
function whiteOf(glyphs: readonly Word[]): (from: number, to: number) => number {
  const left = glyphs.reduce((least, { from }) => Math.min(least, from), Infinity);
  const right = glyphs.reduce((most, { to }) => Math.max(most, to), -Infinity);
  const count = new Float64Array(Number.isFinite(left) ? Math.min(200_000, Math.ceil((right - left) / STEP) + 2) : 1);
  for (const { from, to } of glyphs) {
    for (let i = Math.floor((from - left) / STEP); i <= Math.floor((to - left) / STEP); i++)
      count[i] = (count[i] ?? 0) + 1;
  }
  return (from, to) => {
    const cells: number[] = [];
    for (let x = from; x < to; x += STEP) cells.push(count[Math.floor((x - left) / STEP)] ?? 0);
    const [least, most] = [Math.min(...cells), Math.max(...cells)];
    // Rows over the whole width run through every gap, some more than others.
    for (const slack of [0, 0.005, 0.01, 0.02, 0.05, 0.1]) {
      const strip = longestRun(cells, (letters) => letters <= least + slack * most);
      if (strip.length * STEP >= NARROWEST) return from + (strip.start + strip.length / 2) * STEP;
    }
    return (from + to) / 2;
  };
}

function longestRun(cells: readonly number[], fits: (cell: number) => boolean): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (let i = 0; i <= cells.length; i++) {
    const cell = cells[i];
    if (cell !== undefined && fits(cell)) continue;
    if (i - start > best.length) best = { start, length: i - start };
    start = i + 1;
  }
  return best;
}

/** The column that a character stands in. */
export function columnAt(edges: Edges, { from, to }: Glyph): number {
  const middle = (from + to) / 2;
  let column = 0;
  while (column < edges.length && middle >= (edges[column] ?? Infinity)) column++;
  return column;
}

/**
 * Whether words run across the edge of a column without a gap: a row over the whole width, a section or a note. A cell whose words
 * fill its column may reach over an edge that is not known to a letter.
 */
export function runsAcross({ glyphs, size }: Line, edges: Edges): boolean {
  const [start, end] = [glyphs[0]?.from ?? 0, glyphs.at(-1)?.to ?? 0];
  return edges.some(
    (edge) =>
      start < edge - 1.5 * size &&
      end > edge + 1.5 * size &&
      glyphs.some((glyph, i) => {
        if (glyph.from < edge - 0.25 * size && glyph.to > edge + 0.25 * size) return true;
        const next = glyphs[i + 1];
        return (
          next !== undefined &&
          (glyph.from + glyph.to) / 2 < edge &&
          (next.from + next.to) / 2 >= edge &&
          next.from - glyph.to < 0.2 * size
        );
      }),
  );
}
