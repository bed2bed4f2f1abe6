import type { ChecklistItem, Reference, TaskContent } from '../domain/task.js';

/** What is to become of a task, said so that it can be said again of a newer one. Ids, not names. */
export interface TaskChange {
  readonly title?: string;
  readonly description?: string;
  readonly bucketId?: string;
  /** Only a task without a plan can be put into one. */
  readonly planId?: string;
  readonly percentComplete?: number;
  readonly priority?: number;
  /** UTC. */
  readonly startDateTime?: string | null;
  readonly dueDateTime?: string | null;
  readonly assign?: readonly string[];
  readonly unassign?: readonly string[];
  readonly addLabels?: readonly string[];
  readonly removeLabels?: readonly string[];
  readonly checklist?: readonly RowEdit[];
  readonly references?: readonly LinkEdit[];
}

/** Beside which row of the checklist; a row that is not there any more counts as the end. */
export interface RowPlace {
  readonly side: 'before' | 'after';
  readonly id: string;
}

export type RowEdit =
  | { readonly kind: 'add'; readonly row: ChecklistItem; readonly place?: RowPlace }
  | {
      readonly kind: 'change';
      readonly id: string;
      readonly title?: string;
      readonly isChecked?: boolean;
      readonly place?: RowPlace;
    }
  | { readonly kind: 'remove'; readonly id: string };

export type LinkEdit =
  | { readonly kind: 'set'; readonly link: Reference }
  | { readonly kind: 'remove'; readonly url: string };

/** The task as it is to be. Pure; what the change does not name stays. */
export function applyChange(content: TaskContent, change: TaskChange): TaskContent {
  const { assign = [], unassign = [], addLabels = [], removeLabels = [] } = change;
  return {
    title: change.title ?? content.title,
    description: change.description ?? content.description,
    bucketId: change.bucketId ?? content.bucketId,
    percentComplete: change.percentComplete ?? content.percentComplete,
    priority: change.priority ?? content.priority,
    startDateTime:
      change.startDateTime === undefined ? content.startDateTime : change.startDateTime,
    dueDateTime: change.dueDateTime === undefined ? content.dueDateTime : change.dueDateTime,
    assigneeIds: withKeys(content.assigneeIds, assign, unassign),
    appliedCategories: withKeys(content.appliedCategories, addLabels, removeLabels),
    checklist: (change.checklist ?? []).reduce(withRow, content.checklist),
    references: (change.references ?? []).reduce(withLink, content.references),
  };
}

/** Whether the change is about more than the task itself: then its details are needed. */
export function needsDetails({ description, checklist, references }: TaskChange): boolean {
  return description !== undefined || checklist !== undefined || references !== undefined;
}

/** The list with the row at its place; without one, at the end. */
function placeRow<Row extends { readonly id: string }>(
  rows: readonly Row[],
  row: Row,
  place: RowPlace | undefined,
): readonly Row[] {
  const others = rows.filter(({ id }) => id !== row.id);
  const beside = place === undefined ? -1 : others.findIndex(({ id }) => id === place.id);
  const at = beside === -1 ? others.length : beside + (place?.side === 'after' ? 1 : 0);
  return others.toSpliced(at, 0, row);
}

function withKeys(
  current: readonly string[],
  added: readonly string[],
  removed: readonly string[],
): readonly string[] {
  const gone = new Set(removed);
  return [...new Set([...current, ...added])].filter((key) => !gone.has(key));
}

function withRow(rows: readonly ChecklistItem[], edit: RowEdit): readonly ChecklistItem[] {
  switch (edit.kind) {
    case 'add':
      return placeRow(rows, edit.row, edit.place);
    case 'remove':
      return rows.filter(({ id }) => id !== edit.id);
    case 'change': {
      const row = rows.find(({ id }) => id === edit.id);
      if (row === undefined) return rows;
      const changed = {
        ...row,
        title: edit.title ?? row.title,
        isChecked: edit.isChecked ?? row.isChecked,
      };
      if (edit.place !== undefined) return placeRow(rows, changed, edit.place);
      return rows.map((one) => (one.id === edit.id ? changed : one));
    }
  }
}

function withLink(links: readonly Reference[], edit: LinkEdit): readonly Reference[] {
  if (edit.kind === 'remove') return links.filter(({ url }) => url !== edit.url);
  const { link } = edit;
  return links.some(({ url }) => url === link.url)
    ? links.map((one) => (one.url === link.url ? link : one))
    : [...links, link];
}
