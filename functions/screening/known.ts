import type { Change } from '../register/change.ts';
import { type Register, replay } from '../register/replay.ts';
import type { Instant } from '../time.ts';

/**
 * The register as it was known at a moment: of what had been recorded by then. The journal only grows, so that the same
 * moment always gives the same register.
 */
export const registerAt = (changes: readonly Change[], knownBy: Instant): Register =>
  replay(changes.filter(({ observedAt }) => observedAt <= knownBy));
