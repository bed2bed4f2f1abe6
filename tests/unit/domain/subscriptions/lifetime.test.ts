import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { expiriesToAskFor, renewalTime } from '../../../../src/domain/subscriptions/lifetime.js';
import { watchableResources } from '../../../../src/domain/subscriptions/watchable-resource.js';

test('what is asked for is long, and never longer than Graph allows, also when our clock is ahead', () => {
  for (const watchable of watchableResources) {
    const [longest = 0, ...shorter] = expiriesToAskFor(watchable, false, 0);
    const minutes = longest / 60_000;
    expect(shorter).toEqual(shorter.toSorted((one, other) => other - one));
    expect(shorter.every((expiry) => expiry > 0 && expiry < longest)).toBe(true);
    expect(minutes).toBeLessThanOrEqual(watchable.maxMinutes - 10);
    expect(minutes).toBeGreaterThan(watchable.maxMinutes * 0.95);
  }
});

test('a renewal comes in the last third of the time that is left, with a margin', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000, max: 3_000_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (leftMs, random) => {
        const at = renewalTime(1_000, 1_000 + leftMs, random) - 1_000;
        expect(at).toBeGreaterThanOrEqual(Math.floor(leftMs * 0.7));
        expect(at).toBeLessThanOrEqual(leftMs * 0.85);
      },
    ),
  );
  expect(renewalTime(5_000, 1_000, 0.5)).toBe(5_000);
});
