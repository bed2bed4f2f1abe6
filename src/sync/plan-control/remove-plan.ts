import type { Redis } from 'ioredis';
import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import type { Keys } from '../../tasks/keys.js';
import type { CallFunction } from '../../tasks/load-functions.js';

export interface RemovePlan {
  readonly planId: string;
  /** `keep`: the tasks stay with the agents, without a plan; `remove`: they go, and can be brought back for 7 days. */
  readonly tasks: 'keep' | 'remove';
  /** Only says what would happen. */
  readonly dryRun: boolean;
}

export interface RemovedPlan extends RemovePlan {
  /** The agents' tasks of the plan. */
  readonly count: number;
  /** Changes that had not reached Planner, deletes among them; they never will. */
  readonly unsent: number;
}

const stepSchema = z.tuple([z.number(), z.enum(['more', 'done', 'ended'])]);

/** Tasks that are released in one step: Redis serves nobody else meanwhile. */
const perStep = 50;

/**
 * Takes a plan out, chunk by chunk. From the first step on nothing of it is synced, so that an interrupted removal can
 * be made again; only with the last task is the plan unlinked. Resuming or adding the plan meanwhile wins: ProblemError
 * plan_removal_ended.
 */
export function createRemovePlan({
  redis,
  keys,
  call,
}: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
}): (plan: RemovePlan, by: string, begin: () => Promise<unknown>) => Promise<RemovedPlan> {
  return async (plan, by, begin) => {
    const { planId, tasks, dryRun } = plan;
    const [count, unsent] = await Promise.all([
      redis.scard(keys.planTasks(planId)),
      redis.zcard(keys.planUnsynced(planId)),
    ]);
    if (dryRun) return { ...plan, count, unsent };
    await begin();
    let released = 0;
    for (let next = 'more'; next !== 'done';) {
      const step = JSON.stringify({ planId, tasks, by, most: perStep });
      const reply = await call('tandem_plan_release_v1', keys.namespace, step);
      const [some, then] = stepSchema.parse(reply);
      released += some;
      next = then;
      if (next === 'ended') throw ended(planId, released);
    }
    return { ...plan, count: released, unsent };
  };
}

function ended(planId: string, released: number): ProblemError {
  return new ProblemError(
    'plan_removal_ended',
    `Plan ${planId} was resumed or added again while it was being removed: ${String(released)} of its tasks were released ` +
      'before that, the others are synced again; remove it anew if it is to go all the same',
  );
}
