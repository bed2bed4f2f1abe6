import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../src/http/rate-limit.js';
import { sourceAddress } from '../../../src/http/source-address.js';

describe('the rate limit', () => {
  it('takes a burst of two seconds, then so many a second, from each address', () => {
    const isTaken = createRateLimit(10);
    const takenAt = (address: string, ms: number, tries: number) =>
      Array.from({ length: tries }, () => isTaken(address, ms)).filter(Boolean).length;
    expect(takenAt('192.0.2.1', 0, 50)).toBe(20);
    expect(takenAt('192.0.2.2', 0, 50)).toBe(20);
    expect(takenAt('192.0.2.1', 500, 50)).toBe(5);
    expect(takenAt('192.0.2.1', 60_000, 50)).toBe(20);
  });

  it('never takes more than its rate allows, whenever requests come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { maxLength: 200 }), (gaps) => {
        const isTaken = createRateLimit(10);
        let now = 0;
        let taken = 0;
        for (const gap of gaps) {
          now += gap;
          if (isTaken('192.0.2.1', now)) taken += 1;
        }
        expect(taken).toBeLessThanOrEqual(20 + now / 100);
      }),
    );
  });

  it('takes the addresses of one network of IPv6 for one, and other networks for others', () => {
    const isTaken = createRateLimit(1);
    const tries = [
      '2001:db8::1',
      '2001:db8::2',
      '2001:db8:0:0:7::',
      '2001:db8:0:1::1',
      '2001:db8:1::1',
    ];
    expect(tries.map((address) => isTaken(address, 0))).toEqual([true, true, false, true, true]);
    const mapped = ['::ffff:192.0.2.1', '::ffff:192.0.2.2', '::ffff:192.0.2.3'];
    expect(mapped.map((address) => isTaken(address, 0))).toEqual([true, true, true]);
  });

  it('does not grow with the number of addresses', () => {
    const isTaken = createRateLimit(1);
    expect([isTaken('192.0.2.1', 0), isTaken('192.0.2.1', 0), isTaken('192.0.2.1', 0)]).toEqual([
      true,
      true,
      false,
    ]);
    for (let at = 0; at < 10_000; at += 1) isTaken(`host-${String(at)}`, 0);
    expect(isTaken('192.0.2.1', 0)).toBe(true);
  });
});

describe('the source of a request', () => {
  const from = (proxies: number, forwarded?: string) =>
    sourceAddress(
      {
        socket: { remoteAddress: '10.0.0.1' },
        headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      },
      proxies,
    );

  it('is the connection, unless proxies are named', () => {
    expect(from(0, '203.0.113.7')).toBe('10.0.0.1');
    expect(from(1)).toBe('10.0.0.1');
  });

  it('is what the outermost of our proxies was called from, whatever the caller wrote before it', () => {
    expect(from(1, 'spoofed, 203.0.113.7')).toBe('203.0.113.7');
    expect(from(2, 'spoofed, 203.0.113.7, 10.0.0.2')).toBe('203.0.113.7');
    expect(from(5, '203.0.113.7')).toBe('203.0.113.7');
  });
});
