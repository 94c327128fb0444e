import { visit } from './markup.ts';

// Control characters, soft hyphens, zero-width characters and bidi overrides: they hide words or turn them about.
const invisible =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]|[\udb40-\udb43][\udc00-\udfff]/g;

/** White space as HTML shows it. A single space needs no replacing, and is most of the white space there is. */
const collapsed = (words: string): string => words.replace(/\s\s+|[^\S ]/g, ' ').trim();

const longestTitle = 500;

/** Words of others as one line that shows all it holds: titles, names, the text of links. */
export const oneLine = (words: string): string =>
  cut(collapsed(words.toWellFormed().replace(invisible, '')), longestTitle);

/** A title that may hold tags and entities of its own, because feeds escape twice; "US<China" is no tag. */
export function titleOf(title: string): string {
  const start = title.slice(0, 10 * longestTitle);
  return oneLine(/<\/?[a-z][^<>]*>|&#?\w+;/i.test(start) ? plainText(start) : start);
}

const cut = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');

/**
 * The words of HTML: paragraphs, list items and table rows one a line, cells parted by tabs.
 * @param longest characters (UTF-16 units) after which the text is cut
 */
export function plainText(html: string, longest = 1_000_000): string {
  if (!/[<&]/.test(html)) return cut(collapsed(html).toWellFormed().replace(invisible, ''), longest);
  const page = lineWriter(longest);
  let skipped: string | undefined;
  visit(html, {
    open: (name) => {
      // The reading above a character ends without a tag of its own.
      if (skipped !== undefined && reading.has(skipped) && (name === 'rb' || blocks.has(name))) skipped = undefined;
      if (skipped !== undefined) return;
      if (unread.has(name)) skipped = name;
      page.tag(name, true);
    },
    close: (name) => {
      if (skipped === name || (name === 'ruby' && reading.has(skipped ?? ''))) skipped = undefined;
      if (skipped === undefined) page.tag(name, false);
    },
    text: (words) => {
      if (skipped === undefined) page.write(words);
    },
  });
  return cut(page.text().toWellFormed().replace(invisible, ''), longest);
}

const reading = new Set(['rt', 'rp']);
const unread = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'select',
  'textarea',
  'title',
  'iframe',
  ...reading,
]);
const blocks = new Set(
  'address article aside blockquote br caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section ul'.split(
    ' ',
  ),
);

/**
 * Gathers lines until they hold enough. A row of one cell, or of cells that hold tables, is layout and keeps its lines;
 * the cells of any other row become one line.
 */
function lineWriter(longest: number) {
  const lines: string[] = [];
  let line = '';
  let cells: string[][] | undefined;
  let room = longest;
  const endLine = (): void => {
    const words = line === '' ? '' : collapsed(line);
    if (words) (cells?.at(-1) ?? lines).push(words);
    line = '';
  };
  const endRow = (): void => {
    endLine();
    const row = cells ?? [];
    cells = undefined;
    if (row.length < 2) for (const words of row.flat()) lines.push(words);
    else if (row.some((cell) => cell.length > 0)) lines.push(row.map((cell) => cell.join(' ')).join('\t'));
  };
  return {
    write: (words: string): void => {
      if (room <= 0) return;
      line += words;
      room -= words.length;
    },
    tag: (name: string, opens: boolean): void => {
      if (name === 'tr' || name === 'table') endRow();
      else if (name === 'td' || name === 'th') {
        endLine();
        if (opens && room-- > 0) (cells ??= []).push([]);
      } else if (blocks.has(name)) endLine();
    },
    text: (): string => {
      endRow();
      return lines.join('\n');
    },
  };
}
