import { gunzipSync } from 'node:zlib';
import type { DocumentRef } from '../documents/document.ts';
import type { Table } from './table.ts';

/** A text as the archive keeps it. */
export interface Archived {
  readonly text: string;
  /** The text was too long for a row and is kept up to here. */
  readonly cutAtCharacter?: number;
}

/** The archived text of one version of a page; undefined where none was kept. */
export async function archivedText(table: Table, { id, fingerprint }: DocumentRef): Promise<Archived | undefined> {
  const row = await table.get(`archive#${id}`, fingerprint);
  const packed = row?.['packed']?.B;
  if (packed === undefined) return undefined;
  const cut = row?.['cutAtCharacter']?.N;
  return { text: gunzipSync(packed).toString(), ...(cut !== undefined && { cutAtCharacter: Number(cut) }) };
}
