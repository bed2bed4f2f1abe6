import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { updateChecklistItem } from '../../graph/todo/todo-parts.js';
import { defineAction } from '../define-action.js';
import { itemIdInput, requirePart } from './task-parts.js';
import { checklistItemSchema, toChecklistItem } from './todo-schemas.js';
import { chooseTask, nameOf, taskActionInputs } from './todo-task-choice.js';

export const todoUpdateChecklistItem = defineAction({
  name: 'todo_update_checklist_item',
  title: 'Check or rename a step of a To Do task',
  description:
    'Checks, unchecks or renames an item of the checklist of a To Do task. Use it when a step is done.',
  input: z.strictObject({
    ...taskActionInputs,
    itemId: itemIdInput,
    title: z.string().trim().min(1).max(255).optional(),
    isChecked: z.boolean().optional(),
  }),
  output: z.object({ item: checklistItemSchema }),
  outsideText: ['item.title'],
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: ['PATCH /users/{id}/todo/lists/{id}/tasks/{id}/checklistItems/{id}'],
  scope: 'todo:write',
  annotations: { destructive: false, idempotent: true },
  http: { method: 'PATCH', path: '/api/todo/tasks/{id}/checklist/{itemId}', successStatus: 200 },
  prepare: async (deps, { itemId, title, isChecked, ...which }, call) => {
    if (title === undefined && isChecked === undefined) throw nothingToChange();
    const chosen = await chooseTask(deps, call, which);
    const items = (chosen.task.checklistItems ?? []).map(toChecklistItem);
    const before = requirePart(items, itemId, { field: 'itemId', nameOf: (one) => one.title });
    const check = isChecked === undefined ? [] : [isChecked ? 'Check' : 'Uncheck'];
    const name = title === undefined ? [] : [`rename to "${title}"`];
    return {
      effect: `${[...check, ...name].join(' and ')}: "${before.title}" of ${nameOf(chosen)}`,
      prepared: { ...chosen, itemId, before, change: { displayName: title, isChecked } },
    };
  },
  perform: async (_deps, { graph, place, list, itemId, before, change, whose }) => {
    const item = toChecklistItem(await updateChecklistItem(graph, { ...place, itemId }, change));
    const input = {
      id: place.taskId,
      list: list.id,
      itemId,
      ...(change.displayName !== undefined && { title: before.title }),
      ...(change.isChecked !== undefined && { isChecked: before.isChecked }),
      ...whose,
    };
    const undo = { operation: 'todo_update_checklist_item', input };
    return { result: { item }, id: item.id, undo };
  },
});

function nothingToChange(): ProblemError {
  const message = 'says nothing to change: send title or isChecked';
  return new ProblemError('invalid_input', `arguments: ${message}`, {
    errors: [{ field: 'arguments', message }],
  });
}
