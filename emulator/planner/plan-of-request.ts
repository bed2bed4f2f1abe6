import { isObject } from '../schema/check-value.js';
import type { PlannerState } from './planner-state.js';

/** The plan that a request is about, before it is carried out; for faults and the request log. */
export function planOfRequest(
  state: PlannerState,
  segments: readonly string[],
  body: unknown,
): string | undefined {
  const [area, set, id] = segments;
  if (area !== 'planner') return undefined;
  if (id === undefined) {
    const planId = isObject(body) ? body['planId'] : undefined;
    return typeof planId === 'string' ? planId : undefined;
  }
  if (set === 'plans') return id;
  if (set === 'tasks') return state.tasks.get(id)?.planId;
  return set === 'buckets' ? state.buckets.get(id)?.planId : undefined;
}
