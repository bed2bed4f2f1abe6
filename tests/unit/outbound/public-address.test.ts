import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLoopbackAddress, isPublicAddress } from '../../../src/outbound/public-address.js';

/** First and last address of what is not of the public Internet, as numbers written down apart from the code. */
const specialV4: readonly (readonly [number, number])[] = [
  [0x00000000, 0x00ffffff],
  [0x0a000000, 0x0affffff],
  [0x64400000, 0x647fffff],
  [0x7f000000, 0x7fffffff],
  [0xa9fe0000, 0xa9feffff],
  [0xac100000, 0xac1fffff],
  [0xc0000000, 0xc00000ff],
  [0xc0000200, 0xc00002ff],
  [0xc01fc400, 0xc01fc4ff],
  [0xc034c100, 0xc034c1ff],
  [0xc0586300, 0xc05863ff],
  [0xc0a80000, 0xc0a8ffff],
  [0xc0af3000, 0xc0af30ff],
  [0xc6120000, 0xc613ffff],
  [0xc6336400, 0xc63364ff],
  [0xcb007100, 0xcb0071ff],
  [0xe0000000, 0xffffffff],
];

const isSpecial = (address: number) =>
  specialV4.some(([first, last]) => address >= first && address <= last);

const dotted = (address: number) =>
  [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff).join('.');

/** Every address, but those at the edges of the ranges as often as all others. */
const anyV4 = fc.oneof(
  fc.nat(0xffffffff),
  fc
    .tuple(fc.constantFrom(...specialV4.flat()), fc.integer({ min: -2, max: 2 }))
    .map(([edge, by]) => Math.min(0xffffffff, Math.max(0, edge + by))),
);

const hex = (address: number) =>
  `${(address >>> 16).toString(16)}:${(address & 0xffff).toString(16)}`;

describe('an address of IPv4', () => {
  it('is public unless a registry says what else it is', () => {
    fc.assert(
      fc.property(anyV4, (address) => {
        expect(isPublicAddress(dotted(address))).toBe(!isSpecial(address));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never public in the disguise of IPv6, whatever the spelling', () => {
    fc.assert(
      fc.property(anyV4, (address) => {
        const text = dotted(address);
        const disguises = [
          `::ffff:${text}`,
          `::FFFF:${hex(address)}`,
          `0:0:0:0:0:ffff:${hex(address)}`,
          `::${text}`,
          `64:ff9b::${text}`,
          `64:ff9b:1::${hex(address)}`,
          `2002:${hex(address)}::1`,
        ];
        expect(disguises.filter(isPublicAddress)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an address of IPv6', () => {
  it.each([
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'febf::1',
    'fc00::1',
    'fd12:3456:789a::1',
    // The metadata services of clouds.
    'fd00:ec2::254',
    'ff02::1',
    '100::1',
    '2001::1',
    '2001:10::1',
    '2001:db8::1',
    '2620:4f:8000::1',
    '3fff::1',
    '4000::1',
    '5f00::1',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['2606:4700:4700::1111', '2a00:1450:4001:80b::200e', '2001:4860:4860::8888'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

it.each(['', 'localhost', '127.1', '0x7f000001', '2130706433', '1.2.3.4.', ' 8.8.8.8', '[::1]'])(
  'what is no address in its plain spelling (%j) is not public',
  (text) => {
    expect(isPublicAddress(text)).toBe(false);
  },
);

it('knows this machine by its addresses', () => {
  expect(['127.0.0.1', '127.8.8.8', '::1'].every(isLoopbackAddress)).toBe(true);
  expect(['10.0.0.1', '::', '::ffff:127.0.0.1', '127.0.0.1.example'].some(isLoopbackAddress)).toBe(
    false,
  );
});
