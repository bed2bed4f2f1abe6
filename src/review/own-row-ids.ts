import { isGuid } from '../domain/guid.js';
import type { TaskContent } from '../domain/task.js';

/** Planner's apps make row ids that an agent may not: a row that is not there now comes back under a new one. */
export function withOwnRowIds(body: Partial<TaskContent>, now: TaskContent): object {
  if (body.checklist === undefined) return body;
  const held = new Set(now.checklist.map((row) => row.id));
  const checklist = body.checklist.map(({ id, ...row }) =>
    held.has(id) || isGuid(id) ? { id, ...row } : row,
  );
  return { ...body, checklist };
}
