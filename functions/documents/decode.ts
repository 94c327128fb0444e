import { analyse } from 'chardet';
import { UnexpectedShape } from '../errors.ts';
import { isCharset } from '../sources/charset.ts';
import type { Page } from './page.ts';

/** Of the characters beyond ASCII, the share that may be unreadable before another charset is tried, or the page refused. */
const tolerated = 0.1;

/**
 * The text of a page, by byte order mark, by the escapes of a seven-bit charset, then as UTF-8, then by `Content-Type`, XML
 * declaration or meta, and the source's own charset. What reads as UTF-8 is UTF-8 whatever was declared: text in another
 * charset never does, and servers mislabel it. Seven-bit charsets are the exception: they read as ASCII. Where labels that fit
 * contradict each other, or none fits, the frequencies of characters decide.
 * @param declared the charset the catalogue knows for servers that declare none, or the wrong one
 * @param where names the page in errors
 * @throws UnexpectedShape when a tenth or more of it fits no charset; a few unreadable letters stay as U+FFFD, for the
 * reader of the row that they stand in
 */
export function decode(page: Page, declared?: string, where = page.url): string {
  const text = readAs(page, declared);
  if (text !== undefined) return text;
  const said = charsetIn(page.contentType) ?? 'no charset';
  throw new UnexpectedShape(
    `${where}: the bytes fit no charset (the server says ${said}, the source ${declared ?? 'nothing'}); set "charset" in the source`,
    'undecoded',
  );
}

function readAs({ bytes, contentType }: Page, declared: string | undefined): string | undefined {
  const mark = byteOrderMark(bytes) ?? sixteenBits(bytes);
  if (mark) return new TextDecoder(mark).decode(bytes);
  const labels = [charsetIn(contentType), charsetInside(bytes), declared].filter(
    (label) => label !== undefined && isCharset(label),
  ) as readonly string[];
  const sevenBit = sevenBitCharset(bytes, labels);
  if (sevenBit !== undefined) return decodeAs(bytes, sevenBit);
  const utf8 = new TextDecoder().decode(bytes);
  if (!utf8.includes('\ufffd')) return utf8;
  if (damage(utf8) <= tolerated) return utf8;
  const fitting = inOrderOfTrust(labels).filter((label) => damage(decodeAs(bytes, label)) <= tolerated);
  const label = contradict(fitting) || fitting.length === 0 ? guessed(bytes, fitting) : fitting[0];
  if (label !== undefined) return decodeAs(bytes, label);
  if (looksWestern(bytes)) return new TextDecoder('windows-1252').decode(bytes);
  // An English page with a stray byte is still that page.
  return replacements(utf8) / utf8.length < 0.002 ? utf8 : undefined;
}

/** The share of characters beyond ASCII that could not be read. A wrong multi-byte charset loses a third or more. */
function damage(text: string): number {
  const lost = replacements(text);
  return lost === 0 ? 0 : lost / (text.match(/[^\0-\x7f]/g)?.length ?? 1);
}

const replacements = (text: string): number => text.split('\ufffd').length - 1;

const isSingleByte = (label: string): boolean => /^(?:windows-|iso-8859|macintosh|koi8|ibm|x-mac)/.test(nameOf(label));

/** Single-byte charsets read anything without complaint, so they come last, whoever declares them. */
const inOrderOfTrust = (labels: readonly string[]): readonly string[] =>
  [...new Set(labels)].sort((a, b) => Number(isSingleByte(a)) - Number(isSingleByte(b)));

/** Whether several charsets of many bytes are named and fit: Big5 reads most of what is GBK, and says something else. */
const contradict = (labels: readonly string[]): boolean =>
  new Set(labels.filter((label) => !isSingleByte(label)).map(nameOf)).size > 1;

// Of 100; the detector gives a wrong charset of many bytes up to 80 for a dozen characters, and the right one 100.
const SURE = 90;
const detectable = new Set(['GB18030', 'Big5', 'Shift_JIS', 'EUC-JP', 'EUC-KR']);
// The detector's time grows with the bytes, and the beginning of a page is as good as the whole.
const MOST_BYTES = 200_000;

