import type { Document, DocumentId } from '../documents/document.ts';
import { interpret } from './interpret.ts';

/**
 * Whether the title of an official text says by itself that it alters what reaches Japan: a title that is listed, and
 * whose page cannot be found, decoded or fetched, must be told then.
 */
export function plainlyOurs(title: string): boolean {
  const document: Document = {
    id: '' as DocumentId,
    fingerprint: '',
    source: '',
    publisher: '',
    authority: 'official',
    language: 'zh',
    url: '',
    title,
    text: '',
  };
  return interpret(document).kind === 'finding';
}
