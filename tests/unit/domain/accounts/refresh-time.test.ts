import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refreshTime } from '../../../../src/domain/accounts/refresh-time.js';

const minuteMs = 60_000;

describe('when an access token is renewed', () => {
  it.each([
    ['a day', 24 * 60, 1152],
    ['an hour', 60, 48],
    ['25 minutes: both at once', 25, 20],
    ['20 minutes: five minutes before the end', 20, 15],
    ['6 minutes: half of it', 6, 3],
  ])('%s', (_, life, due) => {
    expect(refreshTime({ issuedAt: 1_000, expiresAt: 1_000 + life * minuteMs })).toBe(
      1_000 + Math.floor(due * minuteMs),
    );
  });

  it('is the earlier of four fifths and five minutes before the end, in the second half of its life', () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.nat(2 * 86_400_000), (issuedAt, life) => {
        const at = refreshTime({ issuedAt, expiresAt: issuedAt + life });
        expect(at).toBeLessThanOrEqual(issuedAt + life * 0.8);
        expect(at).toBeGreaterThanOrEqual(Math.floor(issuedAt + life / 2));
        if (life >= 10 * minuteMs) expect(at).toBeLessThanOrEqual(issuedAt + life - 5 * minuteMs);
      }),
    );
  });

  it('is at once for one that has ended', () => {
    expect(refreshTime({ issuedAt: 5_000, expiresAt: 4_000 })).toBe(5_000);
  });
});
