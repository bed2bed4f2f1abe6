import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SyncOutcome } from '../../../src/domain/sync-outcome.js';
import type { ChangeSource } from '../../../workflows/plan-sync/contract.js';
import { PlanSyncState } from '../../../workflows/plan-sync/plan-sync-state.js';
import { PlanSyncWorld } from './plan-sync-world.js';

const pool = Array.from({ length: 60 }, (_, at) => `task-${String(at)}`);
const outcome = fc.constantFrom<SyncOutcome['kind']>('done', 'done', 'again', 'trouble');

const step = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('signal' as const),
      refs: fc.subarray(pool, { minLength: 1 }),
      source: fc.constantFrom<ChangeSource>('agent', 'planner', 'system'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('signal' as const),
      refs: fc.subarray(pool, { minLength: 1, maxLength: 3 }),
      source: fc.constantFrom<ChangeSource>('agent', 'planner', 'system'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('start' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('endBatch' as const),
      which: fc.nat(),
      how: fc.oneof(
        fc.array(outcome, { minLength: 1, maxLength: 20 }),
        fc.constant('failed' as const),
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('endRetry' as const), which: fc.nat(), how: outcome }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('continueAsNew' as const),
      how: fc.constantFrom<SyncOutcome['kind']>('done', 'trouble'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(60_000) }),
  },
);

test('whatever happens in whatever order, no change is lost and no task is in two hands at once', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const world = new PlanSyncWorld();
      for (const one of steps) {
        world.play(one);
        world.check();
      }
      world.drain();

      expect(world.unsynced()).toEqual([]);
      expect(world.state.isIdle()).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test('a state that was carried over says the same as the one before', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const world = new PlanSyncWorld();
      for (const one of steps) world.play(one);
      world.play({ kind: 'continueAsNew', how: 'trouble' });

      const { carried } = world.state.toInput();
      const next = PlanSyncState.from({ planId: 'plan', ...(carried && { carried }) }, () =>
        world.now(),
      );

      expect(next.toInput()).toEqual(world.state.toInput());
    }),
  );
});
