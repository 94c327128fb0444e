/** How long we wait for a service of AWS, in milliseconds. */
export interface Patience {
  /** Attempts in all: throttling, resets and silence are tried again. */
  readonly tries: number;
  /** For one attempt's answer to begin, and for each pause within it. */
  readonly attempt: number;
  /** For everything, attempts and the waits between them included, however slowly an answer drips. */
  readonly whole: number;
}

/**
 * A client's settings. Without `throwOnRequestTimeout` the SDK only warns of a late answer and waits on; an answer that
 * has begun and stops is ended by `socketTimeout` alone.
 */
export const patient = ({ tries, attempt }: Patience) => ({
  maxAttempts: tries,
  retryStrategy: retrying(tries),
  requestHandler: {
    connectionTimeout: 1_000,
    requestTimeout: attempt,
    socketTimeout: attempt,
    throwOnRequestTimeout: true,
  },
});

// What is left of the whole is better spent on another try.
const LONGEST_PAUSE = 1_000;

interface RetryToken {
  getRetryCount(): number;
  getRetryDelay(): number;
}

/**
 * Tries again as the SDK does, but for its quota over all calls of a client: a stretch of lost answers would leave every
 * later call without a second try, for as long as the process lives. What a call may cost is bounded by its patience.
 */
const retrying = (tries: number) => ({
  acquireInitialRetryToken: () => Promise.resolve(tokenOf(0, 0)),
  refreshRetryTokenForRetry(token: RetryToken, { errorType }: { readonly errorType: string }): Promise<RetryToken> {
    const count = token.getRetryCount() + 1;
    const passing = errorType === 'THROTTLING' || errorType === 'TRANSIENT';
    if (!passing || count >= tries) return Promise.reject(new Error('no retry left'));
    const most = Math.min(LONGEST_PAUSE, (errorType === 'THROTTLING' ? 500 : 100) * 2 ** (count - 1));
    return Promise.resolve(tokenOf(count, Math.floor(Math.random() * most)));
  },
  recordSuccess(): void {
    // Nothing is counted over calls.
  },
});

const tokenOf = (count: number, delay: number): RetryToken => ({
  getRetryCount: () => count,
  getRetryDelay: () => delay,
});

/**
 * One call of a client within its patience.
 * @param what the call, for the error
 * @throws Error naming the call and the time when the whole took too long; the SDK's own error before that
 */
export async function within<T>(
  { whole }: Patience,
  what: string,
  call: (options: { readonly abortSignal: AbortSignal }) => Promise<T>,
): Promise<T> {
  const abortSignal = AbortSignal.timeout(whole);
  try {
    return await call({ abortSignal });
  } catch (error) {
    if (!abortSignal.aborted) throw error;
    throw new Error(`${what}: no whole answer within ${whole} ms`, { cause: error });
  }
}
