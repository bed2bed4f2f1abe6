import { defineQuery, defineSignal } from '@temporalio/workflow';

/** Who made the change that is to be synced: agents wait for theirs, imports can wait. */
export type ChangeSource = 'agent' | 'planner' | 'system';

/** Something about these tasks changed. Ids only: the truth is in Redis. */
export interface TasksChanged {
  readonly taskIds: readonly string[];
  readonly source: ChangeSource;
}

export interface CarriedRetry {
  readonly ref: string;
  /** What its last try failed with, as far as known. */
  readonly code?: string;
  /** Attempts made so far. */
  readonly attempts: number;
  /** When the next one is due (ms since the epoch). */
  readonly nextAt: number;
}

export interface PlanSyncInput {
  readonly planId: string;
  /** Closes after so long without work (ms); 28,000 without it. */
  readonly idleMs?: number;
  /** Continues as new at so many events of history; at Temporal's own suggestion without it. */
  readonly historyLimit?: number;
  /** What the run before left, by continue-as-new. */
  readonly carried?: {
    readonly dirty: readonly { readonly ref: string; readonly source: ChangeSource }[];
    readonly retrying: readonly CarriedRetry[];
    /** No batch is begun before, because Graph asked to wait (ms since the epoch). */
    readonly restUntil?: number;
    /** The same of what is not more urgent than that source. */
    readonly rests?: readonly { readonly source: ChangeSource; readonly until: number }[];
  };
}

export interface PlanSyncView {
  readonly waiting: number;
  readonly inFlight: number;
  readonly retrying: readonly string[];
  readonly done: number;
}

export const tasksChanged = defineSignal<[TasksChanged]>('tasksChanged');
/** Tasks that wait for their next try after trouble are tried now. */
export const retryNow = defineSignal('retryNow');
export const planSyncView = defineQuery<PlanSyncView>('planSyncView');

export const planSyncWorkflow = 'planSync';

/** One open run per plan; the namespace in front lets tenants share a Temporal namespace. */
export function planSyncId(namespace: string, planId: string): string {
  return `${namespace}/plan-sync/${planId}`;
}
