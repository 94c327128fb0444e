import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Finds every address of a name, as the operating system does. */
export type Resolve = (
  hostname: string,
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** The code of the error for a name that leads only to addresses nobody may reach. */
export const ADDRESS_REFUSED = 'ADDRESS_REFUSED';

// IANA IPv4 Special-Purpose Address Registry, multicast and class E; 169.254.169.254 hands out a function's credentials.
const specialIPv4 = listOf('ipv4', [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  '224.0.0.0/3',
]);

// Only 2000::/3 is the public internet (RFC 4291 §2.4); inside it, what tunnels to IPv4 or is documentation. The rest
// holds loopback, IPv4-mapped, NAT64, unique-local and link-local addresses.
const specialIPv6 = listOf('ipv6', [
  ...['::/3', '4000::/2', '8000::/1'],
  ...['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
]);

const loopback = listOf('ipv4', ['127.0.0.0/8']);

function listOf(family: 'ipv4' | 'ipv6', networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

const isLoopback = (address: string): boolean =>
  address === '::1' || (isIP(address) === 4 && loopback.check(address, 'ipv4'));

/** Whether a request may connect to this IP address: the public internet, and with `allowLocal` this machine itself. */
export function mayReach(address: string, allowLocal: boolean): boolean {
  if (allowLocal && isLoopback(address)) return true;
  switch (isIP(address)) {
    case 4:
      return !specialIPv4.check(address, 'ipv4');
    case 6:
      return !specialIPv6.check(address, 'ipv6');
    default:
      return false;
  }
}

/** The IP address that an address's host is, without the brackets of IPv6; undefined for a name. */
export function literalAddress(url: URL): string | undefined {
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? undefined : bare;
}

/** Whether the host is this machine by its very name, before any resolution. */
export const namesThisMachine = (url: URL): boolean =>
  /^(?:.+\.)?localhost$/.test(url.hostname) || isLoopback(literalAddress(url) ?? '');

const systemResolve: Resolve = (hostname, answer) => {
  lookup(hostname, { all: true }, answer);
};

/**
 * Resolves for a socket, after which only addresses it may reach are left: a public name may point anywhere, and point
 * elsewhere the next second. IPv4 first, because many .gov.cn names have IPv6 addresses that nothing abroad reaches.
 */
export function guardedLookup(allowLocal: boolean, resolve: Resolve = systemResolve): LookupFunction {
  return (hostname, _options, answer) => {
    resolve(hostname, (error, found) => {
      if (error) {
        answer(error, []);
        return;
      }
      const allowed = found.filter(({ address }) => mayReach(address, allowLocal));
      if (allowed.length > 0) {
        answer(
          null,
          allowed.toSorted((a, b) => a.family - b.family),
        );
        return;
      }
      const addresses = found.map(({ address }) => address).join(', ');
      const refused = new Error(`${hostname} leads to ${addresses || 'no address'}, outside the public internet`);
      answer(Object.assign(refused, { code: ADDRESS_REFUSED }), []);
    });
  };
}
