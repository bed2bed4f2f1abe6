import { createCollection, type Collection } from '../state/collection.js';
import { createTaskIndex, type TaskIndex } from './task-index.js';
import type {
  BoardFormatRecord,
  BucketRecord,
  PlanDetailsRecord,
  PlanRecord,
  TaskDetailsRecord,
  TaskRecord,
} from './records.js';

/** Everything that Planner stores, and the ways to find it. */
export interface PlannerState {
  readonly plans: Collection<PlanRecord>;
  readonly planDetails: Collection<PlanDetailsRecord>;
  readonly buckets: Collection<BucketRecord>;
  readonly tasks: Collection<TaskRecord>;
  readonly taskDetails: Collection<TaskDetailsRecord>;
  readonly boardFormats: Collection<BoardFormatRecord>;
  readonly index: TaskIndex;
}

export function createPlannerState(): PlannerState {
  const tasks = createCollection<TaskRecord>('tasks');
  return {
    plans: createCollection('plans'),
    planDetails: createCollection('planDetails'),
    buckets: createCollection('buckets'),
    tasks,
    taskDetails: createCollection('taskDetails'),
    boardFormats: createCollection('boardFormats'),
    index: createTaskIndex(tasks),
  };
}

/** The plan's buckets in their order on the board. */
export function bucketsOf(state: PlannerState, planId: string): BucketRecord[] {
  return [...state.buckets.values()]
    .filter((bucket) => bucket.planId === planId)
    .sort((a, b) => (a.orderHint < b.orderHint ? -1 : 1));
}

export function plansOfGroup(state: PlannerState, groupId: string): PlanRecord[] {
  return [...state.plans.values()].filter((plan) => plan.groupId === groupId);
}
