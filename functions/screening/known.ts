import type { Change } from '../register/change.ts';
import { type Register, replay } from '../register/replay.ts';
import { type BeijingDate, beijingDay, type Instant } from '../time.ts';
import { isCarried } from './carried.ts';

/**
 * The register as it was known at a moment: of what had been recorded by then. The journal only grows, so that the same
 * moment always gives the same register.
 */
export const registerAt = (changes: readonly Change[], knownBy: Instant): Register =>
  replay(changes.filter(({ observedAt }) => observedAt <= knownBy));

/** The day of the last official text in a register: what came later, it does not know. */
export function lastReadIn(register: Register): BeijingDate | undefined {
  if (isCarried(register)) return register.carried.lastRead;
  const read = register.told.flatMap(({ cause, observedAt }) =>
    'document' in cause && cause.document.authority === 'official' ? [beijingDay(observedAt)] : [],
  );
  return read.sort().at(-1);
}
