import type { Journal } from '../edge/edge.ts';
import { JournalMoved } from '../errors.ts';
import type { Change, Draft } from '../register/change.ts';
import type { Register } from '../register/replay.ts';

// Many pollers may find one announcement in the same second; each but the first reads again and finds it recorded.
const ATTEMPTS = 30;
const registers = new WeakMap<Pick<Journal, 'changes'>, Register>();

/** The journal, replayed as far as it goes; what this process has replayed before is not replayed again. */
export async function registerOf(journal: Pick<Journal, 'changes'>): Promise<Register> {
  const [changes, { emptyRegister, replay }] = [await journal.changes(), await import('../register/replay.ts')];
  const before = registers.get(journal) ?? emptyRegister;
  const register = changes.length > before.upTo ? replay(changes.slice(before.upTo), before) : before;
  registers.set(journal, register);
  return register;
}

/**
 * Gives a draft the next number and appends it; when another run was first, decides again on what it appended.
 * @returns the Change, or undefined when there was nothing to append
 */
export async function appendNext(
  journal: Journal,
  decide: (register: Register) => Draft | undefined,
): Promise<Change | undefined> {
  for (let attempt = 1; ; attempt++) {
    const register = await registerOf(journal);
    const draft = decide(register);
    if (draft === undefined) return undefined;
    const change: Change = { number: register.upTo + 1, ...draft };
    try {
      await journal.append(change);
      return change;
    } catch (error) {
      if (!(error instanceof JournalMoved) || attempt === ATTEMPTS) throw error;
    }
  }
}
