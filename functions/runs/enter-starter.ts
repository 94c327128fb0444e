import type { Journal } from '../edge/edge.ts';
import { starterDrafts } from '../register/starter/starter.ts';
import type { Instant } from '../time.ts';
import { appendNext } from './append-change.ts';

/**
 * Enters the compiled measures that a journal lacks, so that it is not empty on its first day. Nobody is told; a measure
 * that was read, or entered before, is left alone.
 * @returns the numbers of the Changes
 */
export async function enterStarter(journal: Journal, at: Instant): Promise<readonly number[]> {
  const changes: number[] = [];
  for (;;) {
    const change = await appendNext(journal, (register) => starterDrafts(register, at)[0]);
    if (change === undefined) return changes;
    changes.push(change.number);
  }
}
