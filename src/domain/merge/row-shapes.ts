import type { ChecklistItem, Reference } from '../task.js';
import type { RowShape } from './merge-rows.js';

export const checklistRows: RowShape<ChecklistItem> = {
  field: 'checklist',
  keyOf: (row) => row.id,
  cells: ['title', 'isChecked'],
};

export const referenceRows: RowShape<Reference> = {
  field: 'references',
  keyOf: (row) => row.url,
  cells: ['alias', 'type'],
};
