import type { Ask } from '../documents/page.ts';
import { SourceUnavailable } from '../errors.ts';
import { literalAddress, mayReach, namesThisMachine } from './address-guard.ts';
import type { Reply } from './exchange.ts';

/** One request of a chain of redirects. */
export interface Hop {
  readonly url: URL;
  readonly form?: Ask['form'];
  /** Method and address of the hops before it, first one first. */
  readonly trail: readonly string[];
}

const MOST_REDIRECTS = 5;
// No page that we know of has half as long an address, and what is kept by address must fit a key. The list of a unit has 400.
const LONGEST_ADDRESS = 1_000;

/** The whole chain for messages, each hop with its method; never a user name or password. */
export const whereOf = (hop: Hop): string =>
  [...hop.trail, requestLine(hop)].map((line) => (line.length > 300 ? `${line.slice(0, 300)}…` : line)).join(' → ');

const requestLine = ({ url, form }: Pick<Hop, 'url' | 'form'>): string =>
  `${form ? 'POST' : 'GET'} ${url.protocol}//${url.host}${url.pathname}${url.search}`;

/** @throws SourceUnavailable ('redirect') for an address that this Ask may not reach */
export function firstHop({ url: address, form, hosts }: Ask, allowLocal: boolean): Hop {
  if (!URL.canParse(address)) {
    throw new SourceUnavailable(`"${address.slice(0, 300)}" is no address; correct the source’s address`, 'redirect');
  }
  const url = withoutHash(new URL(address));
  return admitted({ url: lifted(url), ...(form && { form }), trail: [] }, hosts, allowLocal);
}

/**
 * Where a reply sends us, or undefined when it is no redirect.
 * @throws SourceUnavailable ('redirect') for a loop, a chain without end, and an address that this Ask may not reach
 */
export function nextHop(
  hop: Hop,
  { status, headers }: Reply,
  hosts: Ask['hosts'],
  allowLocal: boolean,
): Hop | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  // Servers write Chinese paths in bare UTF-8; Node reads headers as Latin-1.
  const location = Buffer.from(headers.location ?? '', 'latin1').toString();
  if (location === '' || !URL.canParse(location, hop.url.href)) {
    throw refused(hop, `it answered ${status} and names no address to go to`);
  }
  const form = status === 307 || status === 308 ? hop.form : undefined;
  const target = withoutHash(new URL(location, hop.url));
  const url = target.hostname === hop.url.hostname ? lifted(target) : target;
  const next = { url, ...(form && { form }), trail: [...hop.trail, requestLine(hop)] };
  if (next.trail.includes(requestLine(next))) throw refused(next, 'the redirects run in a circle');
  if (next.trail.length > MOST_REDIRECTS) throw refused(next, `more than ${MOST_REDIRECTS} redirects`);
  return admitted(next, hosts, allowLocal);
}

function admitted(hop: Hop, hosts: Ask['hosts'], allowLocal: boolean): Hop {
  const { url } = hop;
  const local = allowLocal && namesThisMachine(url);
  const literal = literalAddress(url);
  if (url.username || url.password) throw refused(hop, 'it carries a user name');
  if (url.href.length > LONGEST_ADDRESS) throw refused(hop, `it is longer than ${LONGEST_ADDRESS} characters`);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) throw refused(hop, 'it is not https');
  if (literal !== undefined && !mayReach(literal, allowLocal)) throw refused(hop, 'it is outside the public internet');
  if (!hosts.includes(url.host)) throw refused(hop, `${url.host} is none of this source’s hosts (${hosts.join(', ')})`);
  return hop;
}

const refused = (hop: Hop, why: string): SourceUnavailable =>
  new SourceUnavailable(
    `${whereOf(hop)}: not followed: ${why}; open it, and correct the source’s address or hosts if it has moved`,
    'redirect',
  );

/** The ministry's rows and redirects lead by http and https alike, and all its servers speak https. */
function lifted(url: URL): URL {
  if (url.protocol === 'http:' && !namesThisMachine(url)) url.protocol = 'https:';
  return url;
}

function withoutHash(url: URL): URL {
  url.hash = '';
  return url;
}
