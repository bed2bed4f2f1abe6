import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { resyncSince } from '../../../src/subscriptions/resync-marks.js';
import { subscriptionName } from '../../../src/subscriptions/subscription-name.js';

const hour = 3_600_000;
const now = 1_800_000_000_000;

test('what is looked for begins before the four hours in which Graph tries to deliver', () => {
  const since = resyncSince({ coveredAt: now - 100 * hour }, now - 60_000, now);
  expect(now - since).toBeGreaterThan(4 * hour);
});

test('it begins with the last notification when that is longer ago, and never before what is known to be complete', () => {
  const times = fc.integer({ min: 0, max: 1_000 }).map((hours) => now - hours * hour);
  fc.assert(
    fc.property(times, fc.option(times), (coveredAt, heardAt) => {
      const since = resyncSince({ coveredAt }, heardAt, now);
      expect(since).toBeGreaterThanOrEqual(coveredAt - hour);
      if (heardAt !== null) expect(since).toBeLessThan(Math.max(coveredAt, heardAt));
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
