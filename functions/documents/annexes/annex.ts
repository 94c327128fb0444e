/** What a file is, by its own bytes. */
export const annexKinds = [
  'pdf',
  'docx',
  'xlsx',
  'html',
  'text',
  'zip',
  // Recognised, and said to be unread: somebody must open them.
  'doc',
  'xls',
  'wps',
  'ofd',
  'rar',
  'unknown',
] as const;
export type AnnexKind = (typeof annexKinds)[number];

/** Why a file, a page or a row was not read. */
export const unreadReasons = [
  /** A format that we recognise and do not read. */
  'format',
  'encrypted',
  /** Pages of pictures, with no text or with a machine's guess at it. */
  'scanned',
  /** Letters of a font that does not say which they are. */
  'no-letters',
  'broken',
  /** Beyond the bounds: bytes, pages, time or memory. */
  'too-large',
  'too-slow',
  /** A row, or words beside the table, that fit no column. */
  'row',
] as const;
export type UnreadReason = (typeof unreadReasons)[number];

export interface Unread {
  readonly why: UnreadReason;
  /** From 1; absent: the whole file. */
  readonly page?: number;
  /** The member of an archive. */
  readonly file?: string;
  /** The words that were not understood, or the parser's message. */
  readonly words?: string;
}

/** A line of text: a heading, a paragraph, a row over the whole width of a table. */
export interface TextBlock {
  readonly kind: 'text';
  readonly page: number;
  readonly text: string;
}

/** A row of a table. */
export interface RowBlock {
  readonly kind: 'row';
  /** Where it begins. */
  readonly page: number;
  /** The names that the header row gives the columns; empty where the table has none. */
  readonly columns: readonly string[];
  /** One for each column; the lines of a cell, parted by line ends. */
  readonly cells: readonly string[];
}

export type Block = TextBlock | RowBlock;

/** A file as rows and text, in reading order. */
export interface Annex {
  readonly kind: AnnexKind;
  /** PDF: its pages; spreadsheets: sheets; an archive: those of all its members. */
  readonly pages: number;
  readonly blocks: readonly Block[];
  readonly unread: readonly Unread[];
}

/** What reading one file may cost. Time and memory are for whoever runs the reader: a parser cannot stop itself. */
export const annexBounds = {
  bytes: 30_000_000,
  pages: 600,
  milliseconds: 60_000,
  memoryMegabytes: 400,
} as const;

/** A file that was not read at all. */
export const unreadAnnex = (kind: AnnexKind, why: UnreadReason, words?: string): Annex => ({
  kind,
  pages: 0,
  blocks: [],
  unread: [{ why, ...(words && { words }) }],
});
