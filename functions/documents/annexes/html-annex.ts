import { visit } from '../markup.ts';
import type { Annex, Block } from './annex.ts';
import { type FlowCell, flowRows } from './flow-tables.ts';

const breaks = new Set(['br', 'p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption']);
const silent = new Set(['script', 'style', 'template', 'noscript', 'title', 'head']);

interface OpenCell {
  text: string;
  span: number;
  rows: number;
}

/** Reads a page, or plain text, whose tables have their cells parted by tabs or wide gaps. */
export function readHtmlAnnex(text: string, isPlain = false): Annex {
  const blocks: Block[] = isPlain ? plainBlocks(text) : htmlBlocks(text);
  return { kind: isPlain ? 'text' : 'html', pages: 1, blocks, unread: [] };
}

function htmlBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  let columns: readonly string[] = [];
  let line = '';
  let skipped: string | undefined;
  let rows: OpenCell[][] | undefined;
  let isCell = false;
  const endLine = (): void => {
    const words = line.replace(/\s+/g, ' ').trim();
    line = '';
    if (words === '') return;
    const cell = isCell ? rows?.at(-1)?.at(-1) : undefined;
    if (cell) cell.text = [cell.text, words].filter((part) => part !== '').join('\n');
    else blocks.push({ kind: 'text', page: 1, text: words });
  };
  visit(html, {
    open: (name, attributes) => {
      if (skipped !== undefined) return;
      if (silent.has(name)) skipped = name;
      if (breaks.has(name)) endLine();
      if (name === 'table') {
        endLine();
        rows ??= [];
      } else if (name === 'tr') {
        endLine();
        isCell = false;
        rows?.push([]);
      } else if (name === 'td' || name === 'th') {
        endLine();
        isCell = true;
        const count = (value: string | undefined): number => Math.min(100, Math.max(1, Number(value) || 1));
        rows?.at(-1)?.push({ text: '', span: count(attributes['colspan']), rows: count(attributes['rowspan']) });
      }
    },
    close: (name) => {
      if (skipped === name) skipped = undefined;
      if (skipped !== undefined) return;
      if (breaks.has(name) || name === 'td' || name === 'th') endLine();
      if (name === 'td' || name === 'th') isCell = false;
      if (name === 'table' && rows) {
        const read = flowRows(
          spread(rows).map((cells) => ({ page: 1, cells })),
          columns,
        );
        columns = read.columns;
        blocks.push(...read.blocks);
        rows = undefined;
        isCell = false;
      }
    },
    text: (words) => {
      if (skipped === undefined) line += words;
    },
  });
  endLine();
  return blocks;
}

/** Puts an empty cell where one from a row above reaches down. */
function spread(rows: readonly (readonly OpenCell[])[]): readonly (readonly FlowCell[])[] {
  const below = new Map<number, number>();
  return rows.map((row) => {
    const cells: FlowCell[] = [];
    let at = 0;
    const fill = (): void => {
      for (let left = below.get(at) ?? 0; left > 0; left = below.get(at) ?? 0) {
        below.set(at, left - 1);
        cells.push({ text: '', span: 1, continues: true });
        at++;
      }
    };
    for (const { text, span, rows: height } of row) {
      fill();
      cells.push({ text, span });
      if (height > 1) for (let i = 0; i < span; i++) below.set(at + i, height - 1);
      at += span;
    }
    fill();
    return cells;
  });
}

function plainBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let columns: readonly string[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const cells = line.split(/\t| {2,}|　{2,}/).map((cell) => cell.trim());
    if (cells.length < 2) {
      if (line.trim()) blocks.push({ kind: 'text', page: 1, text: line.trim() });
      continue;
    }
    const read = flowRows([{ page: 1, cells: cells.map((cell) => ({ text: cell, span: 1 })) }], columns);
    columns = read.columns;
    blocks.push(...read.blocks);
  }
  return blocks;
}
