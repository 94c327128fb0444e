import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Ask, Validators } from '../documents/page.ts';
import { Misconfigured, UnexpectedShape } from '../errors.ts';
import { guardedLookup, namesThisMachine, type Resolve } from './address-guard.ts';
import { decompress } from './decompress.ts';
import { exchanger, type ExchangeLimits, type Outgoing, type Reply } from './exchange.ts';
import { firstHop, type Hop, nextHop, whereOf } from './hop.ts';
import { failureOf, isReset, refusalOf } from './http-failures.ts';
import { turns } from './turns.ts';

export interface Limits extends ExchangeLimits {
  /** Milliseconds for the whole, redirects and retries included, once its first turn has come. */
  readonly total: number;
  /** Milliseconds before each retry of a connection that was reset. */
  readonly retries: readonly number[];
  /** Milliseconds between two requests to one host; a replica and this machine need none. */
  readonly spacing: number;
  /** The body, decompressed. */
  readonly pageBytes: number;
}

const usual: Limits = {
  total: 30_000,
  idle: 10_000,
  retries: [250, 1_000],
  spacing: 1_000,
  headerBytes: 16_384,
  bodyBytes: 10_000_000,
  pageBytes: 20_000_000,
};

export interface HttpSettings {
  /** Who answers for the requests: an e-mail or web address. */
  readonly contact: string;
  /** `http://127.0.0.1:PORT`: takes every request in the place of its server, told by the Host header. */
  readonly replica?: string;
  /** Whether requests may reach this machine, and may do so by plain HTTP. */
  readonly allowLocal: boolean;
  /** Absent: the operating system's. */
  readonly resolve?: Resolve;
}

export interface HttpClient {
  /**
   * Makes one request and follows its redirects: over https only, to the Ask's hosts only, and never into a private
   * network. A listed http address is asked by https.
   * @throws SourceUnavailable when the place cannot be read this time; UnexpectedShape for an answer without a page
   */
  readonly get: (ask: Ask) => Promise<Answer>;
  /** Ends every request and connection. */
  readonly close: () => void;
}

/** @throws Misconfigured when the replica is not on this machine */
export function httpClient(settings: HttpSettings, limits: Partial<Limits> = {}): HttpClient {
  const bounds = { ...usual, ...limits };
  const { allowLocal } = settings;
  const replica = settings.replica === undefined ? undefined : replicaAt(settings.replica);
  const { exchange, close } = exchanger(bounds, guardedLookup(allowLocal || replica !== undefined, settings.resolve));
  const inTurn = turns();
  const agent = userAgent(settings.contact);

  async function get(ask: Ask): Promise<Answer> {
    let deadline: number | undefined;
    let hop = firstHop(ask, allowLocal);
    for (;;) {
      const { url } = hop;
      const spacing = replica || namesThisMachine(url) ? 0 : bounds.spacing;
      const outgoing = requestFor(hop, ask, agent, replica);
      try {
        const reply = await inTurn(url.host, spacing, () =>
          persist(outgoing, (deadline ??= performance.now() + Math.min(bounds.total, ask.within ?? Infinity))),
        );
        const next = nextHop(hop, reply, ask.hosts, allowLocal);
        if (!next) return answerOf(reply, hop, ask.validators, bounds.pageBytes);
        hop = next;
      } catch (error) {
        throw failureOf(error, whereOf(hop));
      }
    }
  }

  // MOFCOM's servers reset a first connection and serve the next. No other failure is tried again, and no form.
  async function persist(outgoing: Outgoing, deadline: number): Promise<Reply> {
    for (const wait of outgoing.body === undefined ? bounds.retries : []) {
      try {
        return await exchange(outgoing, deadline);
      } catch (error) {
        if (!isReset(error)) throw error;
        await pause(wait);
      }
    }
    return exchange(outgoing, deadline);
  }

  return { get, close };
}

/** Truthful, with nothing in it that a header may not hold. */
const userAgent = (contact: string): string => `dual-use-watch/0.1 (+${contact.replace(/[^\x21-\x7e]+/g, ' ').trim()})`;

function replicaAt(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'http:' && namesThisMachine(url)) return url;
  throw new Misconfigured(`replica: expected http://127.0.0.1:PORT, found "${address}"; it must be on this machine`);
}

function requestFor(
  { url, form }: Hop,
  { headers, validators }: Ask,
  agent: string,
  replica: URL | undefined,
): Outgoing {
  const body = form && new URLSearchParams(form).toString();
  return {
    to: replica ?? url,
    path: url.pathname + url.search,
    headers: {
      accept: 'text/html, application/xml;q=0.9, application/json;q=0.9, */*;q=0.8',
      ...headers,
      ...(body === undefined
        ? conditions(validators)
        : {
            'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
            'content-length': Buffer.byteLength(body),
          }),
      'accept-encoding': 'gzip, br, deflate',
      'user-agent': agent,
      host: url.host,
    },
    ...(body !== undefined && { body }),
  };
}

const conditions = ({ etag, lastModified }: Validators = {}): Record<string, string> => ({
  ...(etag && { 'if-none-match': etag }),
  ...(lastModified && { 'if-modified-since': lastModified }),
});

/** A 304 to a request without conditions is a cache's mistake: nothing was said of the page. */
function answerOf(reply: Reply, hop: Hop, asked: Validators | undefined, most: number): Answer {
  const { status, headers, body } = reply;
  const validators = validatorsOf(reply);
  if (status === 304 && !hop.form && (asked?.etag || asked?.lastModified)) {
    return { kind: 'unchanged', validators: { ...asked, ...validators } };
  }
  if (status !== 200 && status !== 203) throw refusalOf(reply, whereOf(hop));
  const bytes = decompress(body, headers['content-encoding'], most);
  if (bytes.length === 0) {
    throw new UnexpectedShape(`${whereOf(hop)}: expected a page, found ${status} and nothing; open it and see`);
  }
  const contentType = headers['content-type'];
  return { kind: 'page', url: hop.url.href, bytes, validators, ...(contentType && { contentType }) };
}

function validatorsOf({ headers }: Reply): Validators {
  const { etag, 'last-modified': lastModified } = headers;
  return { ...(isValidator(etag) && { etag }), ...(isValidator(lastModified) && { lastModified }) };
}

// One that cannot be kept and sent back is none.
const isValidator = (value: string | undefined): value is string =>
  value !== undefined && /^[\x20-\x7e]{1,500}$/.test(value);
