import type { Block } from './annex.ts';
import { acrossIn, isOneRun, sidesOf } from './across.ts';
import { type Band, bandsOf } from './bands.ts';
import { edgesOf, looksLikeEntry, type Region } from './columns.ts';
import { withoutFurniture } from './furniture.ts';
import type { Alignment, Grid } from './grid.ts';
import { type Header, headersOf } from './header-place.ts';
import { roleOf, sectionWords } from './header-row.ts';
import { closed, type Line, linesOf, whiteBetween, wordsOf } from './lines.ts';
import type { PageMarks } from './marks.ts';
import { rowLinesIn, startsIn } from './row-cuts.ts';

/** A stretch of a page outside any table, or under a header row. */
type Stretch = { readonly page: number; readonly text: readonly Line[] } | Region;

/**
 * The tables of a document by the place of its letters and rules, and the text around them, in reading order. Columns are
 * told by the header row and by the white, or the rules, under it; rows by rules, or by the numbers and codes that begin
 * them; a cell goes on over lines and pages.
 */
export function blocksOf(pages: readonly PageMarks[]): readonly Block[] {
  const stretches = stretchesOf(pages);
  const grids = gridsOf(stretches.filter((stretch) => 'header' in stretch));
  const blocks: Block[] = [];
  const open = openRow(blocks);
  for (const stretch of stretches) {
    if ('text' in stretch) {
      for (const line of stretch.text) open.write({ kind: 'text', page: stretch.page, text: wordsOf(line) });
      continue;
    }
    const grid = grids.get(stretch);
    if (!grid) continue;
    const columns = stretch.header.columns.map(({ name }) => name);
    for (const band of bandsOf(stretch, grid)) open.add(band, columns, grid.alignment);
  }
  open.end();
  return blocks;
}

function stretchesOf(pages: readonly PageMarks[]): readonly Stretch[] {
  const marks = new Map(pages.map((page) => [page.page, page]));
  const plain = withoutFurniture(pages.map(({ page, glyphs }) => ({ page, lines: linesOf(glyphs) })));
  const stretches: Stretch[] = [];
  let header: Header | undefined;
  for (const { page, lines } of plain) {
    const { horizontal = [], vertical = [] } = marks.get(page) ?? {};
    const headers = headersOf(lines, vertical);
    const starts = [0, ...headers.map(({ after }) => after)];
    starts.forEach((start, i) => {
      const next = headers[i];
      header = headers[i - 1] ?? header;
      const end = next?.first ?? lines.length;
      const title = next ? titleOver(lines, start, next.first) : end;
      const own = lines.slice(start, title);
      const top = i > 0 ? (header?.bottom ?? -Infinity) : -Infinity;
      const bottom = title < end ? (lines[title]?.y ?? Infinity) - (lines[title]?.size ?? 0) : (next?.top ?? Infinity);
      if (!header) stretches.push({ page, text: own });
      else if (own.length > 0) stretches.push({ page, header, top, bottom, lines: own, horizontal, vertical });
      if (title < end) stretches.push({ page, text: lines.slice(title, end) });
    });
  }
  return stretches.map((stretch) => ('header' in stretch ? bounded(stretch) : stretch));
}

/** Where the title begins that stands over a header row: in larger letters than the names of columns, or with a section's words. */
function titleOver(lines: readonly Line[], start: number, first: number): number {
  const names = lines[first]?.size ?? 0;
  let title = first;
  for (let line = lines[title - 1]; line && title > start; line = lines[title - 1]) {
    const isLarge = line.size > 1.12 * names;
    const words = closed(wordsOf(line));
    // An entry's last line may begin with the words of a section that its first cell names.
    const isSection = sectionWords.test(words) && isOneRun(line) && !/\d[A-E]\d{3}/.test(words);
    if (!isLarge && !isSection) break;
    title--;
  }
  return title;
}

/** A region's top and bottom in figures, by what stands in it. */
function bounded(region: Region): Region {
  const ys = region.lines.map(({ y }) => y);
  const size = region.lines[0]?.size ?? 0;
  return {
    ...region,
    top: Number.isFinite(region.top) ? region.top : Math.min(...ys) - 3 * size,
    bottom: Number.isFinite(region.bottom) ? region.bottom : Math.max(...ys) + 3 * size,
  };
}

// Points: header rows that stand alike head the same columns.
const ALIKE = 2;

