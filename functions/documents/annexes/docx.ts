import { visit } from '../markup.ts';
import { type Annex, type Block, unreadAnnex } from './annex.ts';
import { type FlowCell, flowRows } from './flow-tables.ts';
import type { Member } from './zip-members.ts';

const struck = new Set(['w:del', 'w:movefrom', 'mc:fallback']);

interface Row {
  page: number;
  cells: { text: string; span: number; continues: boolean }[];
}

/** Reads a Word file: its paragraphs and tables in order. Pages are those that Word last laid out, where it says so. */
export function readDocx(members: readonly Member[]): Annex {
  const main = members.find(({ name }) => name === 'word/document.xml');
  if (!main) return unreadAnnex('docx', 'broken', 'word/document.xml is missing');
  const xml = new TextDecoder().decode(main.bytes());
  const blocks: Block[] = [];
  let columns: readonly string[] = [];
  let page = 1;
  let text = '';
  let isText = false;
  let deleted = 0;
  const rows: Row[][] = [];
  const endParagraph = (): void => {
    const words = text.trim();
    text = '';
    const cell = rows.at(-1)?.at(-1)?.cells.at(-1);
    if (cell) cell.text = [cell.text, words].filter((part) => part !== '').join('\n');
    else if (words) blocks.push({ kind: 'text', page, text: words });
  };
  visit(
    xml,
    {
      open(name, attributes) {
        switch (name) {
          case 'w:t':
            isText = true;
            break;
          case 'w:tab':
            text += ' ';
            break;
          case 'w:br':
          case 'w:cr':
            if (attributes['w:type'] === 'page') page++;
            else text += '\n';
            break;
          case 'w:lastrenderedpagebreak':
            page++;
            break;
          case 'w:del':
          case 'w:movefrom':
          // A text box is kept twice: for today's programs, and for old ones.
          case 'mc:fallback':
            deleted++;
            break;
          case 'w:tbl':
            rows.push([]);
            break;
          case 'w:tr':
            rows.at(-1)?.push({ page, cells: [] });
            break;
          case 'w:tc':
            rows.at(-1)?.at(-1)?.cells.push({ text: '', span: 1, continues: false });
            break;
          case 'w:gridspan': {
            const cell = rows.at(-1)?.at(-1)?.cells.at(-1);
            if (cell) cell.span = Math.min(63, Math.max(1, Number(attributes['w:val']) || 1));
            break;
          }
          case 'w:vmerge': {
            const cell = rows.at(-1)?.at(-1)?.cells.at(-1);
            if (cell && attributes['w:val'] !== 'restart') cell.continues = true;
            break;
          }
        }
      },
      close(name) {
        if (name === 'w:t') isText = false;
        else if (struck.has(name)) deleted = Math.max(0, deleted - 1);
        else if (name === 'w:p') endParagraph();
        else if (name === 'w:tbl') {
          const table = rows.pop() ?? [];
          const outer = rows.at(-1)?.at(-1)?.cells.at(-1);
          if (outer) {
            // A table within a cell is that cell's words.
            const inner = table.map(({ cells }) => cells.map((cell) => cell.text).join('\t')).join('\n');
            outer.text = [outer.text, inner].filter((part) => part !== '').join('\n');
            return;
          }
          const read = flowRows(
            table.map(({ page, cells }) => ({ page, cells: cells.map(plainCell) })),
            columns,
          );
          columns = read.columns;
          blocks.push(...read.blocks);
        }
      },
      text(words) {
        // Text that a reviser struck out is not the text.
        if (isText && deleted === 0) text += words;
      },
    },
    true,
  );
  return { kind: 'docx', pages: page, blocks, unread: [] };
}

const plainCell = ({ text, span, continues }: Row['cells'][number]): FlowCell => ({
  text,
  span,
  ...(continues && { continues }),
});
