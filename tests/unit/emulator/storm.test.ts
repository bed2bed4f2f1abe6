import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createStorm } from '../../../emulator/graph/storm.js';

const settings = fc.record({
  every: fc.integer({ min: 1, max: 10 }),
  minSeconds: fc.integer({ min: 1, max: 5 }),
  maxSeconds: fc.integer({ min: 5, max: 30 }),
});

it('a storm throttles exactly every n-th request, within its range, the same in every run', () => {
  fc.assert(
    fc.property(settings, (storm) => {
      const run = () => {
        const { next } = createStorm(storm);
        return Array.from({ length: 60 }, () => next());
      };
      const waits = run();
      expect(run()).toEqual(waits);
      waits.forEach((wait, index) => {
        expect(wait === null).toBe((index + 1) % storm.every !== 0);
        if (wait === null) return;
        expect(wait).toBeGreaterThanOrEqual(storm.minSeconds);
        expect(wait).toBeLessThanOrEqual(storm.maxSeconds);
      });
    }),
  );
});

it('a storm uses its whole range', () => {
  const { next } = createStorm({ every: 1, minSeconds: 1, maxSeconds: 10 });
  const waits = new Set(Array.from({ length: 60 }, () => next()));
  expect(waits.size).toBe(10);
});
