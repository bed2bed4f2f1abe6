import type { PlannerTaskFields, PlannerTaskUpdate } from '../../domain/planner.js';
import { cutTitle } from './cut-title.js';
import { anywhere } from './order-hints.js';

const plainFields = [
  'percentComplete',
  'priority',
  'startDateTime',
  'dueDateTime',
] as const satisfies readonly (keyof PlannerTaskFields)[];

const assignment = { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: anywhere };

/** The body of `POST /planner/tasks`. https://learn.microsoft.com/graph/api/planner-post-tasks */
export function toNewTask(planId: string, fields: PlannerTaskFields): Record<string, unknown> {
  const body: Record<string, unknown> = {
    planId,
    title: cutTitle(fields.title),
    percentComplete: fields.percentComplete,
    priority: fields.priority,
  };
  if (fields.bucketId !== null) body['bucketId'] = fields.bucketId;
  if (fields.startDateTime !== null) body['startDateTime'] = fields.startDateTime;
  if (fields.dueDateTime !== null) body['dueDateTime'] = fields.dueDateTime;
  if (fields.assigneeIds.length > 0) {
    body['assignments'] = Object.fromEntries(fields.assigneeIds.map((id) => [id, assignment]));
  }
  if (fields.appliedCategories.length > 0) {
    body['appliedCategories'] = Object.fromEntries(
      fields.appliedCategories.map((label) => [label, true]),
    );
  }
  return body;
}

/** The body of `PATCH /planner/tasks/{id}`: only what differs; undefined when nothing does. */
export function toTaskPatch({
  changes,
  current,
}: Pick<PlannerTaskUpdate, 'changes' | 'current'>): Record<string, unknown> | undefined {
  const patch: Record<string, unknown> = {};
  for (const field of plainFields) {
    const value = changes[field];
    if (value !== undefined && value !== current[field]) patch[field] = value;
  }
  // A person's title may be longer than agents' may: unchanged, it is not written.
  const { title } = changes;
  if (title !== undefined && title !== current.title && cutTitle(title) !== current.title) {
    patch['title'] = cutTitle(title);
  }
  // Planner keeps every task in a bucket or in none by its own choice: null cannot be written.
  if (changes.bucketId && changes.bucketId !== current.bucketId)
    patch['bucketId'] = changes.bucketId;
  setIfAny(
    patch,
    'assignments',
    keyChanges(changes.assigneeIds, current.assigneeIds, { set: assignment, removed: null }),
  );
  setIfAny(
    patch,
    'appliedCategories',
    keyChanges(changes.appliedCategories, current.appliedCategories, { set: true, removed: false }),
  );
  return Object.keys(patch).length === 0 ? undefined : patch;
}

function keyChanges(
  wanted: readonly string[] | undefined,
  current: readonly string[],
  values: { readonly set: unknown; readonly removed: unknown },
): Record<string, unknown> {
  if (wanted === undefined) return {};
  const wantedKeys = new Set(wanted);
  const currentKeys = new Set(current);
  return Object.fromEntries([
    ...current.filter((key) => !wantedKeys.has(key)).map((key) => [key, values.removed] as const),
    ...wanted.filter((key) => !currentKeys.has(key)).map((key) => [key, values.set] as const),
  ]);
}

/** A map without keys would change nothing. */
export function setIfAny(
  patch: Record<string, unknown>,
  field: string,
  map: Readonly<Record<string, unknown>>,
): void {
  if (Object.keys(map).length > 0) patch[field] = map;
}
