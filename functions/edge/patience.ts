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
  requestHandler: {
    connectionTimeout: 1_000,
    requestTimeout: attempt,
    socketTimeout: attempt,
    throwOnRequestTimeout: true,
  },
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
