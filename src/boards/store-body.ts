import { differingFields } from '../domain/content.js';
import type { ChecklistItem, Reference, TaskContent, TaskDocument } from '../domain/task.js';

/** A write to the store that makes `wanted` of a document. */
export interface StoreUpdate {
  /** Null: there is nothing to write. */
  readonly body: Readonly<Record<string, unknown>> | null;
  /** Set where an order is written: that is whole, so nothing may have changed since. */
  readonly expectedRev?: number;
}

/**
 * Lists are written as what is added, changed and removed, so that what others wrote since the document was read stays.
 * Only another order of a checklist needs the whole list, and the revision that it is an order of.
 */
export function toStoreUpdate(document: TaskDocument, wanted: TaskContent): StoreUpdate {
  const fields = new Set(differingFields(document, wanted));
  if (fields.size === 0) return { body: null };
  const isMoved =
    fields.has('checklist') && hasOtherOrder(idsOf(document.checklist), idsOf(wanted.checklist));
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    switch (field) {
      case 'assigneeIds':
      case 'appliedCategories':
        body[field] = keyChanges(document[field], wanted[field]);
        break;
      case 'checklist':
        body[field] = isMoved ? wanted.checklist : rowChanges(document.checklist, wanted.checklist);
        break;
      case 'references':
        // A list that comes with a revision is the whole list.
        body[field] = isMoved
          ? wanted.references
          : linkChanges(document.references, wanted.references);
        break;
      default:
        body[field] = wanted[field];
    }
  }
  return isMoved ? { body, expectedRev: document.rev } : { body };
}

/** Rows that both lists have stand in another order, or new ones not at the end. */
function hasOtherOrder(before: readonly string[], after: readonly string[]): boolean {
  const kept = before.filter((id) => after.includes(id));
  return kept.some((id, at) => after[at] !== id);
}

function keyChanges(before: readonly string[], after: readonly string[]): object {
  return {
    add: after.filter((key) => !before.includes(key)),
    remove: before.filter((key) => !after.includes(key)),
  };
}

function rowChanges(
  before: readonly ChecklistItem[],
  after: readonly ChecklistItem[],
): readonly object[] {
  const were = new Map(before.map((row) => [row.id, row]));
  const stay = new Set(idsOf(after));
  return [
    ...before.filter(({ id }) => !stay.has(id)).map(({ id }) => ({ id, remove: true })),
    ...after.filter((row) => {
      const was = were.get(row.id);
      return was?.title !== row.title || was.isChecked !== row.isChecked;
    }),
  ];
}

function linkChanges(before: readonly Reference[], after: readonly Reference[]): readonly object[] {
  const were = new Map(before.map((row) => [row.url, row]));
  const stay = new Set(after.map(({ url }) => url));
  return [
    ...before.filter(({ url }) => !stay.has(url)).map(({ url }) => ({ url, remove: true })),
    ...after.filter((row) => {
      const was = were.get(row.url);
      return was?.alias !== row.alias || was.type !== row.type;
    }),
  ];
}

function idsOf(rows: readonly ChecklistItem[]): readonly string[] {
  return rows.map(({ id }) => id);
}
