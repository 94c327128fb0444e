import type { AnnexKind } from './annex.ts';

const latin = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** What a file is, by its first bytes; a name may lie. Office files in a ZIP are told by their members. */
export function kindOf(bytes: Uint8Array): Exclude<AnnexKind, 'doc' | 'docx' | 'xls' | 'xlsx' | 'wps' | 'ofd'> | 'ole' {
  const head = latin(bytes, 0, 8);
  if (latin(bytes, 0, 1_024).includes('%PDF-')) return 'pdf';
  if (/^PK(?:\x03\x04|\x05\x06)/.test(head)) return 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'ole';
  if (head.startsWith('Rar!')) return 'rar';
  const start = decodeAnnexText(bytes.subarray(0, 4_096));
  if (start === undefined) return 'unknown';
  return /<(?:!doctype html|html|head|body|table|meta|div|p)\b/i.test(start) ? 'html' : 'text';
}

/** Which of the old office formats an OLE file holds, by the names of its streams, which stand in UTF-16. */
export function oleKindOf(bytes: Uint8Array): AnnexKind {
  const has = (name: string): boolean =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return 'unknown';
  if (has('WpsDocument') || has('WpsCustomData')) return 'wps';
  if (has('WordDocument')) return 'doc';
  return has('Workbook') || has('Book') ? 'xls' : 'unknown';
}

/** Text by its mark or, without one, as UTF-8, else as GB 18030; undefined for bytes that are no text. */
export function decodeAnnexText(bytes: Uint8Array): string | undefined {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (marked) return new TextDecoder(marked).decode(bytes);
  if (bytes.subarray(0, 4_096).includes(0)) return undefined;
  for (const charset of ['utf-8', 'gb18030']) {
    try {
      // The start of a file may end within a letter.
      return new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: true });
    } catch {
      continue;
    }
  }
  return undefined;
}
