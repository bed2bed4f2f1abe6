import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delayAfterMs, retryProgress } from '../../../src/domain/backoff.js';

describe('the wait after a failed attempt', () => {
  test('is 2 s, doubles, and stays at 5 min', () => {
    const waits = [1, 2, 3, 4, 8, 9, 1_000].map(delayAfterMs);

    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 256_000, 300_000, 300_000]);
  });

  test('is 2 s also for what counts from zero', () => {
    expect(delayAfterMs(0)).toBe(2_000);
  });
});

describe('how far a retry has come', () => {
  test('counts the attempt at the beginning and waits as long as after a first failure', () => {
    expect(retryProgress(0)).toEqual({ attempts: 1, nextInMs: 2_000 });
  });

  test('counts an attempt at the moment at which it is due', () => {
    expect(retryProgress(1_999)).toEqual({ attempts: 1, nextInMs: 1 });
    expect(retryProgress(2_000)).toEqual({ attempts: 2, nextInMs: 4_000 });
    expect(retryProgress(6_000)).toEqual({ attempts: 3, nextInMs: 8_000 });
  });

  test('goes on where earlier attempts left off', () => {
    expect(retryProgress(0, 2)).toEqual({ attempts: 3, nextInMs: 8_000 });
    expect(retryProgress(8_000, 2)).toEqual({ attempts: 4, nextInMs: 16_000 });
  });

  test('is the same whether it is asked once or on the way', () => {
    fc.assert(
      fc.property(fc.nat(3_600_000), fc.nat(3_600_000), (first, second) => {
        const halfway = retryProgress(first);
        const whole = retryProgress(first + second);
        const left = second - halfway.nextInMs;
        // Not yet due again: the same attempt, the wait grown shorter. Else: on from the attempt that was due.
        const continued =
          left < 0
            ? { attempts: halfway.attempts, nextInMs: -left }
            : retryProgress(left, halfway.attempts);
        expect(continued).toEqual(whole);
      }),
    );
  });
});
