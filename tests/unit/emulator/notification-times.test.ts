import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveUpAt, nextAttemptAt } from '../../../emulator/notifications/retry-times.js';
import { nextReminderAt } from '../../../emulator/subscriptions/reauthorization-times.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** All attempts of a delivery that nobody takes, in milliseconds from the first. */
function attempts(timeScale: number, random: number): number[] {
  const times = [0];
  for (;;) {
    const now = times.at(-1) ?? 0;
    const next = nextAttemptAt({
      attempts: times.length,
      firstAttemptAt: 0,
      now,
      timeScale,
      random,
    });
    if (next === undefined) return times;
    times.push(next);
  }
}

describe('a failed delivery', () => {
  it('is repeated with growing waits for up to four hours', () => {
    const times = attempts(1, 0.5);
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(waits.slice(0, 3)).toEqual([10_000, 20_000, 40_000]);
    expect(Math.max(...waits)).toBe(30 * MINUTE);
    expect(times.at(-1)).toBeGreaterThan(3 * HOUR);
    expect(times.at(-1)).toBeLessThanOrEqual(4 * HOUR);
  });

  it('goes the same way in faster time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (scale, random) => {
          const [real, fast] = [attempts(1, random), attempts(scale, random)];
          expect(fast).toHaveLength(real.length);
          expect((fast.at(-1) ?? 0) * scale).toBeCloseTo(real.at(-1) ?? 0, 0);
          expect(fast.at(-1)).toBeLessThanOrEqual(giveUpAt(0, scale));
        },
      ),
    );
  });
});

/** Every reminder of an authorisation nobody renews, in minutes before its end. */
function reminders(lifeMinutes: number): number[] {
  const endsAt = lifeMinutes * MINUTE;
  const times: number[] = [];
  for (;;) {
    const remindedAt = times.at(-1) ?? null;
    const next = nextReminderAt({ authorizedAt: 0, endsAt, remindedAt }, 1);
    if (next === undefined) return times.map((time) => (endsAt - time) / MINUTE);
    times.push(next);
  }
}

describe('reauthorizationRequired', () => {
  it('comes every quarter of an hour in the last hour', () => {
    expect(reminders(60)).toEqual([45, 30, 15]);
  });

  it('begins with a quarter of what is left of up to three hours', () => {
    expect(reminders(100)[0]).toBe(75);
    expect(reminders(10_000)[0]).toBe(135);
  });

  it('never comes at or after the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), (life) => {
        expect(reminders(life).every((left) => left > 0)).toBe(true);
      }),
    );
  });
});
