import { SourceUnavailable, UnexpectedShape } from '../errors.ts';
import type { Outcome } from '../sources/health.ts';

type Failed = Extract<Outcome, { kind: 'failed' }>;

/** Why a page cannot be had, for those who are told of it. */
export type WhyUnread = 'not-found' | 'unavailable' | 'not-decoded' | 'not-the-page';

/** A failure of a source, as its health records it. */
export interface Fault extends Failed {
  readonly why: WhyUnread;
  /** Trying again will not help: the page is there, whole, and laid out as none that we know. */
  readonly settled: boolean;
}

type Attempt<T> = { readonly value: T } | { readonly fault: Fault };

/** A source's failures are values, to be recorded; every other error is a surprise and passes. */
export async function attempt<T>(act: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { value: await act() };
  } catch (error) {
    if (error instanceof UnexpectedShape) {
      const why = {
        missing: 'not-found',
        undecoded: 'not-decoded',
        unlike: 'not-the-page',
        other: 'not-the-page',
      } as const;
      const settled = error.found === 'unlike';
      return { fault: { kind: 'failed', blind: true, cause: error.message, why: why[error.found], settled } };
    }
    if (!(error instanceof SourceUnavailable)) throw error;
    const { message: cause, retryAfter, missing } = error;
    const why = missing ? 'not-found' : 'unavailable';
    return { fault: { kind: 'failed', blind: false, cause, why, settled: false, ...(retryAfter && { retryAfter }) } };
  }
}
