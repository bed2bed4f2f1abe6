import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimits, RateLimitedError } from '../../../src/access/rate-limits.js';

/** The bucket in Redis, with a clock of the test's own. */
function aBucket(perMinute: number) {
  let left = perMinute;
  let at = 0;
  const state = { now: 0, asked: 0 };
  return {
    state,
    call: async (_name: string, _namespace: string, _actor: string, wanted = '1') => {
      state.asked += 1;
      left = Math.min(perMinute, left + ((state.now - at) * perMinute) / 60_000);
      at = state.now;
      const granted = Math.min(Number(wanted), Math.floor(left));
      left -= granted;
      const wait = granted > 0 ? 0 : Math.ceil(((1 - left) * 60_000) / perMinute);
      return [granted, Math.floor(left), wait];
    },
  };
}

describe('the limit of requests', () => {
  it('lets through what the bucket holds, on however many replicas', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.record({ wait: fc.nat(2_000), by: fc.nat(3) }), { maxLength: 200 }),
        async (perMinute, replicas, requests) => {
          const { call, state } = aBucket(perMinute);
          const takers = Array.from({ length: replicas }, () =>
            createRateLimits({ keys: { namespace: 'n' }, call, perMinute, now: () => state.now }),
          );
          let taken = 0;
          for (const { wait, by } of requests) {
            state.now += wait;
            try {
              await takers[by % replicas]?.('a');
              taken += 1;
            } catch (error) {
              if (!(error instanceof RateLimitedError)) throw error;
              expect(error.standing.resetSeconds).toBeGreaterThan(0);
            }
          }
          expect(taken).toBeLessThanOrEqual(perMinute + (state.now * perMinute) / 60_000);
        },
      ),
    );
  });

  it('asks Redis for few of many requests, and not at all while it knows that none is left', async () => {
    const { call, state } = aBucket(6_000);
    const take = createRateLimits({
      keys: { namespace: 'n' },
      call,
      perMinute: 6_000,
      now: () => state.now,
    });
    for (let at = 0; at < 6_000; at += 1) await take('a');
    expect(state.asked).toBe(60);
    await expect(async () => take('a')).rejects.toThrow(RateLimitedError);
    for (let at = 0; at < 100; at += 1) {
      await expect(async () => take('a')).rejects.toThrow(RateLimitedError);
    }
    expect(state.asked).toBe(61);
    state.now += 20;
    await expect(take('a')).resolves.toMatchObject({ perMinute: 6_000 });
  });

  it('is asked for once by all who come at the same moment', async () => {
    const { call, state } = aBucket(6_000);
    const take = createRateLimits({
      keys: { namespace: 'n' },
      call,
      perMinute: 6_000,
      now: () => state.now,
    });
    await Promise.all(Array.from({ length: 100 }, async () => take('a')));
    expect(state.asked).toBe(1);
  });
});
