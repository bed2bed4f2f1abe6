import type { TaskDocument, UpdateEvent } from '../task.js';
import { seesPlan, type Caller } from './caller.js';

/** Why the caller may not write to a task that it sees; null: it may. The Redis function judges by the same rule. */
export function refuseTaskWrite(
  { createdBy, assigneeIds }: Pick<TaskDocument, 'createdBy' | 'assigneeIds'>,
  { policy }: Pick<Caller, 'policy'>,
  actor: string,
): string | null {
  switch (policy) {
    case 'all':
      return null;
    case 'read':
      return 'This key only reads';
    case 'own': {
      const isMade = createdBy.kind === 'agent' && createdBy.id === actor;
      const isAssigned = assigneeIds.some((id) => id.toLowerCase() === actor.toLowerCase());
      return isMade || isAssigned
        ? null
        : 'This key may change only tasks that it made or is assigned to';
    }
  }
}

/** Whether what happened is there for the caller: it is of a plan that the caller sees. */
export function seesEvent(caller: Pick<Caller, 'plans'>, event: UpdateEvent): boolean {
  if (caller.plans === null) return true;
  const planId = event.action === 'plan_updated' ? event.plan.planId : (event.task?.planId ?? null);
  return seesPlan(caller, planId);
}
