import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { readRowPlace, rowPlaceInputs } from './checklist-place.js';
import { defineTaskChange, taskChangeInputs } from './define-task-change.js';

export const plannerAddChecklistItem = defineTaskChange({
  name: 'planner_add_checklist_item',
  title: 'Add to a checklist',
  description:
    'Adds a row to the checklist of a task, at the end or beside another. Use it for a step of the work.',
  input: z.strictObject({
    ...taskChangeInputs,
    title: z.string().trim().min(1).max(100),
    checked: z.boolean().default(false),
    ...rowPlaceInputs,
  }),
  isRepeatable: false,
  withDetails: true,
  graphCalls: ['PATCH /planner/tasks/{id}/details'],
  http: { method: 'POST', path: '/api/planner/tasks/{id}/checklist', successStatus: 201 },
  read: ({ task }, { title, checked, before, after }) => {
    const place = readRowPlace(task, { before, after });
    const row = { id: randomUUID(), title, isChecked: checked };
    return {
      change: { checklist: [{ kind: 'add', row, ...(place !== undefined && { place }) }] },
      effect: `Add "${title}" to the checklist of`,
      undo: {
        operation: 'planner_remove_checklist_item',
        input: { id: task.id, item: row.id },
      },
    };
  },
});
