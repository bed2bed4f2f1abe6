import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCarried, encodeCarried } from '../../../workflows/plan-watch/carried-plans.js';

const now = Date.parse('2026-12-01T10:00:00Z');

test('what the next run is told comes out as it went in', () => {
  const plan = fc.record(
    {
      planId: fc.stringMatching(/^[A-Za-z0-9_-]{28}$/),
      nextAt: fc.nat(2 * now),
      quietSince: fc.nat(2 * now),
      notBefore: fc.nat(2 * now),
    },
    { requiredKeys: ['planId', 'nextAt', 'quietSince'] },
  );
  fc.assert(
    fc.property(fc.array(plan), fc.nat(2 * now), (plans, at) => {
      expect(decodeCarried(encodeCarried(plans, at))).toEqual(plans);
    }),
  );
});

test('ten thousand plans fit well into what Temporal takes', () => {
  const plans = Array.from({ length: 10_000 }, (_, at) => ({
    planId: `plan${String(at).padStart(24, '0')}`,
    nextAt: now + at * 30,
    quietSince: now - at * 100_000,
  }));
  expect(encodeCarried(plans, now).length).toBeLessThan(480_000);
});
