/** What a server told us last time, sent back so that it may answer "unchanged". */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** One request, decided by pure code and made by the edge. */
export interface Ask {
  readonly url: string;
  /** Hosts (`name` or `name:port`) that the request and its redirects may reach. */
  readonly hosts: readonly string[];
  /** Sent as `application/x-www-form-urlencoded` by POST; absent: GET. */
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly validators?: Validators;
  /** Milliseconds that the whole may take, where the client's own limit is longer. */
  readonly within?: number;
}

/** A 2xx answer, decompressed, not yet decoded. */
export interface Page {
  readonly kind: 'page';
  /** Where the redirects ended. */
  readonly url: string;
  readonly contentType?: string;
  readonly bytes: Uint8Array;
  readonly validators: Validators;
}

/** A 304 may carry newer validators than the ones it was asked with. */
export type Answer = Page | { readonly kind: 'unchanged'; readonly validators: Validators };
