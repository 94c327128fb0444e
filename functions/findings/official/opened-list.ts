import type { Folded } from '../../lexicon/fold.ts';
import type { Party } from '../finding.ts';
import type { Sentence } from './clauses.ts';
import { entriesOf } from './list-entries.ts';
import { namesIn } from './names-in.ts';
import { partyOf } from './party-entry.ts';
import { fieldLabel, looksLikeName, mayBeName, speaksOf, splitNames } from './party-names.ts';
import { partiesInTable } from './party-table.ts';

/** A part of a text that holds a list. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

/**
 * The parties of the list that a sentence opens (下列…：, …如下：), on the lines under it: numbered, nested or not, as a
 * table, one a line, or several on a line. The list ends with the first line that speaks.
 */
export function partiesUnderSentence(text: Folded, sentence: Sentence): readonly Party[] {
  const block = blockOf(text, sentence);
  return block ? partiesInBlock(text, block) : behindColon(text, sentence);
}

/** The lines that a sentence opens; one that only points to them (对下表所列实体…。) must be followed by a table or numbers. */
export function blockOf(text: Folded, sentence: Sentence): Block | undefined {
  const own = sentence.from + sentence.text.length;
  // …列入关注名单。具体为：
  const leads = /^(?:[^。\n]{0,40}。)?(?:具体|名单|分别)(?:名单)?(?:如下|为|是)?:(?=\n)/.exec(
    text.text.slice(own, own + 60),
  );
  if (leads) return blockUnder(text.text, own + leads[0].length);
  const end = own;
  const points = !sentence.opensList && /下列|以下|下表|如下/.test(sentence.bare) && text.text[end] === '\n';
  if (!sentence.opensList && !points) return undefined;
  const block = blockUnder(text.text, end);
  if (!block || sentence.opensList) return block;
  return markOf(text.text.slice(block.from, block.from + 12)).style !== undefined ||
    partiesInTable(text, block.from, block.to).length > 0
    ? block
    : undefined;
}

/** 列入关注名单：甲；乙；丙。 — names behind a colon, up to the end of the line or the stop. */
function behindColon(text: Folded, sentence: Sentence): readonly Party[] {
  const colon = sentence.bare.search(/(?:名单|实体|企业|如下):/);
  if (colon < 0 || !sentence.text.endsWith(';')) return [];
  const from = sentence.from + sentence.bare.indexOf(':', colon) + 1;
  const rest = text.text.slice(from, from + longest);
  const end = rest.search(/[。\n]/);
  const words = text.quote(from, from + (end < 0 ? rest.length : end));
  if (!/[(]?[一二1①][).、]/.test(rest.slice(0, 4))) return namesIn(words);
  const row = rest.slice(0, end < 0 ? rest.length : end);
  return entriesOf(row).flatMap(({ from: start, to }) => partiesOfEntry(text.quote(from + start, from + to)));
}

function blockUnder(text: string, end: number): Block | undefined {
  const start = text[end] === '\n' ? end + 1 : end;
  let to = start;
  for (const line of text.slice(start, start + longest).split('\n')) {
    if (speaks(line)) break;
    to += line.length + 1;
  }
  return to > start ? { from: start, to: Math.min(to - 1, text.length) } : undefined;
}

// Three thousand names with addresses are shorter.
const longest = 600_000;

/** A duty, a day, a signature: not a line of names. */
function speaks(line: string): boolean {
  if (line.trim() === '') return false;
  if (fieldLabel.test(line)) return false;
  const words = line.replace(/^(?:[一二三四五六七八九十]{1,3}、|[(]?[一二三四五六七八九十\d]{1,5}[).、]|[①-㊿])/, '');
  if (/^(?:附件?|附表|注|说明)[:\d一二三①]|^附[件表]?$|^\d{4}年\d{1,2}月\d{1,2}日/.test(words)) return true;
  if (/^(?:本公告|上述|以上|出口经营者|任何|自.{4,24}起|特此|禁止|列入|商务部\d{4}年)/.test(words)) return true;
  const head = words.replace(/[(][^()]*[)]/g, '');
  return speaksOf(head) && !splitNames(head).some((part) => looksLikeName(part));
}

