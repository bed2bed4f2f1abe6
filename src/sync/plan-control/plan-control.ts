import type { Redis } from 'ioredis';
import * as z from 'zod';
import { appAccountId } from '../../domain/accounts/account.js';
import type { PlanHold } from '../../domain/plan-hold.js';
import type { PlannerClient } from '../../domain/planner.js';
import { ProblemError } from '../../domain/problem.js';
import type { Keys } from '../../tasks/keys.js';
import { parseLink, type PlanLink, type PlanMode } from '../../tasks/linked-plans.js';
import type { CallFunction } from '../../tasks/load-functions.js';
import { createPlanStates } from '../../tasks/plan-states.js';
import { withRedis } from '../../tasks/redis-problem.js';
import { findReader } from './find-reader.js';
import { createRemovePlan, type RemovedPlan, type RemovePlan } from './remove-plan.js';

/** How a plan stands after what was decided. */
export interface ControlledPlan {
  readonly planId: string;
  readonly mode: PlanMode;
  /** Why nothing of it is synced now; null where it is. */
  readonly hold: PlanHold | null;
}

export interface ControlReport {
  readonly everythingPaused: boolean;
  readonly plans: readonly ControlledPlan[];
  /** Tasks that were handed to sync. */
  readonly waiting: number;
}

/** Who is to sync a plan: a certain account, or whoever can; that is who does already, the app, or one of the named. */
export type PlanAccount =
  | { readonly kind: 'chosen'; readonly accountId: string }
  | { readonly kind: 'any'; readonly accountIds: readonly string[] };

export interface AddedPlan extends ControlledPlan {
  readonly title: string;
  readonly accountId: string;
  /** Who synced it before; null where it was not linked. */
  readonly accountBefore: string | null;
  /** What it was before; null where it was not linked. */
  readonly before: PlanMode | null;
  readonly waiting: number;
}

/**
 * What operators decide about plans. A planId of null means all. What is under way when a plan is held finishes; nothing
 * new begins. ProblemError plan_not_found where a plan is not linked.
 */
export interface PlanControl {
  pause(planId: string | null, by: string): Promise<ControlReport>;
  /**
   * Takes back the pause of the same: the pause of everything leaves plans paused that were paused by themselves.
   * ProblemError plan_in_preview.
   */
  resume(planId: string | null, by: string): Promise<ControlReport>;
  /** Has plans looked at at once and everything tried that waits; plans that are held back are left alone. */
  runNow(planId: string | null, by: string): Promise<ControlReport>;
  /** Links a plan that Planner lets the account read, or gives a linked one another mode or account. */
  add(
    plan: {
      readonly planId: string;
      readonly mode: 'on' | 'preview';
      /** Left out: whoever syncs it, else the app. */
      readonly account?: PlanAccount;
    },
    by: string,
  ): Promise<AddedPlan>;
  remove(plan: RemovePlan, by: string): Promise<RemovedPlan>;
  /** Lets exactly those deletions through that stopped the plan. ProblemError plan_not_stopped. */
  confirmDeletions(planId: string, by: string): Promise<{ planId: string; confirmed: number }>;
}

export interface PlanControlDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly plannerOf: (accountId: string) => Pick<PlannerClient, 'getPlan' | 'listTasks'>;
}

const answerSchema = z.object({
  refusal: z.enum(['unlinked', 'preview', 'running']).optional(),
  waiting: z.number().default(0),
  confirmed: z.number().default(0),
  before: z.enum(['on', 'preview', 'paused']).nullable().default(null),
  beforeAccount: z.string().nullable().default(null),
});

export function createPlanControl(deps: PlanControlDeps): PlanControl {
  const { redis, keys, call } = deps;
  const states = createPlanStates({ redis, keys });

  const decide = async (
    operation: string,
    input: {
      readonly planId: string | null;
      readonly by: string;
      readonly mode?: PlanMode;
      readonly accountId?: string;
    },
  ): Promise<z.output<typeof answerSchema>> => {
    const { planId, ...rest } = input;
    const payload = { operation, ...rest, ...(planId !== null && { planId }) };
    const reply = await call('tandem_plan_mode_v1', keys.namespace, JSON.stringify(payload));
    const answer = answerSchema.parse(JSON.parse(String(reply)));
    if (answer.refusal !== undefined) throw await refusal(answer.refusal, planId ?? '');
    return answer;
  };

  const refusal = async (
    why: 'unlinked' | 'preview' | 'running',
    planId: string,
  ): Promise<ProblemError> => {
    switch (why) {
      case 'unlinked':
        return notLinked(planId, [...(await states.all()).keys()]);
      case 'preview':
        return new ProblemError(
          'plan_in_preview',
          `Plan ${planId} is in preview; switch it on with sync_add_plan and mode "on"`,
        );
      case 'running':
        return new ProblemError(
          'plan_not_stopped',
          `Plan ${planId} is not stopped; there is nothing to confirm`,
        );
    }
  };

  const report = async (planId: string | null, waiting: number): Promise<ControlReport> => {
    const all = [...(await states.all()).values()];
    const shown = planId === null ? all : all.filter((state) => state.planId === planId);
    return {
      everythingPaused: await states.everythingPaused(),
      plans: shown.map(({ planId: id, link, hold }) => ({ planId: id, mode: link.mode, hold })),
      waiting,
    };
  };

  const removePlan = createRemovePlan(deps);
  return {
    pause: (planId, by) =>
      withRedis(async () => {
        await decide('pause', { planId, by });
        return report(planId, 0);
      }),
    resume: (planId, by) =>
      withRedis(async () => {
        const { waiting } = await decide('resume', { planId, by });
        return report(planId, waiting);
      }),
    runNow: (planId, by) =>
      withRedis(async () => {
        const { waiting } = await decide('run-now', { planId, by });
        return report(planId, waiting);
      }),
    async add({ planId, mode, account = { kind: 'any', accountIds: [] } }, by) {
      const linked = await withRedis(() => redis.hget(keys.linkedPlans, planId));
      const known = linked === null ? null : parseLink(linked);
      const { accountId, title } = await findReader(deps, planId, wantedOf(account, known));
      return withRedis(async () => {
        const decided = await decide('link', { planId, mode, accountId, by });
        const { before, beforeAccount: accountBefore, waiting } = decided;
        const hold = (await states.all()).get(planId)?.hold ?? null;
        return { planId, title, mode, accountId, accountBefore, before, hold, waiting };
      });
    },
    remove: (plan, by) =>
      withRedis(async () => {
        const known = await states.all();
        if (!known.has(plan.planId)) throw notLinked(plan.planId, [...known.keys()]);
        return removePlan(plan, by, () => decide('removing', { planId: plan.planId, by }));
      }),
    confirmDeletions: (planId, by) =>
      withRedis(async () => {
        const { confirmed } = await decide('confirm', { planId, by });
        return { planId, confirmed };
      }),
  };
}

/** Who is asked for the plan, in this order. */
function wantedOf(account: PlanAccount, known: PlanLink | null): readonly string[] {
  if (account.kind === 'chosen') return [account.accountId];
  if (known !== null) return [known.accountId];
  return [appAccountId, ...account.accountIds.filter((id) => id !== appAccountId)];
}

const mostNamed = 20;

function notLinked(planId: string, known: readonly string[]): ProblemError {
  const named = known.slice(0, mostNamed).join(', ');
  const linked = known.length === 0 ? 'no plan is linked' : `linked are ${named}`;
  return new ProblemError('plan_not_found', `Plan ${planId} is not linked; ${linked}`, {
    errors: [{ field: 'planId', message: `is not a linked plan; ${linked}` }],
  });
}
