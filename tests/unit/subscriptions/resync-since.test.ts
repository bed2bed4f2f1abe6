import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { resyncSince } from '../../../src/subscriptions/resync-marks.js';
import { subscriptionName } from '../../../src/subscriptions/subscription-name.js';

const hour = 3_600_000;
const now = 1_800_000_000_000;

test('what is looked for begins an hour before what is known to be complete: clocks differ', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000 }), (hours) => {
      const coveredAt = now - hours * hour;
      const since = resyncSince({ coveredAt });
      expect(since).toBeLessThan(coveredAt);
      expect(since).toBeGreaterThanOrEqual(coveredAt - hour);
    }),
  );
});

test('every resource has a name of its own that is fit for an address', () => {
  const path = fc.stringMatching(/^[A-Za-z0-9/:@._=-]{1,150}$/);
  fc.assert(
    fc.property(path, path, (one, other) => {
      expect(subscriptionName(one)).toMatch(/^[\w.-]{1,120}$/);
      if (one !== other) expect(subscriptionName(one)).not.toBe(subscriptionName(other));
    }),
  );
  expect(subscriptionName('users')).toMatch(/^users-/);
});
