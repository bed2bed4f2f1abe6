import type { GraphCall } from '../../graph/exchange.js';
import { formatEtag, type EtagType } from '../etags.js';
import type {
  BoardFormatName,
  BoardFormatRecord,
  BucketRecord,
  PlanDetailsRecord,
  PlanRecord,
  TaskDetailsRecord,
  TaskRecord,
} from '../records.js';

const CATEGORY_COUNT = 25;

/** Records as Graph shows them, etag first. */
export function taskToWire(task: TaskRecord): Record<string, unknown> {
  return {
    '@odata.etag': formatEtag('Task', task.version),
    planId: task.planId,
    bucketId: task.bucketId,
    title: task.title,
    orderHint: task.orderHint,
    assigneePriority: task.assigneePriority,
    percentComplete: task.percentComplete,
    startDateTime: task.startDateTime,
    createdDateTime: task.createdDateTime,
    dueDateTime: task.dueDateTime,
    hasDescription: task.hasDescription,
    previewType: task.previewType,
    completedDateTime: task.completedDateTime,
    completedBy: task.completedBy,
    referenceCount: task.referenceCount,
    checklistItemCount: task.checklistItemCount,
    activeChecklistItemCount: task.activeChecklistItemCount,
    conversationThreadId: task.conversationThreadId,
    priority: task.priority,
    id: task.id,
    createdBy: task.createdBy,
    appliedCategories: task.appliedCategories,
    assignments: typed('plannerAssignment', task.assignments),
  };
}

export function taskDetailsToWire(details: TaskDetailsRecord): Record<string, unknown> {
  return {
    '@odata.etag': formatEtag('TaskDetails', details.version),
    description: details.description,
    previewType: details.previewType,
    id: details.id,
    references: typed('plannerExternalReference', details.references),
    checklist: typed('plannerChecklistItem', details.checklist),
  };
}

/**
 * Whether the caller knows enumeration members that came later; without it they are `unknownFutureValue`.
 * https://learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations
 */
export function showsAllMembers(call: GraphCall): boolean {
  const prefer = (call.header('prefer') ?? '').toLowerCase();
  return prefer.split(/[,;]/).some((one) => one.trim() === 'include-unknown-enum-members');
}

export function planToWire(plan: PlanRecord, showsRoster: boolean): Record<string, unknown> {
  return {
    '@odata.etag': formatEtag('Plan', plan.version),
    createdDateTime: plan.createdDateTime,
    owner: plan.groupId ?? plan.rosterId,
    title: plan.title,
    id: plan.id,
    createdBy: plan.createdBy,
    container:
      plan.groupId === undefined
        ? {
            containerId: plan.rosterId,
            type: showsRoster ? 'roster' : 'unknownFutureValue',
            url: `https://graph.microsoft.com/beta/planner/rosters/${plan.rosterId}`,
          }
        : {
            containerId: plan.groupId,
            type: 'group',
            url: `https://graph.microsoft.com/v1.0/groups/${plan.groupId}`,
          },
  };
}

export function planDetailsToWire(details: PlanDetailsRecord): Record<string, unknown> {
  const categoryDescriptions: Record<string, string | null> = {};
  for (let index = 1; index <= CATEGORY_COUNT; index += 1) {
    const name = `category${index}`;
    categoryDescriptions[name] = details.categoryDescriptions[name] ?? null;
  }
  return {
    '@odata.etag': formatEtag('PlanDetails', details.version),
    id: details.id,
    sharedWith: details.sharedWith,
    categoryDescriptions,
  };
}

export function bucketToWire(bucket: BucketRecord): Record<string, unknown> {
  return {
    '@odata.etag': formatEtag('Bucket', bucket.version),
    name: bucket.name,
    planId: bucket.planId,
    orderHint: bucket.orderHint,
    id: bucket.id,
  };
}

export const boardFormatTypes: Readonly<
  Record<BoardFormatName, { readonly etag: EtagType; readonly schema: string }>
> = {
  assignedToTaskBoardFormat: {
    etag: 'AssignedToTaskBoardTaskFormat',
    schema: 'plannerAssignedToTaskBoardTaskFormat',
  },
  bucketTaskBoardFormat: {
    etag: 'BucketTaskBoardTaskFormat',
    schema: 'plannerBucketTaskBoardTaskFormat',
  },
  progressTaskBoardFormat: {
    etag: 'ProgressTaskBoardTaskFormat',
    schema: 'plannerProgressTaskBoardTaskFormat',
  },
};

export function boardFormatToWire(format: BoardFormatRecord): Record<string, unknown> {
  const head = {
    '@odata.etag': formatEtag(boardFormatTypes[format.name].etag, format.version),
    id: format.taskId,
  };
  if (format.name !== 'assignedToTaskBoardFormat') return { ...head, orderHint: format.orderHint };
  return {
    ...head,
    unassignedOrderHint: format.orderHint,
    orderHintsByAssignee: format.orderHintsByAssignee,
  };
}

/** Values of open-type maps carry their type on the wire. */
function typed(typeName: string, map: Readonly<Record<string, object>>): Record<string, unknown> {
  const wire: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(map)) {
    wire[key] = { '@odata.type': `#microsoft.graph.${typeName}`, ...value };
  }
  return wire;
}
