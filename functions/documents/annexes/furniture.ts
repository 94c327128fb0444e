import { mayBeHeader } from './header-row.ts';
import { closed, type Line, wordsOf } from './lines.ts';

/** The lines of one page, from the top. */
export interface PageLines {
  readonly page: number;
  readonly lines: readonly Line[];
}

// A page number, as printed: 17, - 17 -, — 17 —, 第17页, 第 17 页 共 168 页, 17/168, Page 17 of 168, ·17·
const folio =
  /^[\p{P}\p{S}]*(?:第|page|p\.?)?[\p{P}\p{S}]*(?<n>\d{1,4}|[ivxlc]{1,6})[\p{P}\p{S}]*(?:页)?(?:[\p{P}\p{S}]*(?:共|of|\/)?[\p{P}\p{S}]*\d{1,4}[\p{P}\p{S}]*(?:页)?)?[\p{P}\p{S}]*$/iu;
// Lines at the edge of a page that may be running heads or page numbers.
const EDGE = 3;
// Points: a running head stands on every page at the same height.
const STEADY = 2;

/** Takes the lines off each page that every page has: running heads, page numbers. */
export function withoutFurniture(pages: readonly PageLines[]): readonly PageLines[] {
  const edges = pages.flatMap(({ page, lines }) =>
    lines.flatMap((line, i) => {
      const isTop = i < EDGE;
      if (!isTop && i < lines.length - EDGE) return [];
      const words = closed(wordsOf(line));
      // The header row of a table stands on every page too.
      if (mayBeHeader(words, 0.75)) return [];
      const number = folio.exec(words)?.groups?.['n'];
      return [
        {
          page,
          line,
          isTop,
          key: words.replace(/\d+/g, '#'),
          shift: number && /^\d/.test(number) ? Number(number) - page : undefined,
        },
      ];
    }),
  );
  const most = pages.filter(({ lines }) => lines.length > 0).length;
  const steady = new Set<Line>();
  for (const edge of edges) {
    // Figures alone repeat by chance: they are page numbers only where they count.
    if (!/\p{L}.*\p{L}/u.test(edge.key)) continue;
    const alike = edges.filter(
      ({ key, line, isTop }) => key === edge.key && isTop === edge.isTop && Math.abs(line.y - edge.line.y) <= STEADY,
    );
    if (alike.length >= Math.max(3, 0.6 * most)) steady.add(edge.line);
  }
  // A page number counts with the pages, wherever it stands: left and right in turn, or not on the first.
  const shifts = new Map<number, number>();
  for (const { shift } of edges) if (shift !== undefined) shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
  const [shift, count] = [...shifts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  const heights = edges.filter((edge) => edge.shift === shift).map(({ line }) => line.y);
  const numbered = most > 1 && count >= Math.max(2, 0.5 * most);
  for (const edge of edges) {
    const sameHeight = heights.filter((y) => Math.abs(y - edge.line.y) <= STEADY).length;
    if (numbered && edge.shift === shift && sameHeight >= Math.max(2, 0.2 * count)) steady.add(edge.line);
  }
  return pages.map(({ page, lines }) => ({ page, lines: lines.filter((line) => !steady.has(line)) }));
}
