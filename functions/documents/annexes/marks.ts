/** One character of a page, in the frame of a reader: x runs along the line, y down the page. In points. */
export interface Glyph {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The base line. */
  readonly y: number;
  readonly size: number;
}

/** A ruled line: `along` x for a horizontal one, y for a vertical one. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageMarks {
  readonly page: number;
  readonly glyphs: readonly Glyph[];
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

export type Matrix = readonly [number, number, number, number, number, number];

/** `b` first, then `a`. */
export const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

type Point = readonly [x: number, y: number];
export const pointAt = (m: Matrix, x: number, y: number): Point => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** A character as the file places it: its base line runs from one point to another, in the sheet's own frame. */
export interface PlacedGlyph {
  readonly text: string;
  readonly start: Point;
  readonly end: Point;
  readonly size: number;
}

/** A straight stroke, in the sheet's own frame. */
export type Stroke = readonly [Point, Point];

/** A stroke less straight than this, in points, rules nothing. */
const STRAIGHT = 0.8;

/** Turns a sheet so that most of its text runs from left to right, whichever way the file turns it. */
export function upright(page: number, placed: readonly PlacedGlyph[], strokes: readonly Stroke[]): PageMarks {
  const counts = [0, 0, 0, 0];
  const quarters = placed.map(quarterOf);
  for (const quarter of quarters) if (quarter !== undefined) counts[quarter] = (counts[quarter] ?? 0) + 1;
  const quarter = counts.indexOf(Math.max(...counts));
  const turn = ([x, y]: Point): Point => {
    switch (quarter) {
      case 1:
        return [y, x];
      case 2:
        return [-x, y];
      case 3:
        return [-y, -x];
      default:
        return [x, -y];
    }
  };
  const glyphs = placed.flatMap(({ text, start, end, size }, i): Glyph[] => {
    if (quarters[i] !== quarter) return [];
    const [from, y] = turn(start);
    return [{ text, from, to: turn(end)[0], y, size }];
  });
  const horizontal: Rule[] = [];
  const vertical: Rule[] = [];
  for (const [a, b] of strokes) {
    const [[x1, y1], [x2, y2]] = [turn(a), turn(b)];
    if (Math.abs(y1 - y2) < STRAIGHT && Math.abs(x1 - x2) > STRAIGHT)
      horizontal.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
    else if (Math.abs(x1 - x2) < STRAIGHT && Math.abs(y1 - y2) > STRAIGHT)
      vertical.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  }
  return { page, glyphs, horizontal, vertical };
}

/** Which way its line runs: 0 right, 1 up, 2 left, 3 down the sheet; undefined for a slant, such as a watermark's. */
function quarterOf({ start, end }: PlacedGlyph): number | undefined {
  const [x, y] = [end[0] - start[0], end[1] - start[1]];
  const length = Math.hypot(x, y);
  if (length === 0) return undefined;
  if (Math.min(Math.abs(x), Math.abs(y)) / length > 0.1) return undefined;
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? 0 : 2;
  return y > 0 ? 1 : 3;
}