/** The parties of a block of lines, by its structure: a table, or line by line, each with its mark or without. */
export function partiesInBlock(text: Folded, { from, to }: Block): readonly Party[] {
  const tabled = partiesInTable(text, from, to);
  if (tabled.length > 0) return tabled;
  const part = text.text.slice(from, to);
  const quoted = (start: number, end: number): string => text.quote(from + start, from + end);
  const lines = linesOf(part);
  const isMarked = lines.some(({ style }) => style !== undefined);
  return lines.flatMap(({ from: start, to: end, style, mark }, i) => {
    const row = entriesOf(part.slice(start, end));
    if (row.length > 1) return row.flatMap((entry) => partiesOfEntry(quoted(start + entry.from, start + entry.to)));
    const words = quoted(start + mark, end);
    const next = lines[i + 1];
    const heads = style !== undefined && isGroup(words) && next !== undefined && next.style !== style;
    if (heads || (citing.test(words) && !looksLikeName(words))) return [];
    return style !== undefined || !isMarked || looksLikeName(words) ? partiesOfEntry(words) : [];
  });
}

/** 商务部公告2026年第12号附件所列: whose list the names under it are from. */
const citing = /公告|附件|所列/;

/** 大学及研究机构, 航空领域, 日本实体：: an entry over others that names a kind, and nobody. */
export const isGroup = (words: string): boolean =>
  !/(?:会社|公司|大学|研究所|研究院|学院|制作所|工厂|造船所)[:：]?\s*(?:[（(].*)?$/.test(words.trim());

/** One name, or several behind a word for their kind (化工：甲、乙；). */
export function partiesOfEntry(words: string): readonly Party[] {
  const bare = words.replace(/[；;。，,”"]+\s*$/, '').trim();
  const behind = /^[^：:（(\n]{1,24}[：:](?<names>.*)$/.exec(bare)?.groups?.['names'];
  const row = behind !== undefined && !fieldLabel.test(bare) ? behind : bare;
  const parts = row === bare ? [] : splitNames(row);
  if (parts.length > 0 && parts.every(mayBeName)) return parts.flatMap((part) => partyOf(part) ?? []);
  const several =
    splitNames(row).filter((part) => /[一-鿿]/.test(part) && !fieldLabel.test(part) && looksLikeName(part)).length > 1;
  if (several || (behind !== undefined && !fieldLabel.test(bare))) return namesIn(row);
  return mayBeName(bare) ? [partyOf(bare)].filter((party) => party !== undefined) : namesIn(row);
}

interface Line extends Block {
  /** How it is numbered, and how long its number is. */
  readonly style: string | undefined;
  readonly mark: number;
}

const marks: readonly (readonly [style: string, pattern: RegExp])[] = [
  ['dot', /^"?\d{1,4}[.、](?!\d)/],
  ['half', /^\d{1,4}[)]/],
  ['round', /^[(]\d{1,4}[)]/],
  ['roundHan', /^[(][一二三四五六七八九十]{1,4}[)]/],
  ['han', /^"?[一二三四五六七八九十百]{1,5}[、.]/],
  ['circle', /^[①-㊿]/],
  ['dash', /^[-·•*]/],
];
const bare = /^\d{1,4}(?=[一-鿿 ])(?!号)/;

function markOf(line: string): Pick<Line, 'style' | 'mark'> {
  for (const [style, pattern] of marks) {
    const mark = pattern.exec(line)?.[0];
    if (mark) return { style, mark: mark.length };
  }
  return { style: undefined, mark: 0 };
}

/** Lines, each with the lines of its fields (地址：…) or of its name in another language behind it. */
function linesOf(part: string): readonly Line[] {
  const lines: { from: number; to: number }[] = [];
  let at = 0;
  for (const line of part.split('\n')) {
    const last = lines.at(-1);
    if (last && (fieldLabel.test(line) || /^[(][a-z]{2}/.test(line))) last.to = at + line.length;
    else if (line.trim() !== '') lines.push({ from: at, to: at + line.length });
    at += line.length + 1;
  }
  const counted = lines.length > 1 && lines.every(({ from, to }) => bare.test(part.slice(from, to)));
  return lines.map(({ from, to }) => {
    const line = part.slice(from, to);
    return { from, to, ...(counted ? { style: 'bare', mark: bare.exec(line)?.[0].length ?? 0 } : markOf(line)) };
  });
}
