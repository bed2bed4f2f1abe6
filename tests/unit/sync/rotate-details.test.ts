import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitAfter } from '../../../src/sync/rotate-details.js';

const dayMs = 86_400_000;
const rotation = { minMs: 600_000, maxMs: dayMs };

test('details are read again after three times the time that they have rested, ten minutes at least and a day at most', () => {
  expect(waitAfter(0, rotation)).toBe(600_000);
  expect(waitAfter(600_000, rotation)).toBe(1_800_000);
  expect(waitAfter(dayMs, rotation)).toBe(dayMs);
});

test('a change that no list shows is found within three times the time that the details had rested, within the bounds', () => {
  fc.assert(
    fc.property(fc.nat(30 * dayMs), (changedAt) => {
      // Readings as they follow one another after a change at 0, until the one that finds the next change.
      let readAt = waitAfter(0, rotation);
      while (readAt < changedAt) readAt += waitAfter(readAt, rotation);
      expect(readAt - changedAt).toBeLessThanOrEqual(
        Math.min(Math.max(3 * changedAt, rotation.minMs), rotation.maxMs),
      );
    }),
  );
});
