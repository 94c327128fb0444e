/** The place could not be read this time: DNS, TLS, reset, timeout, 429, 5xx, a challenge page. The next tick tries again. */
export class SourceUnavailable extends Error {
  override name = 'SourceUnavailable' as const;
  readonly cause_: 'network' | 'status' | 'blocked' | 'too-large' | 'redirect';
  /** Seconds the server asked us to stay away (`Retry-After`). */
  readonly retryAfter: number | undefined;
  /** The server says that nothing stands there: 404 or 410. */
  readonly missing: boolean;
  constructor(message: string, kind: SourceUnavailable['cause_'] = 'network', retryAfter?: number, missing = false) {
    super(message);
    this.cause_ = kind;
    this.retryAfter = retryAfter;
    this.missing = missing;
  }
}

/** It answered, but not with the page we know: we are blind, not idle. */
export class UnexpectedShape extends Error {
  override name = 'UnexpectedShape' as const;
  /** `missing`: a page that says it is not there · `undecoded`: words that nobody can read · `unlike`: whole, and laid out as no page we know. */
  readonly found: 'other' | 'missing' | 'undecoded' | 'unlike';
  constructor(message: string, found: UnexpectedShape['found'] = 'other') {
    super(message);
    this.found = found;
  }
}

/** Another poller appended first: read the journal and compare again. */
export class JournalMoved extends Error {
  override name = 'JournalMoved' as const;
}

/** SNS will not take a message as it is: sent again, it is refused again. */
export class MessageRefused extends Error {
  override name = 'MessageRefused' as const;
}

/** A missing setting, a bad Source, a contradictory catalogue: refuse to start, naming the field. */
export class Misconfigured extends Error {
  override name = 'Misconfigured' as const;
}
