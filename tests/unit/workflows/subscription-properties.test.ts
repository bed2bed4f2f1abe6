import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { renewalTime } from '../../../src/domain/subscriptions/lifetime.js';
import type { SubscriptionOutcome } from '../../../src/domain/subscriptions/subscription-outcome.js';
import type { LifecycleEvent } from '../../../workflows/subscription/contract.js';
import {
  SubscriptionState,
  apartMs,
  type Step,
} from '../../../workflows/subscription/subscription-state.js';

const minute = 60_000;
const day = 1_440 * minute;
const started = 1_800_000_000_000;

/** What comes from outside, by minutes since the one before. */
const happening = fc.record({
  afterMs: fc.integer({ min: 0, max: 3 * day }),
  what: fc.constantFrom<'changes' | 'renewNow' | 'continueAsNew' | LifecycleEvent>(
    'changes',
    'renewNow',
    'continueAsNew',
    'missed',
    'subscriptionRemoved',
    'reauthorizationRequired',
  ),
});
/** How Graph answers: how long it takes, and what it says; `ok` where the list is at its end. */
const answer = fc.record({
  takesMs: fc.integer({ min: 0, max: 15 * minute }),
  says: fc.constantFrom<'ok' | 'gone' | 'refused' | 'stopped' | 'failed'>(
    'ok',
    'ok',
    'ok',
    'gone',
    'refused',
    'stopped',
    'failed',
  ),
});

interface Call {
  readonly step: Step;
  readonly id: string | null;
  readonly from: number;
  readonly until: number;
}

interface World {
  readonly lifeMs: number;
  readonly happenings: readonly { readonly afterMs: number; readonly what: string }[];
  readonly answers: readonly { readonly takesMs: number; readonly says: string }[];
  readonly random: number;
}

/** Plays Graph, Temporal and the clock for a state, as the workflow would run it. */
function live({ lifeMs, happenings, answers, random }: World) {
  let time = started;
  const now = () => time;
  const chance = () => random;
  let state = SubscriptionState.from(undefined, now, chance);
  const calls: Call[] = [];
  let expiresAt = 0;
  let made = 0;
  let lapses = 0;
  let asked = 0;

  const finish = (step: Step, says: string): SubscriptionOutcome | 'stopped' | 'failed' => {
    if (says === 'stopped' || says === 'failed') return says;
    if (says === 'refused')
      return { kind: 'refused', reason: 'permission_lost', retryAfterMs: null };
    if (step === 'remove') return { kind: 'removed' };
    if (says === 'gone' && step !== 'ensure') return { kind: 'gone' };
    if (step === 'reauthorize') return { kind: 'reauthorized' };
    const isNew = step === 'ensure' && (says === 'gone' || expiresAt <= time || made === 0);
    if (isNew) made += 1;
    if (isNew || step === 'renew') expiresAt = time + lifeMs;
    return {
      kind: 'standing',
      subscriptionId: `graph-${made}`,
      expiresAt,
      renewAt: renewalTime(
        isNew || step === 'renew' ? time : expiresAt - lifeMs,
        expiresAt,
        random,
      ),
      isFresh: isNew || step === 'renew',
      mustResync: isNew && made > 1,
      mustRenew: false,
    };
  };

  const work = (): void => {
    const step = state.takeStep();
    if (step !== null) {
      const { takesMs = 1_000, says = 'ok' } = answers[asked] ?? {};
      asked += 1;
      const from = time;
      time += takesMs;
      if (made > 0 && expiresAt <= time) lapses += 1;
      calls.push({ step, id: state.view().subscriptionId, from, until: time });
      const outcome = finish(step, says);
      if (outcome === 'stopped') state.returnStep();
      else if (outcome === 'failed') state.failStep();
      else state.finishStep(outcome);
    }
    if (state.takeDelivery() !== null) state.finishDelivery(0);
  };

  /** Lets time pass up to then, doing what comes due. */
  const until = (end: number): void => {
    for (let turns = 0; time < end && !state.isOver(); turns += 1) {
      expect(turns).toBeLessThan(5_000);
      work();
      if (state.isOver()) return;
      const waitMs = state.msUntilNext();
      expect(waitMs).not.toBeNull();
      // Where there is nothing to wait for there is something to do.
      if (waitMs === 0) expect(state.hasStartable()).toBe(true);
      time = Math.min(end, time + (waitMs ?? 0));
      if (made > 0 && expiresAt <= time) lapses += 1;
    }
  };

  for (const { afterMs, what } of happenings) {
    until(time + afterMs);
    const id = state.view().subscriptionId;
    if (what === 'changes') state.noteChanges();
    else if (what === 'renewNow') state.noteRenewNow();
    else if (what === 'continueAsNew')
      state = SubscriptionState.from(state.toCarried(), now, chance);
    else if (id !== null && isEvent(what)) state.noteLifecycle({ event: what, subscriptionId: id });
  }
  until(time + 2 * lifeMs);
  return { calls, lapses: () => lapses, state: () => state, until, now };
}

function isEvent(what: string): what is LifecycleEvent {
  return ['missed', 'subscriptionRemoved', 'reauthorizationRequired'].includes(what);
}

const lifeMs = fc.integer({ min: 45 * minute, max: 29 * day });
const random = fc.double({ min: 0, max: 0.999, noNaN: true });

test('as long as Graph refuses nothing, a subscription is renewed before it ends, whatever it says about it', () => {
  fc.assert(
    fc.property(
      fc.record({ lifeMs, random, happenings: fc.array(happening, { maxLength: 20 }) }),
      (world) => {
        expect(live({ ...world, answers: [] }).lapses()).toBe(0);
      },
    ),
    { numRuns: 200 },
  );
});

test('a subscription is never reauthorized and renewed within ten minutes', () => {
  fc.assert(
    fc.property(
      fc.record({
        lifeMs,
        random,
        happenings: fc.array(happening, { maxLength: 30 }),
        answers: fc.array(answer, { maxLength: 60 }),
      }),
      (world) => {
        const calls = live(world).calls.filter(({ step }) =>
          ['renew', 'reauthorize'].includes(step),
        );
        for (const [at, call] of calls.entries()) {
          const other = calls
            .slice(0, at)
            .findLast((before) => before.step !== call.step && before.id === call.id);
          if (other !== undefined) expect(call.from - other.until).toBeGreaterThanOrEqual(apartMs);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('whatever happened, a subscription comes to stand again, and goes when nobody wants it', () => {
  fc.assert(
    fc.property(
      fc.record({
        lifeMs,
        random,
        happenings: fc.array(happening, { maxLength: 30 }),
        answers: fc.array(answer, { maxLength: 40 }),
      }),
      (world) => {
        const life = live(world);
        const needed = world.answers.length - life.calls.length;
        if (needed <= 0) {
          life.until(life.now() + 2 * day);
          expect(life.state().view().state).toBe('active');
        }
        life.state().noteUnsubscribe();
        for (let turns = 0; turns < 100 && !life.state().isOver(); turns += 1) {
          life.until(life.now() + 10 * minute);
        }
        expect(life.state().isOver()).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
