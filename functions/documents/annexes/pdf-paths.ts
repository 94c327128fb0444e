import { type Matrix, pointAt, type Stroke } from './marks.ts';
import type { Operators } from './pdf-marks.ts';

const THIN = 3; // points: a filled box no wider is a rule

/** A path of pdf.js: `[how it is painted, [numbers], bounds]`, the numbers being 0 move, 1 line, 2 and 3 curves, 4 close. */
export function draw(args: readonly unknown[], operators: Operators, ctm: Matrix, strokes: Stroke[]): void {
  const painted = args[0];
  if (painted === operators['endPath'] || !Array.isArray(args[1])) return;
  const filled = painted === operators['fill'] || painted === operators['eoFill'];
  const path = Object.values((args[1][0] ?? {}) as Record<string, number>);
  const lines: Stroke[] = [];
  let start = pointAt(ctm, 0, 0);
  let pen = start;
  for (let i = 0; i < path.length;) {
    const to = pointAt(ctm, path[i + 1] ?? 0, path[i + 2] ?? 0);
    switch (path[i] ?? 4) {
      case 0:
        start = pen = to;
        i += 3;
        break;
      case 1:
        lines.push([pen, to]);
        pen = to;
        i += 3;
        break;
      case 2:
        pen = pointAt(ctm, path[i + 5] ?? 0, path[i + 6] ?? 0);
        i += 7;
        break;
      case 3:
        pen = pointAt(ctm, path[i + 3] ?? 0, path[i + 4] ?? 0);
        i += 5;
        break;
      default:
        lines.push([pen, start]);
        pen = start;
        i += 1;
    }
  }
  if (!filled) {
    strokes.push(...lines);
    return;
  }
  // A rule may be drawn as a thin box; a wide one is a cell's colour.
  const xs = lines.flat().map(([x]) => x);
  const ys = lines.flat().map(([, y]) => y);
  if (xs.length === 0 || xs.length > 64) return;
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (high - low <= THIN && right - left > THIN)
    strokes.push([
      [left, (low + high) / 2],
      [right, (low + high) / 2],
    ]);
  else if (right - left <= THIN && high - low > THIN)
    strokes.push([
      [(left + right) / 2, low],
      [(left + right) / 2, high],
    ]);
}
