import type { PlanAnnouncement } from './plan-names.js';

/** Who changed something. Graph often does not say which person it was: then `id` is null. */
export interface Editor {
  readonly kind: 'agent' | 'human' | 'system';
  readonly id: string | null;
}

export interface ChecklistItem {
  readonly id: string;
  readonly title: string;
  readonly isChecked: boolean;
}

export interface Reference {
  readonly url: string;
  readonly alias: string | null;
  /** Planner's own words: PowerPoint, Word, Excel, Other; null when unknown. */
  readonly type: string | null;
}

export type SyncState = 'pending' | 'synced' | 'conflict' | 'failed' | 'local';

/** Why a task cannot be synced, and what to do about it. */
export interface SyncError {
  readonly code: string;
  readonly message: string;
  readonly advice: string;
  readonly at: string;
}

export interface SyncInfo {
  readonly state: SyncState;
  readonly plannerId: string | null;
  readonly syncedRev: number | null;
  readonly syncedAt: string | null;
  readonly webUrl: string | null;
  readonly error: SyncError | null;
}

/** The fields that both sides hold and that are merged: Graph's names and shapes, without its bookkeeping. */
export interface TaskContent {
  readonly bucketId: string | null;
  readonly title: string;
  readonly description: string;
  readonly percentComplete: number;
  readonly priority: number;
  /** UTC, ISO 8601 with `Z`. */
  readonly startDateTime: string | null;
  readonly dueDateTime: string | null;
  readonly assigneeIds: readonly string[];
  readonly appliedCategories: readonly string[];
  readonly checklist: readonly ChecklistItem[];
  readonly references: readonly Reference[];
}

/** The public document: `{namespace}:tasks:{id}` in Redis, and what REST and MCP answer. */
export interface TaskDocument extends TaskContent {
  readonly id: string;
  readonly planId: string | null;
  readonly createdAt: string;
  readonly createdBy: Editor;
  readonly updatedAt: string;
  readonly updatedBy: Editor;
  readonly rev: number;
  readonly sync: SyncInfo;
}

export type TaskField = keyof TaskContent;

/** Fields of Graph's plannerTask; the others belong to plannerTaskDetails and have their own etag. */
export const taskFields = [
  'bucketId',
  'title',
  'percentComplete',
  'priority',
  'startDateTime',
  'dueDateTime',
  'assigneeIds',
  'appliedCategories',
] as const satisfies readonly TaskField[];

export const detailsFields = [
  'description',
  'checklist',
  'references',
] as const satisfies readonly TaskField[];

export type PlannerTaskField = (typeof taskFields)[number];
export type PlannerDetailsField = (typeof detailsFields)[number];

export type TaskAction = 'created' | 'updated' | 'deleted' | 'synced' | 'conflict' | 'failed';

/** Something happened to a task. */
export interface TaskEvent {
  readonly action: TaskAction;
  readonly task_id: string;
  readonly task: TaskDocument | null;
  readonly source: 'agent' | 'planner' | 'system';
  readonly rev: number;
  readonly at: string;
  /** Id of the entry in the durable stream; present on everything that is read or received. */
  readonly cursor?: string;
}

/** People gave a plan, its buckets or its labels other names; or they were read for the first time. */
export interface PlanEvent {
  readonly action: 'plan_updated';
  readonly task_id: null;
  readonly task: null;
  readonly plan: PlanAnnouncement;
  readonly source: 'planner';
  readonly rev: null;
  readonly at: string;
  readonly cursor?: string;
}

/** What subscribers of `{namespace}:tasks:updates` and readers of the durable stream get. */
export type UpdateEvent = TaskEvent | PlanEvent;