/** The columns of each region; those whose header rows stand alike are looked at together. */
function gridsOf(regions: readonly Region[]): ReadonlyMap<Region, Grid> {
  const groups: Region[][] = [];
  for (const region of regions) {
    const group = groups.find(([first]) => first && standAlike(first.header, region.header));
    if (group) group.push(region);
    else groups.push([region]);
  }
  const shapes = groups.map((group) => {
    const roles = group
      .slice(0, 1)
      .flatMap(({ header }) => header.columns)
      .map(({ name }) => roleOf(name));
    const lines = group.flatMap((region) => region.lines);
    const entries = lines.filter(looksLikeEntry).length;
    // Rows over the whole width blur the white between columns: they are looked for by the entries' own lines, then left out.
    const rough = edgesOf(group, entries >= 3 ? looksLikeEntry : () => true);
    const sides = sidesOf(group);
    const across = new Set(group.flatMap((region) => linesAcross(region, { edges: rough, roles, sides })));
    return { group, roles, sides, edges: edgesOf(group, (line) => !across.has(line)) };
  });
  const grids = new Map<Region, Grid>();
  for (const { group, roles, sides, edges } of shapes) {
    // How rows are set is a matter of the document, of which one table may show too little.
    const alike = shapes.filter((shape) => shape.roles.join() === roles.join());
    const rows = rowsOf(alike.flatMap((shape) => shape.group.map((region) => ({ region, grid: shape }))));
    for (const region of group) grids.set(region, { edges, roles, sides, ...rows });
  }
  return grids;
}

const standAlike = (a: Header, b: Header): boolean =>
  a === b ||
  (a.columns.length === b.columns.length &&
    a.columns.every(({ name, from }, i) => {
      const other = b.columns[i];
      return other?.name === name && Math.abs(from - other.from) <= ALIKE;
    }));

const linesAcross = (region: Region, grid: Pick<Grid, 'edges' | 'roles' | 'sides'>): readonly Line[] => {
  const across = acrossIn(region.lines, region, grid);
  return region.lines.filter((_, i) => across[i]);
};

/**
 * How cells stand in their rows, and how wide the white between two rows is. At the top: the white over each number is as
 * wide as any since the last number; at the bottom: the white under it.
 */
function rowsOf(
  regions: readonly { readonly region: Region; readonly grid: Pick<Grid, 'edges' | 'roles' | 'sides'> }[],
): Pick<Grid, 'alignment' | 'rowGap'> {
  const widest: number[] = [];
  let [seen, top, bottom] = [0, 0, 0];
  for (const { region, grid } of regions) {
    const across = new Set(linesAcross(region, grid));
    const starts = startsIn(region.lines, grid);
    starts.slice(1).forEach((start, i) => {
      const before = starts[i] ?? start;
      const between = rowLinesIn(region.lines, grid).filter(
        ({ y, size }) => y > before - 0.4 * size && y < start + 0.4 * size,
      );
      if (between.some((line) => across.has(line))) return;
      const gaps = between.slice(1).map((line, k) => whiteBetween(between[k] ?? line, line));
      const most = Math.max(...gaps);
      widest.push(most);
      if (between.length < 3) return;
      seen++;
      if ((gaps.at(-1) ?? 0) >= most - 0.3) top++;
      if ((gaps[0] ?? 0) >= most - 0.3) bottom++;
    });
  }
  const rowGap = widest.sort((a, b) => a - b)[Math.floor(widest.length / 4)];
  const alignment = top >= 0.9 * seen ? 'top' : bottom >= 0.9 * seen ? 'bottom' : 'middle';
  return { alignment, ...(rowGap !== undefined && { rowGap }) };
}

interface OpenRow {
  page: number;
  columns: readonly string[];
  cells: string[];
}

/** Writes blocks, and keeps the last row open: it may go on over the page. */
function openRow(blocks: Block[]) {
  let row: OpenRow | undefined;
  let head: OpenRow | undefined;
  const end = (): void => {
    if (row) blocks.push({ kind: 'row', ...row });
    row = undefined;
  };
  const append = (to: OpenRow, cells: readonly string[]): void => {
    to.cells = to.cells.map((cell, i) => [cell, cells[i] ?? ''].filter((part) => part !== '').join('\n'));
  };
  return {
    end: () => {
      if (head && row) append(row, head.cells);
      else if (head) row = head;
      head = undefined;
      end();
    },
    write(block: Block): void {
      end();
      blocks.push(block);
    },
    add({ cells, words, begins, page, first, last }: Band, columns: readonly string[], alignment: Alignment): void {
      if (cells === undefined) {
        // What a heading follows was the end of a row, and not the beginning of the next.
        if (head && row) append(row, head.cells);
        else row ??= head;
        head = undefined;
        end();
        blocks.push({ kind: 'text', page, text: words });
      } else if (begins) {
        end();
        row = { page: head?.page ?? page, columns, cells: [...(head?.cells ?? cells)] };
        if (head) append(row, cells);
        head = undefined;
      } else if (head) append(head, cells);
      // Of a row whose number does not stand at its top, the page may cut off what stands over the number.
      else if (alignment !== 'top' && (row === undefined || (last && !first)))
        head = { page, columns, cells: [...cells] };
      else if (row) append(row, cells);
      else row = { page, columns, cells: [...cells] };
    },
  };
}
