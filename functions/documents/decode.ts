import { UnexpectedShape } from '../errors.ts';
import type { Page } from './page.ts';

/**
 * The text of a page, by byte order mark, `Content-Type`, XML declaration or meta, then the source's own charset. What
 * reads as UTF-8 is UTF-8 whatever was declared: text in another charset never does, and servers mislabel it.
 * @param declared the charset the catalogue knows for servers that declare none, or the wrong one
 * @param where names the page in errors
 * @throws UnexpectedShape when nothing, or nothing but mojibake, can be read from the bytes
 */
export function decode(page: Page, declared?: string, where = page.url): string {
  const text = readAs(page, declared);
  if (text === undefined) {
    const said = charsetIn(page.contentType) ?? 'no charset';
    throw new UnexpectedShape(
      `${where}: the bytes fit no charset (the server says ${said}, the source ${declared ?? 'nothing'}); set "charset" in the source`,
    );
  }
  if (misread.test(text)) {
    throw new UnexpectedShape(`${where}: expected words, found mojibake (UTF-8 read as something else on its way)`);
  }
  if (losesChinese(text)) {
    throw new UnexpectedShape(
      `${where}: question marks stand where Chinese was; the server wants the headers of a browser’s XHR`,
    );
  }
  return text;
}

/** Latin-1 readings of four Chinese characters in a row, or 锟斤拷: replacement characters read as GBK. */
const misread = /(?:[ã-é][\x80-\xbf\u0152-\u0178\u02c6-\u2122]{2}){4}|(?:锟斤拷){2}/;

/** Servers that lose the charset answer `????` for every word. English never strings four together, three times over. */
const losesChinese = (text: string): boolean =>
  text.includes('????') && (text.match(/\?{4,}/g)?.length ?? 0) >= 3 && !/[\u3040-\u30ff\u3400-\u9fff]/.test(text);

function readAs({ bytes, contentType }: Page, declared: string | undefined): string | undefined {
  const mark = byteOrderMark(bytes);
  if (mark) return new TextDecoder(mark).decode(bytes);
  const utf8 = new TextDecoder().decode(bytes);
  if (damage(utf8) <= 0.05) return utf8;
  for (const label of inOrderOfTrust([charsetIn(contentType), charsetInside(bytes), declared])) {
    const text = new TextDecoder(label).decode(bytes);
    if (damage(text) <= 0.05) return text;
  }
  // An English page with a stray Windows quotation mark is still that page.
  return replacements(utf8) / utf8.length < 0.002 ? utf8 : undefined;
}

/** The share of characters beyond ASCII that could not be read. A wrong multi-byte charset loses a third or more. */
function damage(text: string): number {
  const lost = replacements(text);
  return lost === 0 ? 0 : lost / (text.match(/[^\0-\x7f]/g)?.length ?? 1);
}

const replacements = (text: string): number => text.split('\ufffd').length - 1;

/** Single-byte charsets read anything without complaint, so they come last, whoever declares them. */
function inOrderOfTrust(labels: readonly (string | undefined)[]): readonly string[] {
  const known = [...new Set(labels)].filter((label) => label !== undefined && isKnown(label)) as string[];
  const single = (label: string): number => Number(/^(?:windows-|iso-8859|macintosh|koi8|ibm)/.test(nameOf(label)));
  return known.sort((a, b) => single(a) - single(b));
}

const nameOf = (label: string): string => new TextDecoder(label).encoding;

function isKnown(label: string): boolean {
  try {
    return nameOf(label) !== '';
  } catch (error) {
    if (error instanceof RangeError) return false; // a label no browser knows says nothing
    throw error;
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

const charsetIn = (contentType = ''): string | undefined =>
  /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType)?.[1]?.toLowerCase();

/** HTML asks for its charset within the first 1,024 bytes (WHATWG HTML, 4.2.5.4). */
function charsetInside(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024));
  const found =
    /<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head) ??
    /<meta[^>]{0,300}charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head);
  return found?.[1]?.toLowerCase();
}
