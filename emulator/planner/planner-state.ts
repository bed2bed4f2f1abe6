import { createCollection, type Collection } from '../state/collection.js';
import { createGroupIndex, type GroupIndex } from '../state/group-index.js';
import { createTaskIndex, type TaskIndex } from './task-index.js';
import type {
  BoardFormatRecord,
  BucketRecord,
  PlanDetailsRecord,
  PlanRecord,
  RosterRecord,
  TaskDetailsRecord,
  TaskMessageRecord,
  TaskRecord,
} from './records.js';

/** Everything that Planner stores, and the ways to find it. */
export interface PlannerState {
  readonly plans: Collection<PlanRecord>;
  readonly planDetails: Collection<PlanDetailsRecord>;
  readonly rosters: Collection<RosterRecord>;
  readonly buckets: Collection<BucketRecord>;
  readonly tasks: Collection<TaskRecord>;
  readonly taskDetails: Collection<TaskDetailsRecord>;
  readonly boardFormats: Collection<BoardFormatRecord>;
  readonly taskMessages: Collection<TaskMessageRecord>;
  readonly messagesOfTask: GroupIndex<TaskMessageRecord>;
  readonly index: TaskIndex;
  readonly bucketsByPlan: GroupIndex<BucketRecord>;
}

export function createPlannerState(): PlannerState {
  const tasks = createCollection<TaskRecord>('tasks');
  const buckets = createCollection<BucketRecord>('buckets');
  const taskMessages = createCollection<TaskMessageRecord>('taskMessages');
  return {
    plans: createCollection('plans'),
    planDetails: createCollection('planDetails'),
    rosters: createCollection('rosters'),
    buckets,
    tasks,
    taskDetails: createCollection('taskDetails'),
    boardFormats: createCollection('boardFormats'),
    taskMessages,
    messagesOfTask: createGroupIndex(taskMessages, (message) => message.taskId),
    index: createTaskIndex(tasks),
    bucketsByPlan: createGroupIndex(buckets, (bucket) => bucket.planId),
  };
}

/** The plan's buckets in their order on the board. */
export function bucketsOf(state: PlannerState, planId: string): BucketRecord[] {
  return state.bucketsByPlan
    .recordsOf(planId)
    .toSorted((a, b) => (a.orderHint < b.orderHint ? -1 : 1));
}

export function plansOfGroup(state: PlannerState, groupId: string): PlanRecord[] {
  return [...state.plans.values()].filter((plan) => plan.groupId === groupId);
}
