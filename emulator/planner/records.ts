import type { IdentitySet } from './identity-sets.js';

/** Version of a record, and for each property or map key (`assignments/<id>`) the version that last changed it. */
export interface Versioned {
  readonly version: number;
  readonly stamps: Readonly<Record<string, number>>;
}

/** What holds a plan: a group, or a roster, which has members and nothing else. */
export type PlanContainer =
  | { readonly groupId: string; readonly rosterId?: undefined }
  | { readonly rosterId: string; readonly groupId?: undefined };

export type PlanRecord = Versioned &
  PlanContainer & {
    readonly id: string;
    readonly title: string;
    readonly createdBy: IdentitySet;
    readonly createdDateTime: string;
  };

/** https://learn.microsoft.com/graph/api/resources/plannerroster (beta) */
export interface RosterRecord {
  readonly id: string;
  readonly memberIds: readonly string[];
}

/** Has the plan's id. */
export interface PlanDetailsRecord extends Versioned {
  readonly id: string;
  readonly categoryDescriptions: Readonly<Record<string, string | null>>;
  readonly sharedWith: Readonly<Record<string, true>>;
}

export interface BucketRecord extends Versioned {
  readonly id: string;
  readonly planId: string;
  readonly name: string;
  readonly orderHint: string;
}

interface Assignment {
  readonly assignedBy: IdentitySet;
  readonly assignedDateTime: string;
  readonly orderHint: string;
}

export type PreviewType = 'automatic' | 'noPreview' | 'checklist' | 'description' | 'reference';

/** What a client may set on a task. */
export interface TaskValues {
  readonly title: string;
  readonly bucketId: string | null;
  readonly orderHint: string;
  readonly assigneePriority: string;
  readonly percentComplete: number;
  readonly priority: number;
  readonly startDateTime: string | null;
  readonly dueDateTime: string | null;
  readonly conversationThreadId: string | null;
}

/** What the service derives from the task's details; clients see it and cannot set it. */
export interface DerivedValues {
  readonly hasDescription: boolean;
  readonly previewType: PreviewType;
  readonly referenceCount: number;
  readonly checklistItemCount: number;
  readonly activeChecklistItemCount: number;
}

export interface TaskRecord extends Versioned, TaskValues, DerivedValues {
  readonly id: string;
  readonly planId: string;
  /** Position in listings: creation order. */
  readonly sequence: number;
  /** The order hint given at creation; board formats nobody touched show it. */
  readonly firstOrderHint: string;
  readonly appliedCategories: Readonly<Record<string, true>>;
  readonly assignments: Readonly<Record<string, Assignment>>;
  readonly createdBy: IdentitySet;
  readonly createdDateTime: string;
  readonly completedBy: IdentitySet | null;
  readonly completedDateTime: string | null;
}

export interface ChecklistItem {
  readonly title: string;
  readonly isChecked: boolean;
  readonly orderHint: string;
  readonly lastModifiedBy: IdentitySet;
  readonly lastModifiedDateTime: string;
}

export interface ExternalReference {
  readonly alias: string | null;
  readonly type: string | null;
  readonly previewPriority: string;
  readonly lastModifiedBy: IdentitySet;
  readonly lastModifiedDateTime: string;
}

/** Has the task's id. */
export interface TaskDetailsRecord extends Versioned {
  readonly id: string;
  readonly description: string;
  readonly previewType: PreviewType;
  readonly checklist: Readonly<Record<string, ChecklistItem>>;
  /** By encoded address, as on the wire. */
  readonly references: Readonly<Record<string, ExternalReference>>;
}

export type BoardFormatName =
  'assignedToTaskBoardFormat' | 'bucketTaskBoardFormat' | 'progressTaskBoardFormat';

/** Stored under `<task id>/<name>` once somebody changed it. */
export interface BoardFormatRecord extends Versioned {
  readonly taskId: string;
  readonly name: BoardFormatName;
  /** `orderHint`, or `unassignedOrderHint` of the assigned-to format. */
  readonly orderHint: string;
  readonly orderHintsByAssignee: Readonly<Record<string, string>>;
}

/** Has the position of its marker in the content. */
export interface TaskMention {
  readonly mentioned: string;
  readonly position: number;
  readonly mentionType: 'user';
}

/** A comment on a task, in the form of beta. */
export interface TaskMessageRecord {
  readonly id: string;
  readonly taskId: string;
  readonly authorId: string;
  readonly content: string;
  readonly mentions: readonly TaskMention[];
  readonly createdDateTime: string;
  readonly editedTime: string | null;
  readonly deletedTime: string | null;
}
