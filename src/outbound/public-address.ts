import { BlockList, isIP } from 'node:net';

/**
 * What is not of the public Internet: private, loopback, link-local (there the clouds keep their metadata services),
 * shared, reserved, for documentation, multicast.
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const specialV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** The only part of IPv6 that is given to anybody; an address of IPv4 in any disguise lies outside it, but for 6to4. */
const globalV6 = ['2000::', 3] as const;

/** https://www.iana.org/assignments/iana-ipv6-special-registry, as far as it lies in `globalV6`. */
const specialV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const;

/** Whether an address is one of the public Internet, so that a request that a stranger asks for may go there. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !v4.check(address);
    case 6:
      // A zone means a link of this machine.
      return (
        !address.includes('%') &&
        v6.global.check(address, 'ipv6') &&
        !v6.special.check(address, 'ipv6')
      );
    default:
      return false;
  }
}

export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
}

const v4 = listOf(specialV4, 'ipv4');
const v6 = { global: listOf([globalV6], 'ipv6'), special: listOf(specialV6, 'ipv6') };

function listOf(
  subnets: readonly (readonly [string, number])[],
  family: 'ipv4' | 'ipv6',
): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, family);
  return list;
}
