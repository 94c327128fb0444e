import type { Annex } from '../documents/annexes/annex.ts';
import { readAnnex } from '../documents/annexes/read-annex.ts';

export { annexBounds } from '../documents/annexes/annex.ts';

/** Reads one file; for the thread that is ended when its time is up. */
export const annexReader = (bytes: Uint8Array): Promise<Annex> => readAnnex(bytes);
