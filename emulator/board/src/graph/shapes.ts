/** The parts of Graph's Planner resources that the page reads, under Graph's own names. */

export interface GraphIdentitySet {
  readonly user?: { readonly id: string | null; readonly displayName?: string | null } | null;
  readonly application?: {
    readonly id: string | null;
    readonly displayName?: string | null;
  } | null;
}

export interface GraphAssignment {
  readonly orderHint: string;
  readonly assignedDateTime?: string;
}

export interface GraphTask {
  readonly '@odata.etag': string;
  readonly id: string;
  readonly planId: string;
  readonly bucketId: string | null;
  readonly title: string;
  readonly orderHint: string;
  readonly percentComplete: number;
  readonly priority: number;
  readonly startDateTime: string | null;
  readonly dueDateTime: string | null;
  readonly completedDateTime: string | null;
  readonly createdDateTime: string;
  readonly createdBy?: GraphIdentitySet | null;
  readonly hasDescription: boolean;
  readonly checklistItemCount: number;
  readonly activeChecklistItemCount: number;
  readonly referenceCount: number;
  readonly appliedCategories: Readonly<Record<string, boolean>>;
  readonly assignments: Readonly<Record<string, GraphAssignment>>;
}

export interface GraphChecklistItem {
  readonly title: string;
  readonly isChecked: boolean;
  readonly orderHint: string;
}

export interface GraphReference {
  readonly alias?: string | null;
  readonly type?: string | null;
  readonly previewPriority?: string | null;
}

export interface GraphTaskDetails {
  readonly '@odata.etag': string;
  readonly id: string;
  readonly description: string | null;
  readonly checklist: Readonly<Record<string, GraphChecklistItem>>;
  readonly references: Readonly<Record<string, GraphReference>>;
}

export interface GraphBucket {
  readonly '@odata.etag': string;
  readonly id: string;
  readonly name: string;
  readonly planId: string;
  readonly orderHint: string;
}

export interface GraphPlan {
  readonly '@odata.etag': string;
  readonly id: string;
  readonly title: string;
}

export interface GraphPlanDetails {
  readonly '@odata.etag': string;
  readonly categoryDescriptions: Readonly<Record<string, string | null>>;
}

/** A list answer of Graph; the next page's address may name another origin than the page's own. */
export interface GraphPage<Item> {
  readonly value: readonly Item[];
  readonly '@odata.nextLink'?: string;
}

/** A merge patch: what is absent stays, null clears. */
export type TaskPatch = Readonly<
  Partial<
    Pick<
      GraphTask,
      | 'title'
      | 'bucketId'
      | 'orderHint'
      | 'percentComplete'
      | 'priority'
      | 'startDateTime'
      | 'dueDateTime'
    >
  > & {
    appliedCategories?: Readonly<Record<string, boolean>>;
    assignments?: Readonly<Record<string, unknown>>;
  }
>;

export type DetailsPatch = Readonly<{
  description?: string | null;
  checklist?: Readonly<Record<string, unknown>>;
  references?: Readonly<Record<string, unknown>>;
}>;
