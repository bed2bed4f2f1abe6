import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { busyStatuses, mergeBusy, type BusySpan } from '../../../src/domain/calendar/busy-times.js';

const spans: fc.Arbitrary<readonly BusySpan[]> = fc.array(
  fc
    .record({
      start: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 1, max: 15 }),
      status: fc.constantFrom(...busyStatuses),
    })
    .map(({ start, length, status }) => ({ start, end: start + length, status })),
  { maxLength: 12 },
);

/** What somebody is in the moment after `at`; -1: free. */
const rankAt = (all: readonly BusySpan[], at: number): number =>
  Math.max(
    -1,
    ...all
      .filter(({ start, end }) => start <= at && at < end)
      .map(({ status }) => busyStatuses.indexOf(status)),
  );

describe('Busy times', () => {
  it('say at every moment what the strongest of them says', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const merged = mergeBusy(all);
        for (let at = 0; at < 60; at += 1) expect(rankAt(merged, at)).toBe(rankAt(all, at));
      }),
    );
  });

  it('come in order, without overlaps, and what touches and is alike is one', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const merged = mergeBusy(all);
        merged.slice(1).forEach((span, index) => {
          const before = merged[index];
          expect(before?.end).toBeLessThanOrEqual(span.start);
          expect(before?.end === span.start && before.status === span.status).toBe(false);
        });
        expect(mergeBusy(merged)).toEqual(merged);
      }),
    );
  });
});
