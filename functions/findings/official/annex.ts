import type { Annex, Block, RowBlock } from '../../documents/annexes/annex.ts';
import { type ColumnRole, roleOf } from '../../documents/annexes/header-row.ts';
import { customsCodesIn } from '../../documents/annexes/customs-codes.ts';
import type { Document } from '../../documents/document.ts';
import { wordingOf } from '../../documents/fingerprint.ts';
import { type Catalogue, type CatalogueDoubt, type CatalogueEntry, wordsAlone } from '../catalogue.ts';
import type { Item } from '../finding.ts';

// The heading of a part, and not a sentence that names it.
const partTitle =
  /^(?:附[件表录]?[一二三四五\d]*[:：]?)?(?:第?[ⅠⅡⅢI一二12]{1,3}(?:部分)?[、.．:：]?)?(?:\d{4}年度?)?《?(?:\d{4}年度?)?(?:两用物项)?(?:和技术)?(?<part>进口|出口)(?:许可证)?(?:管理|管制)?(?:目录|清单|部分)?》?$/;
const levels = [
  /^[ⅠⅡⅢI]{1,3}[、.．]/,
  /^[一二三四五六七八九十]{1,3}、/,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^\d[A-E](?!\d)|^\d{1,2}\s?类/,
];
const note = /^(?:技术)?(?:说明|注释?)\d{0,2}[:：.．、]|^注\d{0,2}[:：]|^[（(]?注/;

/** Reads an attachment's rows as a catalogue; undefined when it holds none: no table with control or customs codes. */
export function catalogueIn({ blocks, unread }: Annex): Catalogue | undefined {
  if (!blocks.some((block) => block.kind === 'row' && isCatalogueRow(block))) return undefined;
  const parts: Record<'imports' | 'exports', CatalogueEntry[]> = { imports: [], exports: [] };
  const doubts: CatalogueDoubt[] = unread.map(({ why, page, words }) => ({
    why,
    ...(page && { page }),
    ...(words && { words }),
  }));
  let part: 'imports' | 'exports' = 'exports';
  let headings: readonly string[] = [];
  let noted = false;
  for (const block of blocks) {
    if (block.kind === 'row') {
      noted = false;
      if (!isCatalogueRow(block)) continue;
      const read = entriesIn(block, headings.filter(Boolean).join(' / '));
      if (read.entries.length === 0)
        doubts.push({ why: 'row', page: block.page, words: block.cells.join(' ').slice(0, 200) });
      doubts.push(...read.doubts);
      parts[part].push(...read.entries);
      continue;
    }
    const words = block.text.replace(/\s+/g, '');
    const title = partTitle.exec(words)?.groups?.['part'];
    const level = levels.findIndex((pattern) => pattern.test(words));
    if (title) {
      part = title === '进口' ? 'imports' : 'exports';
      headings = [];
      noted = false;
    } else if (note.test(words) || (noted && level < 0)) {
      noted = true;
      const last = parts[part].at(-1);
      if (last) parts[part][parts[part].length - 1] = { ...last, description: `${last.description}\n${block.text}` };
    } else if (level >= 0) {
      headings = [...Array.from({ length: level }, (_, i) => headings[i] ?? ''), block.text.replace(/\s+/g, ' ')];
      noted = false;
    }
  }
  return { ...parts, doubts: [...doubts, ...inconsistencies(parts.exports), ...inconsistencies(parts.imports)] };
}

const isCatalogueRow = ({ columns }: RowBlock): boolean => {
  const roles = columns.map(roleOf);
  return roles.includes('code') || roles.includes('customs-code');
};

function entriesIn(
  row: RowBlock,
  section: string,
): { entries: readonly CatalogueEntry[]; doubts: readonly CatalogueDoubt[] } {
  const roles = row.columns.map(roleOf);
  const cell = (role: ColumnRole): string => row.cells[roles.indexOf(role)] ?? '';
  const { page } = row;
  const number = /^\d{1,4}/.exec(cell('number').replace(/\s+/g, ''))?.[0];
  // A code may break over lines; one that begins a line does not go on from the line before.
  const raw = cell('code')
    .normalize('NFKC')
    .replace(/\s+(?=\d[A-Ea-e]\d{3})/g, '、')
    .replace(/\s+/g, '');
  const codes = codesIn(raw);
  if (number === undefined && codes.length === 0) return { entries: [], doubts: [] };
  const customs = customsCodesIn(cell('customs-code'));
  const description = joined(cell('description') || cell('name'));
  const name = joined(cell('reference')) || joined(cell('name')) || firstWords(description);
  const entry = {
    ...(number !== undefined && { number: Number(number) }),
    name,
    description,
    hsCodes: customs.codes,
    unit: cell('unit')
      .replace(/\s+/g, '')
      .replace(/^[、，,;；/]+/, ''),
    section,
    page,
  };
  const doubts: CatalogueDoubt[] = [];
  if (customs.rest) doubts.push({ why: 'customs-code', page, words: customs.rest });
  if (codes.length === 0 && !/^[-—–/无]*$/.test(raw)) doubts.push({ why: 'code', page, words: raw });
  return { entries: (codes.length > 0 ? codes : ['']).map((code) => ({ ...entry, code })), doubts };
}

/** The control codes of a cell whose lines were joined: `1B003.` and `a` are one code, `1A202` and `1A203` two. */
export function codesIn(cell: string): readonly string[] {
  const text = cell.replace(/^(\d)([a-e])(?=\d{3})/g, (_, d: string, k: string) => d + k.toUpperCase());
  const found = text.matchAll(/\d[A-E]\d{3}(?:\.(?:[a-z]{1,2}|\d{1,2}))*?(?=$|\.?$|\d[A-E]\d{3}|[^.a-z\d])/g);
  return [...new Set([...found].map(([code]) => code))];
}

/** The lines of a cell as one text: Chinese is joined as it stands, words of Latin letters by a space. */
const joined = (cell: string): string =>
  cell
    .split('\n')
    .map((line) => line.trim())
    .reduce((text, line) => (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line) ? `${text} ${line}` : text + line), '');

const firstWords = (description: string): string =>
  /^[^，。：；:;,(（]{1,60}/.exec(description)?.[0] ?? description.slice(0, 60);

/** Numbers that do not go on by one (or begin again), and codes that fall back within a section. */
function inconsistencies(entries: readonly CatalogueEntry[]): readonly CatalogueDoubt[] {
  return entries.slice(1).flatMap((entry, i): CatalogueDoubt[] => {
    const before = entries[i];
    if (before?.number === undefined || entry.number === undefined) return [];
    const goesOn = entry.number === before.number || entry.number === before.number + 1 || entry.number === 1;
    return goesOn ? [] : [{ why: 'numbering', page: entry.page, words: `${before.number} → ${entry.number}` }];
  });
}

/** The items of the catalogues and item lists among a document's attachments; only what concerns exports. */
export const cataloguedItems = ({ annexes = [] }: Pick<Document, 'annexes'>): readonly Item[] =>
  annexes
    .flatMap(({ annex }) => catalogueIn(annex)?.exports ?? [])
    .map(({ code, name, description, hsCodes }) => ({
      text: (name || description).slice(0, 300),
      controlCodes: code ? [code] : [],
      hsCodes,
      ...(description && { wording: wordingOf(wordsAlone(description)) }),
    }));

/** Text of an attachment as an announcement's own lines, rows with their cells parted by tabs: for lists of parties. */
export const textOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => (block.kind === 'text' ? block.text : block.cells.map((cell) => joined(cell)).join('\t')))
    .join('\n');
