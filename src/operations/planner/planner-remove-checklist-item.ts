import * as z from 'zod';
import { placeOfRow, rowInput } from './checklist-place.js';
import { defineTaskChange, taskChangeInputs } from './define-task-change.js';
import { requireRow } from './planner-names.js';

export const plannerRemoveChecklistItem = defineTaskChange({
  name: 'planner_remove_checklist_item',
  title: 'Remove from a checklist',
  description:
    'Removes a row of the checklist of a task. Use it for a step that is not needed; check a step that is done.',
  input: z.strictObject({ ...taskChangeInputs, item: rowInput }),
  isDestructive: true,
  withDetails: true,
  graphCalls: ['PATCH /planner/tasks/{id}/details'],
  http: { method: 'DELETE', path: '/api/planner/tasks/{id}/checklist/{item}', successStatus: 200 },
  read: ({ task }, { item }) => {
    const row = requireRow(task, item);
    return {
      change: { checklist: [{ kind: 'remove', id: row.id }] },
      effect: `Remove "${row.title}" from the checklist of`,
      undo: {
        operation: 'planner_add_checklist_item',
        input: {
          id: task.id,
          title: row.title,
          checked: row.isChecked,
          ...placeOfRow(task, row),
        },
      },
    };
  },
});
