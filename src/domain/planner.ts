import type { PlannerGap } from './planner-gaps.js';
import type { PlannerDetailsField, PlannerTaskField, TaskContent } from './task.js';

/** An etag as Planner gave it. Opaque outside `src/graph`: kept, handed back, never shown. */
export type Etag = string & { readonly __brand: 'Etag' };

/**
 * Where each row of a task's details stands at Planner and under which key. Opaque outside `src/graph`: kept next to the
 * etag of the same look and handed back with an update, so that new rows go to the end without another read.
 */
export type RowHandles = string & { readonly __brand: 'RowHandles' };

/** Who did something in Planner, as far as Graph says. */
export interface PlannerIdentity {
  readonly userId: string | null;
  readonly appId: string | null;
}

/** As whom we write to a plan: the app, and the person in whose name it does so; null: in its own. */
export interface OwnIdentity {
  readonly appId: string;
  readonly userId: string | null;
}

/**
 * Whether a task may be one of ours: it names this app, or nobody. Of what the app makes in a person's name Graph may name
 * the person alone; what they made by hand then looks the same.
 */
export function mayBeMadeBy(own: OwnIdentity, { appId, userId }: PlannerIdentity): boolean {
  if (appId !== null) return appId === own.appId;
  return userId === null || userId === own.userId;
}

export type PlannerTaskFields = Pick<TaskContent, PlannerTaskField>;
export type PlannerDetailsFields = Pick<TaskContent, PlannerDetailsField>;

/** One look at a plannerTask. */
export interface PlannerTask {
  readonly plannerId: string;
  readonly planId: string;
  readonly etag: Etag;
  readonly fields: PlannerTaskFields;
  /** What of the fields the answer did not say; there they hold the values of a new task. Absent: it said all. */
  readonly gaps?: readonly PlannerGap[];
  /** UTC with milliseconds, as all times here that are not fields of the document; null when Graph did not say. */
  readonly createdAt: string | null;
  readonly createdBy: PlannerIdentity;
  readonly completedAt: string | null;
  readonly completedBy: PlannerIdentity | null;
  /** When each person was assigned (UTC), by object id. */
  readonly assignedAt: Readonly<Record<string, string>>;
  /**
   * Derived by Planner from the details; they show a change of details that the list does not carry. Where an answer
   * does not say, there may be a description.
   */
  readonly derived: {
    readonly hasDescription: boolean;
    readonly checklistItemCount: number;
    readonly activeChecklistItemCount: number;
    readonly referenceCount: number;
  };
}

/** When and by whom a checklist row or reference was last changed. */
export interface RowChange {
  readonly at: string | null;
  readonly by: PlannerIdentity;
}

/** One look at a plannerTaskDetails. Checklist rows are in board order; the order of references says nothing. */
export interface PlannerDetails {
  readonly plannerId: string;
  readonly etag: Etag;
  readonly handles: RowHandles;
  readonly fields: PlannerDetailsFields;
  readonly gaps?: readonly PlannerGap[];
  readonly checklistChanges: Readonly<Record<string, RowChange>>;
  readonly referenceChanges: Readonly<Record<string, RowChange>>;
}

export interface UnreadableTask {
  /** Null: it may be any task. */
  readonly plannerId: string | null;
  /** The property that is missing or wrong. */
  readonly property: string;
}

export interface PlannerPage {
  readonly tasks: readonly PlannerTask[];
  /** Tasks of the page without id or etag. They are there, and that is all that is known. Absent: none. */
  readonly unreadable?: readonly UnreadableTask[];
  /** Opaque; hand it to `listTasks` for the next page. */
  readonly next: string | null;
}

export interface PlannerPlan {
  readonly planId: string;
  readonly title: string;
  readonly etag: Etag;
  readonly ownerGroupId: string | null;
}

export interface PlannerBucket {
  readonly bucketId: string;
  readonly planId: string;
  readonly name: string;
  /** Where the bucket stands on the board; opaque, compares ordinally. */
  readonly orderHint: string;
  readonly etag: Etag;
}

/**
 * Planner's part of Graph v1.0 in the document's own shapes. Every method is one request; calls made in the same
 * turn share a `$batch`. An update that changes nothing after all is a read. Every failure is a GraphError. `changes`
 * holds the fields to set, a list as a whole; `current` is what the caller knows Planner to hold: only what differs from
 * it is written, key by key (a removed key becomes null or false). `bucketId: null` cannot be written and is left out.
 */
export interface PlannerClient {
  listTasks(planId: string, next?: string): Promise<PlannerPage>;
  getTask(plannerId: string): Promise<PlannerTask>;
  getDetails(plannerId: string): Promise<PlannerDetails>;
  createTask(planId: string, fields: PlannerTaskFields): Promise<PlannerTask>;
  /** Answers the task as Planner now holds it (`Prefer: return=representation`), a person's newer fields included. */
  updateTask(update: PlannerTaskUpdate): Promise<PlannerTask>;
  updateDetails(update: PlannerDetailsUpdate): Promise<PlannerDetails>;
  deleteTask(plannerId: string, etag: Etag): Promise<void>;
  getPlan(planId: string): Promise<PlannerPlan>;
  /** In board order. */
  listBuckets(planId: string): Promise<readonly PlannerBucket[]>;
  /** The names that people gave to the plan's labels, by `category1` to `category25`. */
  getCategoryNames(planId: string): Promise<Readonly<Record<string, string>>>;
}

/** Planner in the name of an account, by its id. */
export type PlannerOf = (accountId: string) => PlannerClient;

export interface PlannerTaskUpdate {
  readonly plannerId: string;
  readonly etag: Etag;
  readonly changes: Partial<PlannerTaskFields>;
  readonly current: PlannerTaskFields;
}

export interface PlannerDetailsUpdate {
  readonly plannerId: string;
  readonly etag: Etag;
  readonly changes: Partial<PlannerDetailsFields>;
  readonly current: PlannerDetailsFields;
  /** From the same look as `current`. Left out: where they are needed, the details are read once more before the write. */
  readonly handles?: RowHandles;
}
