import type {
  PlannerDetails,
  PlannerDetailsFields,
  PlannerTask,
  PlannerTaskFields,
} from '../domain/planner.js';
import { contentOf, emptyDetails } from '../domain/content.js';
import type { Editor, SyncState, TaskContent, TaskDocument } from '../domain/task.js';

/** Where a task is read and written: in the store, whose sync carries it to Planner, or straight in Planner. */
export type TaskPlace =
  | { readonly kind: 'store'; readonly document: TaskDocument }
  | {
      readonly kind: 'planner';
      readonly seen: PlannerTask;
      /** Null: not read. */
      readonly details: PlannerDetails | null;
      /** When it was read (ms). */
      readonly readAt: number;
    };

/** Who made or completed something. */
export interface Maker {
  readonly kind: 'person' | 'agent' | 'app';
  readonly id: string;
}

/** A task of a board, wherever it is kept. */
export interface BoardTask {
  /** Planner's where there is one, else ours. */
  readonly id: string;
  readonly place: TaskPlace;
  /** Null: a task of ours without a plan. */
  readonly planId: string | null;
  readonly fields: PlannerTaskFields;
  /** Null: not read. */
  readonly details: PlannerDetailsFields | null;
  readonly checklist: { readonly total: number; readonly checked: number };
  /** UTC. */
  readonly createdAt: string | null;
  readonly createdBy: Maker | null;
  readonly completedAt: string | null;
  readonly completedBy: Maker | null;
  /** Null: it is not synced, what is shown is Planner's. */
  readonly syncState: SyncState | null;
  readonly webUrl: string | null;
}

export function fromDocument(document: TaskDocument): BoardTask {
  const { bucketId, title, percentComplete, priority, startDateTime, dueDateTime } = document;
  const { assigneeIds, appliedCategories, description, checklist, references, sync } = document;
  return {
    id: sync.plannerId ?? document.id,
    place: { kind: 'store', document },
    planId: document.planId,
    fields: {
      bucketId,
      title,
      percentComplete,
      priority,
      startDateTime,
      dueDateTime,
      assigneeIds,
      appliedCategories,
    },
    details: { description, checklist, references },
    checklist: {
      total: checklist.length,
      checked: checklist.filter(({ isChecked }) => isChecked).length,
    },
    createdAt: document.createdAt,
    createdBy: makerOf(document.createdBy),
    completedAt: null,
    completedBy: null,
    syncState: sync.state,
    webUrl: sync.webUrl,
  };
}

export interface SeenInPlanner {
  readonly seen: PlannerTask;
  readonly details: PlannerDetails | null;
  readonly readAt: number;
}

export function fromPlanner(
  { seen: task, details, readAt }: SeenInPlanner,
  webUrl: (planId: string, plannerId: string) => string,
): BoardTask {
  const { checklistItemCount, activeChecklistItemCount } = task.derived;
  return {
    id: task.plannerId,
    place: { kind: 'planner', seen: task, details, readAt },
    planId: task.planId,
    fields: task.fields,
    details: details?.fields ?? null,
    checklist: {
      total: checklistItemCount,
      checked: checklistItemCount - activeChecklistItemCount,
    },
    createdAt: task.createdAt,
    createdBy: identityOf(task.createdBy),
    completedAt: task.completedAt,
    completedBy: task.completedBy === null ? null : identityOf(task.completedBy),
    syncState: null,
    webUrl: task.planId === '' ? null : webUrl(task.planId, task.plannerId),
  };
}

/** Without details they are empty: for changes that leave them alone. */
export function contentOfTask({ fields, details }: BoardTask): TaskContent {
  return contentOf({ ...fields, ...(details ?? emptyDetails) });
}

/** Null: nobody knows. */
export function makerOf({ kind, id }: Editor): Maker | null {
  if (id === null) return null;
  return { kind: kind === 'human' ? 'person' : 'agent', id };
}

function identityOf({ userId, appId }: PlannerTask['createdBy']): Maker | null {
  if (userId !== null) return { kind: 'person', id: userId };
  return appId === null ? null : { kind: 'app', id: appId };
}
