import { type Annex, annexBounds, type Block, unreadAnnex, type Unread } from './annex.ts';
import type { PageMarks } from './marks.ts';
import { ChineseMaps } from './pdf-cmaps.ts';
import { marksOf } from './pdf-marks.ts';
import { blocksOf } from './page-tables.ts';
import { unknownLetter } from './radicals.ts';

/** Reads a PDF by pdf.js; draws nothing, runs no script of it, and opens nothing that it embeds. */
export async function readPdf(bytes: Uint8Array): Promise<Annex> {
  const { getDocument, OPS, VerbosityLevel } = await import('unpdf/pdfjs');
  const task = getDocument({
    // pdf.js takes the bytes for itself.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    BinaryDataFactory: ChineseMaps,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    // Pixels: no picture is read, so none is unpacked.
    maxImageSize: 1,
    stopAtErrors: false,
  });
  try {
    const file = await task.promise;
    if (file.numPages > annexBounds.pages) {
      return unreadAnnex('pdf', 'too-large', `${file.numPages} pages; at most ${annexBounds.pages} are read`);
    }
    const pages: PageMarks[] = [];
    const unread: Unread[] = [];
    for (let number = 1; number <= file.numPages; number++) {
      try {
        const page = await file.getPage(number);
        const marks = await marksOf(page, OPS);
        page.cleanup();
        pages.push(marks);
        if (marks.glyphs.length === 0) unread.push({ why: 'scanned', page: number });
      } catch (error) {
        unread.push({ why: 'broken', page: number, words: messageOf(error) });
      }
    }
    const blocks = blocksOf(pages);
    return { kind: 'pdf', pages: file.numPages, blocks, unread: [...unread, ...withoutLetters(blocks)] };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return unreadAnnex('pdf', name === 'PasswordException' ? 'encrypted' : 'broken', messageOf(error));
  } finally {
    await task.destroy();
  }
}

/** Lines and rows in which a font does not say which letters stand there. */
const withoutLetters = (blocks: readonly Block[]): readonly Unread[] =>
  blocks.flatMap((block): Unread[] => {
    const words = block.kind === 'text' ? block.text : block.cells.join(' ');
    return words.includes(unknownLetter) ? [{ why: 'no-letters', page: block.page, words: words.slice(0, 200) }] : [];
  });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);
