import { appAccountId } from '../domain/accounts/account.js';
import type { Alert } from '../domain/alert.js';
import type { GraphError } from '../domain/graph-error.js';
import type { DeleteBrake, PlanHold } from '../domain/plan-hold.js';
import { encodeAlert } from '../tasks/alerts.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { parseHold } from './parse-hold.js';

/**
 * What the brake says of a complete listing: the plan goes on, is stopped, or was stopped and goes on from here because
 * its tasks are seen again.
 */
export type BrakeVerdict = 'go' | 'stopped' | 'lifted';

/** How a plan stands for those who look at it. */
export interface PlanCondition {
  readonly hold: PlanHold | null;
  readonly isUnreadable: boolean;
  /** Something of it is held back that was to be synced. */
  readonly hasHeld: boolean;
  /** Who syncs it. */
  readonly accountId: string;
}

/** How a plan as a whole fares, as syncs and looks find out together. */
export interface PlanConditions {
  read(planId: string): Promise<PlanCondition>;
  /** Stops the plan, or lets it go on, by the planner ids that a complete listing lacks. */
  judge(planId: string, missing: readonly string[]): Promise<BrakeVerdict>;
  /** Graph does not let us list the plan: refs whose sync needs that wait until it does. One alert for all. */
  noteUnreadable(planId: string, error: GraphError, refs: readonly string[]): Promise<void>;
  /**
   * Graph wants the person of the plan's account to sign in again: refs wait for that. Null: they have by now, or nobody
   * has told of it yet, and nothing waits.
   */
  awaitAccount(planId: string, refs: readonly string[]): Promise<PlanHold | null>;
  /** It could be listed: hands over what waited for that, or for something else that is over. */
  noteReadable(planId: string): Promise<void>;
}

export function createPlanConditions({
  keys,
  call,
  brake,
}: {
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly brake: DeleteBrake;
}): PlanConditions {
  const { namespace } = keys;
  return {
    async read(planId) {
      const reply = await call('tandem_plan_hold_v1', namespace, planId);
      const [hold, isUnreadable, account, hasHeld] = reply as [string, number, string?, number?];
      return {
        hold: parseHold(hold),
        isUnreadable: isUnreadable === 1,
        hasHeld: hasHeld === 1,
        accountId: account || appAccountId,
      };
    },
    async awaitAccount(planId, refs) {
      const input = JSON.stringify({ planId, refs });
      return parseHold(await call('tandem_account_await_v1', namespace, input));
    },
    async judge(planId, missing) {
      const input = { planId, missing, limits: brake };
      return (await call('tandem_plan_judge_v1', namespace, JSON.stringify(input))) as BrakeVerdict;
    },
    async noteUnreadable(planId, error, refs) {
      const alert = encodeAlert(unreadable(planId, error));
      const input = { planId, code: error.code, refs, alert };
      await call('tandem_plan_unreadable_v1', namespace, JSON.stringify(input));
    },
    async noteReadable(planId) {
      await call('tandem_plan_readable_v1', namespace, planId);
    },
  };
}

function unreadable(planId: string, { message, advice }: GraphError): Alert {
  return {
    kind: 'permission_lost',
    severity: 'error',
    subject: planId,
    message: `Plan ${planId} cannot be read any more: ${message}. Nothing of it is deleted for the agents; their changes wait.`,
    advice,
    at: new Date().toISOString(),
  };
}
