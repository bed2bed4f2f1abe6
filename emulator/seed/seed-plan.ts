import { firstVersion } from '../planner/preconditions.js';
import { preciseTime, type PlannerService } from '../planner/planner-service.js';
import type {
  BucketRecord,
  PlanContainer,
  PlanRecord,
  TaskDetailsRecord,
  TaskRecord,
} from '../planner/records.js';
import type { IdentitySet } from '../planner/identity-sets.js';

export interface PlanSeed {
  readonly id: string;
  readonly title: string;
  readonly container: PlanContainer;
  readonly createdBy: IdentitySet;
  readonly createdDateTime?: string;
  readonly buckets: readonly { readonly id: string; readonly name: string }[];
  readonly categories?: Readonly<Record<string, string>>;
}

/** Puts a plan in place without a request: for the first start and for tests, beside all limits. */
export function putPlan(service: PlannerService, seed: PlanSeed): PlanRecord {
  const plan: PlanRecord = {
    ...firstVersion,
    ...seed.container,
    id: seed.id,
    title: seed.title,
    createdBy: seed.createdBy,
    createdDateTime: seed.createdDateTime ?? preciseTime(service.now(), service.state.plans.size),
  };
  service.state.plans.put(plan.id, plan);
  service.state.planDetails.put(plan.id, {
    ...firstVersion,
    id: plan.id,
    categoryDescriptions: seed.categories ?? {},
    sharedWith: {},
  });
  // New order hints sort before older ones, so the last bucket is made first.
  for (const { id, name } of seed.buckets.toReversed()) {
    const bucket: BucketRecord = {
      ...firstVersion,
      id,
      planId: plan.id,
      name,
      orderHint: service.newOrderHint(),
    };
    service.state.buckets.put(id, bucket);
  }
  return plan;
}

export interface TaskSeed {
  readonly id: string;
  readonly planId: string;
  readonly bucketId: string | null;
  readonly title: string;
  readonly createdBy: IdentitySet;
  readonly task?: Partial<TaskRecord>;
  readonly details?: Partial<TaskDetailsRecord>;
}

export function putTask(service: PlannerService, seed: TaskSeed): void {
  const sequence = service.state.index.nextSequence();
  const orderHint = service.newOrderHint();
  const details: TaskDetailsRecord = {
    ...firstVersion,
    id: seed.id,
    description: '',
    previewType: 'automatic',
    checklist: {},
    references: {},
    ...seed.details,
  };
  const rows = Object.values(details.checklist);
  service.state.tasks.put(seed.id, {
    ...firstVersion,
    id: seed.id,
    planId: seed.planId,
    sequence,
    firstOrderHint: orderHint,
    title: seed.title,
    bucketId: seed.bucketId,
    orderHint,
    assigneePriority: orderHint,
    percentComplete: 0,
    priority: 5,
    startDateTime: null,
    dueDateTime: null,
    conversationThreadId: null,
    appliedCategories: {},
    assignments: {},
    createdBy: seed.createdBy,
    createdDateTime: preciseTime(service.now(), sequence),
    completedBy: null,
    completedDateTime: null,
    ...seed.task,
    hasDescription: details.description !== '',
    previewType: details.previewType,
    referenceCount: Object.keys(details.references).length,
    checklistItemCount: rows.length,
    activeChecklistItemCount: rows.filter((row) => !row.isChecked).length,
  });
  service.state.taskDetails.put(seed.id, details);
}
