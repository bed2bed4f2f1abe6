import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFreshness } from '../../../src/tasks/plan-freshness.js';

describe('measured freshness', () => {
  it('is not known without a sample, and is the sample itself with one', () => {
    expect(toFreshness([])).toBeNull();
    expect(toFreshness([700])).toEqual({ p50Ms: 700, p95Ms: 700, samples: 1 });
  });

  it('is the value that half, and that 95 of 100, do not exceed', () => {
    const samples = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(toFreshness(samples)).toEqual({ p50Ms: 50, p95Ms: 95, samples: 100 });
  });

  it('is always a value that was measured, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (samples) => {
        const { p50Ms = -1, p95Ms = -1 } = toFreshness(samples) ?? {};
        expect(samples).toContain(p50Ms);
        expect(samples).toContain(p95Ms);
        expect(p50Ms).toBeLessThanOrEqual(p95Ms);
      }),
    );
  });
});
