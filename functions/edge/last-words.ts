import { logger } from './log.ts';

/** What Lambda tells a run of its own end. */
export interface Lifetime {
  readonly getRemainingTimeInMillis: () => number;
}

// Enough to write one line.
const BEFORE_THE_END = 2_000;

/**
 * A run that Lambda ends leaves a line that says "Task timed out" and nothing else. This one says, shortly before that and
 * whenever the run fails, whose run it was.
 * @param lifetime absent in a local run, which nobody ends
 */
export async function withLastWords<T>(
  what: Readonly<Record<string, string>>,
  lifetime: Lifetime | undefined,
  run: () => Promise<T>,
): Promise<T> {
  const left = lifetime && lifetime.getRemainingTimeInMillis() - BEFORE_THE_END;
  const ending = () => {
    logger.error('about to be ended: its time is up', what);
  };
  const timer = left === undefined ? undefined : setTimeout(ending, Math.max(0, left));
  try {
    return await run();
  } catch (error) {
    logger.error('failed', { ...what, error: error instanceof Error ? error : new Error(String(error)) });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
