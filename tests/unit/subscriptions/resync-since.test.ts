import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { coveredUntil, resyncSince } from '../../../src/subscriptions/resync-marks.js';
import { subscriptionName } from '../../../src/subscriptions/subscription-name.js';

const hour = 3_600_000;
const now = 1_800_000_000_000;

test('what is looked for begins well before what surely came whole', () => {
  expect(now - resyncSince({ coveredAt: now })).toBeGreaterThan(15 * 60_000);
});

test('what was heard says nothing about the day before it, and never that something is whole no more', () => {
  const times = fc.integer({ min: 0, max: 1_000 }).map((hours) => now - hours * hour);
  fc.assert(
    fc.property(times, fc.option(times), (coveredAt, heardAt) => {
      const covered = coveredUntil({ coveredAt }, heardAt);
      expect(covered).toBeGreaterThanOrEqual(coveredAt);
      if (heardAt !== null) expect(covered).toBe(Math.max(coveredAt, heardAt - 24 * hour));
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
