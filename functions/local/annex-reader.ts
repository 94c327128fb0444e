import { type Annex, annexBounds, unreadAnnex } from '../documents/annexes/annex.ts';
import { kindOf } from '../documents/annexes/kind.ts';
import { readAnnex } from '../documents/annexes/read-annex.ts';
import { readApart, serveAnnexes } from '../edge/annex-worker.ts';

serveAnnexes(readAnnex);

/** Reads a file in a thread of its own, within the bounds. */
export async function readAnnexApart(
  bytes: Uint8Array,
  bounds: { milliseconds: number; memoryMegabytes: number } = annexBounds,
): Promise<Annex> {
  const outcome = await readApart(new URL(import.meta.url), bytes, bounds);
  if ('annex' in outcome) return outcome.annex;
  const kind = kindOf(bytes);
  return unreadAnnex(kind === 'ole' ? 'unknown' : kind, outcome.failed, outcome.words);
}
