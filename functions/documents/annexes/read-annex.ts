import { type Annex, annexBounds, type Block, unreadAnnex, type Unread } from './annex.ts';
import { readDocx } from './docx.ts';
import { readHtmlAnnex } from './html-annex.ts';
import { decodeAnnexText, kindOf, oleKindOf } from './kind.ts';
import { readPdf } from './pdf.ts';
import { readXlsx } from './xlsx.ts';
import { type Member, membersOf, ZipRefused } from './zip-members.ts';

/** An archive within an archive is read; one within that is not. */
const DEEPEST = 2;

/**
 * Reads an attachment by its own bytes, never by its name: rows of tables, and the text around them. What is not read is
 * said to be unread, with its page or its file. Whoever calls bounds time and memory (`annexBounds`): hostile files must
 * not be read where anything else runs.
 */
export async function readAnnex(bytes: Uint8Array, depth = 0): Promise<Annex> {
  if (bytes.length > annexBounds.bytes) {
    return unreadAnnex('unknown', 'too-large', `${bytes.length} bytes; at most ${annexBounds.bytes} are read`);
  }
  const kind = kindOf(bytes);
  try {
    switch (kind) {
      case 'pdf':
        return await readPdf(bytes);
      case 'zip':
        return await readZip(bytes, depth);
      case 'ole': {
        const old = oleKindOf(bytes);
        return unreadAnnex(old, old === 'unknown' ? 'encrypted' : 'format');
      }
      case 'html':
        return readHtmlAnnex(decodeAnnexText(bytes) ?? '');
      case 'text':
        return readHtmlAnnex(decodeAnnexText(bytes) ?? '', true);
      case 'rar':
      case 'unknown':
        return unreadAnnex(kind, 'format');
    }
  } catch (error) {
    if (error instanceof ZipRefused) return unreadAnnex('zip', error.tooLarge ? 'too-large' : 'broken', error.message);
    return unreadAnnex(
      kind === 'ole' ? 'unknown' : kind,
      'broken',
      error instanceof Error ? error.message.slice(0, 200) : String(error),
    );
  }
}

async function readZip(bytes: Uint8Array, depth: number): Promise<Annex> {
  const members = membersOf(bytes);
  const named = (name: string): boolean => members.some((member) => member.name === name);
  if (members.some(({ isEncrypted }) => isEncrypted)) return unreadAnnex('zip', 'encrypted');
  if (named('word/document.xml')) return readDocx(members);
  if (named('xl/workbook.xml')) return readXlsx(members);
  if (named('OFD.xml')) return unreadAnnex('ofd', 'format');
  if (depth >= DEEPEST) return unreadAnnex('zip', 'too-large', 'archives within archives');
  return archive(members, depth);
}

/** The members one after the other, in the order of their names' numbers. */
async function archive(members: readonly Member[], depth: number): Promise<Annex> {
  const blocks: Block[] = [];
  const unread: Unread[] = [];
  let pages = 0;
  const wanted = members.filter(({ name }) => !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name));
  for (const member of [...wanted].sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true }))) {
    const annex = await readAnnex(member.bytes(), depth + 1);
    const before = pages;
    blocks.push(...annex.blocks.map((block) => ({ ...block, page: block.page + before })));
    unread.push(
      ...annex.unread.map((one) => ({
        ...one,
        file: one.file ?? member.name,
        ...(one.page && { page: one.page + before }),
      })),
    );
    pages += annex.pages;
  }
  return { kind: 'zip', pages, blocks, unread };
}
