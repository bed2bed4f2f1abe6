import { seesPlan } from '../domain/access/caller.js';
import { refuseTaskWrite } from '../domain/access/task-access.js';
import { ProblemError } from '../domain/problem.js';
import type { PlannerTask } from '../domain/planner.js';
import type { TaskDocument } from '../domain/task.js';
import { personOf } from '../graph/gateway/graph-account.js';
import type { BoardDeps, BoardUser } from './board-deps.js';

/** What whoever calls may do at Planner itself; the store judges its own writes in Redis. */
export interface BoardGuard {
  /** ProblemError plan_not_found: what is not theirs is not there. */
  requirePlan(planId: string): void;
  /** ProblemError not_found for a task of such a plan. */
  requireTask(task: Pick<PlannerTask, 'planId'>): void;
  /** ProblemError write_policy. */
  requireTaskWrite(task: Pick<PlannerTask, 'createdBy' | 'fields'>): void;
  /** The same for a task of the store, which judges again when it is written. */
  requireDocumentWrite(document: TaskDocument): void;
  /** Plans and buckets belong to everybody on the board. ProblemError write_policy. */
  requireBoardWrite(): void;
  /** ProblemError forbidden for who has only some plans: they would not see a new one. */
  requireNewPlan(): void;
}

export function createBoardGuard(
  { access }: Pick<BoardDeps, 'access'>,
  { account, actor }: Pick<BoardUser, 'account' | 'actor'>,
): BoardGuard {
  const self = personOf(account)?.toLowerCase() ?? null;
  const requireBoardWrite = (): void => {
    if (access.policy === 'all') return;
    throw new ProblemError(
      'write_policy',
      access.policy === 'read'
        ? 'This key only reads'
        : 'This key may change only tasks that it made or is assigned to, not plans and buckets',
    );
  };
  return {
    requirePlan(planId) {
      if (seesPlan(access, planId)) return;
      throw new ProblemError('plan_not_found', `There is no plan ${planId}`, {
        errors: [{ field: 'plan', message: 'is no plan of this key' }],
      });
    },
    requireTask({ planId }) {
      if (!seesPlan(access, planId)) throw new ProblemError('not_found', 'There is no such task');
    },
    requireTaskWrite({ createdBy, fields }) {
      // Planner knows people, not agents: whose account it is counts as who calls.
      const isOwn = self !== null && createdBy.userId?.toLowerCase() === self;
      const isAssigned =
        self !== null && fields.assigneeIds.some((id) => id.toLowerCase() === self);
      const refusal = refuseTaskWrite(
        {
          createdBy: isOwn ? { kind: 'agent', id: actor } : { kind: 'human', id: createdBy.userId },
          assigneeIds: isAssigned ? [...fields.assigneeIds, actor] : fields.assigneeIds,
        },
        access,
        actor,
      );
      if (refusal !== null) throw new ProblemError('write_policy', refusal);
    },
    requireDocumentWrite(document) {
      const refusal = refuseTaskWrite(document, access, actor);
      if (refusal !== null) throw new ProblemError('write_policy', refusal);
    },
    requireBoardWrite,
    requireNewPlan() {
      requireBoardWrite();
      if (access.plans === null) return;
      throw new ProblemError('forbidden', 'This key is for some plans, so it cannot make another');
    },
  };
}