/** The charset that the frequencies of characters speak for, among those that fit; among all, where none does. */
function guessed(bytes: Uint8Array, fitting: readonly string[]): string | undefined {
  const guesses = analyse(bytes.subarray(0, MOST_BYTES)).filter(({ name }) => detectable.has(name));
  const plain = (name: string): string => name.toLowerCase().replace('gb18030', 'gbk');
  const among = guesses.flatMap(({ name }) => fitting.find((label) => plain(nameOf(label)) === plain(name)) ?? []);
  if (fitting.length > 0) return among[0] ?? fitting[0];
  const [best] = guesses;
  return best && best.confidence >= SURE && damage(decodeAs(bytes, best.name)) <= tolerated ? best.name : undefined;
}

const nameOf = (label: string): string => (isHz(label) ? 'hz-gb-2312' : new TextDecoder(label).encoding);

const isHz = (label: string): boolean => /^hz(?:-gb-?2312)?$/i.test(label);

/**
 * The charset of bytes that are all ASCII and are not: ISO-2022-JP is known by its escape sequences, HZ, whose escapes are
 * two printable characters, only where somebody declares it.
 */
function sevenBitCharset(bytes: Uint8Array, labels: readonly string[]): string | undefined {
  if (bytes.includes(0x1b) && holdsAny(bytes, ['\x1b$B', '\x1b$@', '\x1b(J', '\x1b(I'])) return 'iso-2022-jp';
  return labels.some(isHz) && holdsAny(bytes, ['~{']) ? 'hz-gb-2312' : undefined;
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const holdsAny = (bytes: Uint8Array, marks: readonly string[]): boolean =>
  marks.some((mark) => bufferOf(bytes).includes(mark, 0, 'latin1'));

const decodeAs = (bytes: Uint8Array, label: string): string =>
  isHz(label) ? decodeHz(bytes) : new TextDecoder(label).decode(bytes);

/** RFC 1843: between `~{` and `~}` stands GB 2312 with the eighth bit taken off; `~~` is a tilde. No decoder of Node's reads it. */
const decodeHz = (bytes: Uint8Array): string =>
  bufferOf(bytes)
    .toString('latin1')
    .replace(/~(?:\{([^]*?)(?:~\}|$)|(~)|\n)/g, (_, packed: string | undefined, tilde: string | undefined) =>
      packed === undefined
        ? (tilde ?? '')
        : new TextDecoder('gb18030').decode(Uint8Array.from(packed, (letter) => letter.charCodeAt(0) | 0x80)),
    );

/**
 * Whether bytes that are no UTF-8 are English or French in Windows-1252: what lies beyond ASCII stands alone among letters, and
 * none of it is a byte that Windows leaves out. Chinese and Japanese come in runs.
 */
function looksWestern(bytes: Uint8Array): boolean {
  const text = bufferOf(bytes).toString('latin1');
  const high = text.match(/[\x80-\xff]+/g) ?? [];
  const alone = high.filter((run) => run.length === 1).length;
  return (
    !/[\u0081\u008d\u008f\u0090\u009d]/.test(high.join('')) &&
    alone >= high.length * 0.9 &&
    high.length < text.length / 5
  );
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 without its mark, by the zeros beside the two characters of ASCII that a page begins with (XML 1.0, appendix F). */
function sixteenBits([a, b, c, d]: Uint8Array): string | undefined {
  if (a && b === 0 && c && d === 0) return 'utf-16le';
  return a === 0 && b && c === 0 && d ? 'utf-16be' : undefined;
}

const charsetIn = (contentType = ''): string | undefined =>
  /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType)?.[1]?.toLowerCase();

/** HTML asks for its charset within the first 1,024 bytes (WHATWG HTML, 4.2.5.4). */
function charsetInside(bytes: Uint8Array): string | undefined {
  const head = bufferOf(bytes.subarray(0, 1_024)).toString('latin1');
  const found =
    /<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head) ??
    /<meta[^>]{0,300}charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head);
  return found?.[1]?.toLowerCase();
}
