import { gunzipSync } from 'node:zlib';
import type { DocumentId, DocumentRef } from '../documents/document.ts';
import { boundedKey, PARTITION_BYTES } from './bounds.ts';
import type { Table } from './table.ts';

/** A text as the archive keeps it. */
export interface Archived {
  readonly text: string;
  /** The text was too long for a row and is kept up to here. */
  readonly cutAtCharacter?: number;
}

/** Where the versions of a page are kept, however long its address. */
export const archiveOf = (id: DocumentId): string => boundedKey(`archive#${id}`, PARTITION_BYTES);

/** The archived text of one version of a page; undefined where none was kept. */
export async function archivedText(table: Table, { id, fingerprint }: DocumentRef): Promise<Archived | undefined> {
  const row = await table.get(archiveOf(id), fingerprint);
  const packed = row?.['packed']?.B;
  if (packed === undefined) return undefined;
  const cut = row?.['cutAtCharacter']?.N;
  return { text: gunzipSync(packed).toString(), ...(cut !== undefined && { cutAtCharacter: Number(cut) }) };
}
