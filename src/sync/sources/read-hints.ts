import type { DeltaHint } from '../../domain/planner-delta.js';
import type { KnownTasks } from '../../domain/planner-change.js';

/**
 * What a round of hints asks for. `look`: what cannot be told from single tasks, a complete listing has to show;
 * `tasks`: these are to be read.
 */
export type HintedWork =
  { readonly kind: 'look' } | { readonly kind: 'tasks'; readonly plannerIds: readonly string[] };

/** More of them cost more than a listing. */
const mostTasks = 20;

/**
 * Sorts out what is noise: places on boards, tasks of other plans, tasks that we know in that very version. A hint that a
 * task is gone proves nothing, so then the plan is listed.
 */
export function readHints(
  hints: readonly DeltaHint[],
  planId: string,
  known: KnownTasks,
): HintedWork {
  const plannerIds = new Set<string>();
  for (const { kind, id, planId: ofPlan, isRemoved, etag } of hints) {
    if (kind === 'order' || (ofPlan !== null && ofPlan !== planId)) continue;
    if (kind !== 'task' || id === null) return { kind: 'look' };
    if (isRemoved) {
      if (known.pairs.has(id)) return { kind: 'look' };
      continue;
    }
    if (etag === null || known.etags.get(id) !== etag) plannerIds.add(id);
  }
  if (plannerIds.size > mostTasks) return { kind: 'look' };
  return { kind: 'tasks', plannerIds: [...plannerIds] };
}
