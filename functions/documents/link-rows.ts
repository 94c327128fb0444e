import type { BeijingDate, Instant } from '../time.ts';
import { columnLabels } from './column-labels.ts';
import { type Attributes, visit } from './markup.ts';
import { oneLine } from './plain-text.ts';
import { boxes, type Box } from './row-boxes.ts';
import { dayIn, dayInAddress } from './written-dates.ts';

/** One row of a list page: its links, and the day that stands in it, or beside it. */
export interface LinkRow {
  readonly links: readonly RowLink[];
  readonly day?: BeijingDate;
  /** The elements that it stands in, outermost first. */
  readonly within: readonly Box[];
}

interface RowLink {
  readonly href: string;
  /** The `title` attribute, which is whole where the visible text ends in "…"; '' for a link without words. */
  readonly title: string;
}

export interface LinkRows {
  readonly rows: readonly LinkRow[];
  /** How many more there are than are read. */
  readonly beyond: number;
}

// The longest list on record has 2,290 rows.
export const mostRows = 5_000;

// A link's words, its day, its column and its number stand in elements of their own.
const mostParts = 20;

interface Piece {
  readonly links: readonly RowLink[];
  readonly beside: string;
  day: BeijingDate | undefined;
  readonly within: readonly Box[];
  /** It is a list's own item: `li`, `tr`. */
  readonly isItem: boolean;
  /** How many elements hold both it and the piece before it: the more, the nearer they are to each other. */
  readonly shared: number;
}

interface OpenLink {
  readonly href: string;
  readonly title: string;
  text: string;
  /** Its words by the elements that they stand in. */
  readonly parts: string[];
  /** It is no link of HTML's: its words are those around it. */
  readonly isScripted: boolean;
}

/**
 * Every row that holds a link or a day, in the page's order. A row is a list's item (`li`, `tr`) with all that it holds; outside
 * of these a box or a paragraph, and a day that stands alone belongs to the link that it is nearest to.
 */
export function linkRows(html: string, now: Instant): LinkRows {
  const { pieces, beyond } = piecesOf(html, now);
  const rows = withDays(pieces).map(({ links, within, ...row }) => {
    const day = row.day ?? links.map(({ href }) => dayInAddress(href, now)).find((found) => found);
    return { links, within, ...(day && { day }) };
  });
  return { rows, beyond };
}

function piecesOf(html: string, now: Instant): { readonly pieces: readonly Piece[]; readonly beyond: number } {
  const pieces: Piece[] = [];
  const around = boxes();
  const labels = columnLabels();
  let beyond = 0;
  let links: OpenLink[] = [];
  let beside = '';
  let within: readonly Box[] = [];
  let shared = 0;
  let inLink = false;
  const endRow = (): void => {
    if (links.length === 0 && beside.trim() === '') return;
    if (pieces.length === mostRows) {
      if (links.length > 0) beyond++;
      links = [];
      beside = '';
      return;
    }
    const isItem = around.inItem();
    const words = beside.slice(0, 2_000);
    const day = dayIn(words, now) ?? links.map(({ parts }) => dayAlone(parts, now)).find((found) => found);
    const isBare = links.length === 0 && !day;
    labels.rowEnds(isBare);
    if (!isBare) {
      pieces.push({ links: links.map(named(now, words)), beside: words, day, within, isItem, shared });
      shared = Infinity;
    }
    links = [];
    beside = '';
    within = around.toItem();
  };
  const begin = (): void => {
    if (pieces.length === mostRows) return;
    if (links.length === 0 && beside.trim() === '') within = around.toItem();
  };
  const endPart = (): void => {
    const parts = links.at(-1)?.parts ?? [];
    if (parts.at(-1) !== '' && parts.length < mostParts) parts.push('');
  };
  visit(html, {
    open: (name, attributes) => {
      if (around.ends(name)) endRow();
      shared = Math.min(shared, around.enter(name));
      if (inLink) endPart();
      else beside += ` ${labels.enter(name)}`;
      if (attributes['datetime'] !== undefined) beside += `${attributes['datetime']} `;
      const href = hrefOf(name, attributes);
      if (href === undefined) return;
      begin();
      inLink = name === 'a';
      if (links.length < mostRows)
        links.push({ href, title: attributes['title'] ?? '', text: '', parts: [''], isScripted: name !== 'a' });
    },
    close: (name) => {
      if (around.ends(name)) endRow();
      shared = Math.min(shared, around.leave(name));
      if (name === 'a') inLink = false;
      if (inLink) endPart();
      else beside += ' ';
    },
    text: (words) => {
      const link = links.at(-1);
      begin();
      labels.text(words);
      if (!inLink || !link) beside += words;
      else {
        link.text += words;
        link.parts.push((link.parts.pop() ?? '') + words);
      }
    },
  });
  endRow();
  return { pieces, beyond };
}

/** A link whose words hold the row's day has it in an element of its own; one that a script opens has its row's words. */
const named =
  (now: Instant, beside: string) =>
  ({ href, title, text, parts, isScripted }: OpenLink): RowLink => {
    const words = parts.some((part) => isDay(part, now)) ? parts.filter((part) => !isDay(part, now)).join(' ') : text;
    return { href, title: oneLine(title) || oneLine(isScripted ? beside : words) };
  };

/** Whether words are a day and nothing else, but perhaps what day it is. */
const isDay = (words: string, now: Instant): boolean =>
  words.length < 60 &&
  /^[\s[(（【]*(?:(?:发布|公布|发文)?(?:日期|时间)[:：])?\s*\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?[\s\])）】\d:]*$/.test(
    words,
  ) &&
  dayIn(words, now) !== undefined;

const dayAlone = (parts: readonly string[], now: Instant): BeijingDate | undefined => {
  const part = parts.find((words) => isDay(words, now));
  return part === undefined ? undefined : dayIn(part, now);
};

/** Where an element leads: by its address, or by the script that opens one. */
function hrefOf(name: string, { href, onclick, 'data-href': data }: Attributes): string | undefined {
  if (name !== 'a') return onclick === undefined ? undefined : addressIn(onclick);
  if (href !== undefined && !/^\s*(?:#\s*$|javascript:|$)/i.test(href)) return href;
  return data ?? addressIn(onclick ?? '') ?? addressIn(href ?? '') ?? href;
}

const addressIn = (script: string): string | undefined =>
  /["']((?:https?:)?\/[^"'\s]{1,1000}|[^"'\s]{1,900}\.s?html?)["']/i.exec(script)?.[1];

/** Gives each day that stands alone to the link beside it that has none: to the nearer one, or else to the one before it. */
function withDays(pieces: readonly Piece[]): readonly Piece[] {
  const taken = new Set<Piece>();
  for (const [i, piece] of pieces.entries()) {
    if (piece.links.length > 0 || piece.day === undefined || !isOnlyDay(piece)) continue;
    const [before, after] = [pieces[i - 1], pieces[i + 1]];
    const wants = (one: Piece | undefined): one is Piece =>
      one !== undefined && one.links.length > 0 && one.day === undefined;
    const nearer = after !== undefined && after.shared > piece.shared ? [after, before] : [before, after];
    const one = nearer.find(wants);
    if (!one) continue;
    one.day = piece.day;
    taken.add(piece);
  }
  return pieces.filter((piece) => !taken.has(piece) && (piece.links.length > 0 || piece.isItem));
}

// "发布时间：2026-11-24 来源：商务部" goes with a row; an item with more words than that is one of its own.
const isOnlyDay = ({ beside, isItem }: Piece): boolean => !isItem || beside.replace(/[\s\d\p{P}]/gu, '').length < 12;
