import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { placeOfRow, readRowPlace, rowInput, rowPlaceInputs } from './checklist-place.js';
import { defineTaskChange, taskChangeInputs } from './define-task-change.js';
import { requireRow } from './planner-names.js';

export const plannerUpdateChecklistItem = defineTaskChange({
  name: 'planner_update_checklist_item',
  title: 'Change a row of a checklist',
  description:
    'Checks, unchecks, renames or moves a row of the checklist of a task. Use it when a step is done.',
  input: z.strictObject({
    ...taskChangeInputs,
    item: rowInput,
    checked: z.boolean().optional(),
    title: z.string().trim().min(1).max(100).optional().describe('Its new title.'),
    ...rowPlaceInputs,
  }),
  withDetails: true,
  graphCalls: ['PATCH /planner/tasks/{id}/details'],
  http: { method: 'PATCH', path: '/api/planner/tasks/{id}/checklist/{item}', successStatus: 200 },
  read: ({ task }, { item, checked, title, before, after }) => {
    const row = requireRow(task, item);
    const place = readRowPlace(task, { before, after });
    if (checked === undefined && title === undefined && place === undefined) {
      throw new ProblemError(
        'invalid_input',
        'Name checked, a title, or before or after which row',
      );
    }
    return {
      change: {
        checklist: [
          {
            kind: 'change',
            id: row.id,
            ...(checked !== undefined && { isChecked: checked }),
            ...(title !== undefined && { title }),
            ...(place !== undefined && { place }),
          },
        ],
      },
      effect: `Change "${row.title}" in the checklist of`,
      undo: {
        operation: 'planner_update_checklist_item',
        input: {
          id: task.id,
          item: row.id,
          ...(checked !== undefined && { checked: row.isChecked }),
          ...(title !== undefined && { title: row.title }),
          ...(place !== undefined && placeOfRow(task, row)),
        },
      },
    };
  },
});
