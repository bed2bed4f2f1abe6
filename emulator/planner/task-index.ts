import type { Collection } from '../state/collection.js';
import { createGroupIndex } from '../state/group-index.js';
import type { TaskRecord } from './records.js';

/** Tasks by plan and person, and the counts that the service's limits are about. Lists are in creation order. */
export interface TaskIndex {
  tasksOfPlan(planId: string): TaskRecord[];
  tasksAssignedTo(personId: string): TaskRecord[];
  countInPlan(planId: string): number;
  countActiveInPlan(planId: string): number;
  countAssignedTo(personId: string): number;
  countCreatedBy(personId: string): number;
  nextSequence(): number;
}

export function createTaskIndex(tasks: Collection<TaskRecord>): TaskIndex {
  const byPlan = createGroupIndex(tasks, (task) => task.planId);
  const byPerson = new Map<string, Set<string>>();
  const active = new Map<string, number>();
  const created = new Map<string, number>();
  let lastSequence = 0;

  tasks.observe((id, before, after) => {
    lastSequence = Math.max(lastSequence, after?.sequence ?? 0);
    const planId = (after ?? before)?.planId;
    if (planId !== undefined) {
      add(active, planId, Number(isActive(after)) - Number(isActive(before)));
    }
    countCreator(before, -1);
    countCreator(after, 1);
    for (const person of Object.keys(before?.assignments ?? {})) byPerson.get(person)?.delete(id);
    for (const person of Object.keys(after?.assignments ?? {})) setOf(byPerson, person).add(id);
  });

  const countCreator = (task: TaskRecord | undefined, by: number): void => {
    const creator = task?.createdBy.user?.id;
    if (creator !== undefined) add(created, creator, by);
  };
  const resolve = (ids: ReadonlySet<string> | undefined): TaskRecord[] => {
    const found: TaskRecord[] = [];
    for (const id of ids ?? []) {
      const task = tasks.get(id);
      if (task !== undefined) found.push(task);
    }
    return found;
  };
  return {
    tasksOfPlan: (planId) => byPlan.recordsOf(planId),
    tasksAssignedTo: (personId) =>
      resolve(byPerson.get(personId)).sort((a, b) => a.sequence - b.sequence),
    countInPlan: (planId) => byPlan.countOf(planId),
    countActiveInPlan: (planId) => active.get(planId) ?? 0,
    countAssignedTo: (personId) => byPerson.get(personId)?.size ?? 0,
    countCreatedBy: (personId) => created.get(personId) ?? 0,
    nextSequence: () => lastSequence + 1,
  };
}

function isActive(task: TaskRecord | undefined): boolean {
  return task !== undefined && task.percentComplete < 100;
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = new Set<string>();
  map.set(key, made);
  return made;
}

function add(map: Map<string, number>, key: string, by: number): void {
  if (by !== 0) map.set(key, (map.get(key) ?? 0) + by);
}
