import type { LookupAddress } from 'node:dns';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ADDRESS_REFUSED, guardedLookup, mayReach, namesThisMachine } from '../../functions/edge/address-guard.ts';

const privateAddresses = [
  ...['0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1'],
  ...['172.31.255.255', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1'],
  ...['fe80::1%eth0', 'fd00:ec2::254', 'fc00::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '::127.0.0.1'],
  ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1', 'nonsense', ''],
];

test.each(privateAddresses)('%j is out of reach', (address) => {
  expect(mayReach(address, false)).toBe(false);
});

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '223.255.255.255', '2400:3200::1', '2606:4700::1111'])(
  '%s is the public internet',
  (address) => {
    expect(mayReach(address, false)).toBe(true);
  },
);

test('allowing this machine allows loopback and nothing else', () => {
  const allowed = privateAddresses.filter((address) => mayReach(address, true));
  expect(allowed).toEqual(['127.0.0.1', '127.255.255.254', '::1']);
});

test('no IPv4 address passes in the clothes of an IPv6 one', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(mayReach(`::ffff:${address}`, true)).toBe(false);
      expect(mayReach(`::${address}`, true)).toBe(false);
    }),
  );
});

test.each([
  ['http://localhost:1/', true],
  ['http://feeds.localhost/', true],
  ['http://127.1.2.3/', true],
  ['http://2130706433/', true],
  ['http://[::1]:8080/', true],
  ['http://localhost.example.com/', false],
  ['http://10.0.0.1/', false],
])('%s names this machine: %s', (url, named) => {
  expect(namesThisMachine(new URL(url))).toBe(named);
});

const lookUp = (found: readonly string[], allowLocal = false) =>
  new Promise<{ code?: string; message?: string; addresses: unknown }>((settle) => {
    const addresses = found.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
    const lookup = guardedLookup(allowLocal, (_hostname, answer) => {
      answer(null, addresses);
    });
    lookup('feeds.example', {}, (error, left) => {
      settle({ ...(error && { code: error.code ?? '', message: error.message }), addresses: left });
    });
  });

test('a name is reached over IPv4 first, and never at its private addresses', async () => {
  const { addresses } = await lookUp(['2606:4700::1111', '10.0.0.1', '8.8.8.8', '::1', '8.8.4.4']);
  expect(addresses).toEqual([
    { address: '8.8.8.8', family: 4 },
    { address: '8.8.4.4', family: 4 },
    { address: '2606:4700::1111', family: 6 },
  ]);
});

test('a name that leads into a private network is refused, and the refusal says where it leads', async () => {
  expect(await lookUp(['169.254.169.254', 'fd00:ec2::254'])).toEqual({
    code: ADDRESS_REFUSED,
    message: 'feeds.example leads to 169.254.169.254, fd00:ec2::254, outside the public internet',
    addresses: [],
  });
  expect(await lookUp([])).toMatchObject({ code: ADDRESS_REFUSED });
});
