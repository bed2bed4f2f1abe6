import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoginStep } from '../../../src/domain/accounts/login-step.js';
import { LoginRun } from '../../../workflows/login/login-run.js';

const begun = 1_000_000;
const lives = 600_000;
const aRun = (flow: 'code' | 'device' = 'code', intervalMs = 5_000): LoginRun =>
  new LoginRun(flow, { livesMs: lives, intervalMs }, begun);

describe('the run of a sign-in in a browser', () => {
  it('waits for the answer until its time is over, then ends as expired', () => {
    const run = aRun();
    expect(run.turn(begun + 1)).toEqual({ kind: 'wait', forMs: lives - 1 });
    expect(run.turn(begun + lives)).toEqual({ kind: 'end', reason: 'expired' });
  });

  it('redeems an answer at once, also one that comes together with its end', () => {
    const run = aRun();
    run.noteArrived();
    expect(run.turn(begun + lives)).toEqual({ kind: 'redeem' });
    run.noteCancelled();
    expect(run.turn(begun)).toEqual({ kind: 'redeem' });
  });

  it('ends as interrupted when redeeming came to nothing, and does not redeem again', () => {
    const run = aRun();
    run.noteArrived();
    run.fail({ kind: 'redeem' }, begun);
    expect(run.turn(begun)).toEqual({ kind: 'end', reason: 'interrupted' });
  });

  it('ends when nobody wants it any more', () => {
    const run = aRun();
    run.noteCancelled();
    expect(run.turn(begun)).toEqual({ kind: 'end', reason: 'cancelled' });
    run.finish({ kind: 'end', reason: 'cancelled' }, { kind: 'failed', code: 'cancelled' }, begun);
    expect(run.ended()).toEqual({ ended: 'cancelled', accountId: null });
  });

  it('never asks about a device code', () => {
    expect(aRun().turn(begun + 60_000).kind).toBe('wait');
  });
});

describe('the run of a sign-in by device code', () => {
  it('asks first after the interval, and then after every interval', () => {
    const run = aRun('device');
    expect(run.turn(begun)).toEqual({ kind: 'wait', forMs: 5_000 });
    expect(run.turn(begun + 5_000)).toEqual({ kind: 'poll' });
    run.finish({ kind: 'poll' }, { kind: 'pending' }, begun + 5_200);
    expect(run.turn(begun + 5_200)).toEqual({ kind: 'wait', forMs: 5_000 });
  });

  it('asks five seconds less often after slow_down, for good, and likewise when no answer came', () => {
    const run = aRun('device');
    run.finish({ kind: 'poll' }, { kind: 'slowDown' }, begun);
    expect(run.turn(begun)).toEqual({ kind: 'wait', forMs: 10_000 });
    run.finish({ kind: 'poll' }, { kind: 'pending' }, begun);
    expect(run.turn(begun)).toEqual({ kind: 'wait', forMs: 10_000 });
    run.fail({ kind: 'poll' }, begun);
    expect(run.turn(begun)).toEqual({ kind: 'wait', forMs: 15_000 });
  });

  it('keeps to the interval and ends, whatever Entra answers', () => {
    const answers = fc.constantFrom<LoginStep | 'none'>(
      { kind: 'pending' },
      { kind: 'slowDown' },
      'none',
    );
    fc.assert(
      fc.property(
        fc.array(answers, { maxLength: 300 }),
        fc.integer({ min: 1_000, max: 60_000 }),
        (given, interval) => {
          const run = aRun('device', interval);
          const left = [...given];
          let now = begun;
          let last = begun;
          for (;;) {
            const turn = run.turn(now);
            if (turn.kind === 'end') break;
            if (turn.kind === 'wait') {
              expect(turn.forMs).toBeGreaterThan(0);
              now += turn.forMs;
              continue;
            }
            expect(turn.kind).toBe('poll');
            expect(now - last).toBeGreaterThanOrEqual(interval);
            last = now;
            const answer = left.shift() ?? { kind: 'pending' };
            if (answer === 'none') run.fail(turn, now);
            else run.finish(turn, answer, now);
          }
          expect(now).toBe(begun + lives);
        },
      ),
    );
  });
});
