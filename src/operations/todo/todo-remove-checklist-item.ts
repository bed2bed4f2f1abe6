import * as z from 'zod';
import { removePart } from '../../graph/todo/todo-parts.js';
import { defineAction } from '../define-action.js';
import { itemIdInput, requirePart } from './task-parts.js';
import { checklistItemSchema, toChecklistItem } from './todo-schemas.js';
import { chooseTask, nameOf, taskActionInputs } from './todo-task-choice.js';

export const todoRemoveChecklistItem = defineAction({
  name: 'todo_remove_checklist_item',
  title: 'Remove a step from a To Do task',
  description:
    'Removes an item from the checklist of a To Do task. Use it for a step that is not needed.',
  input: z.strictObject({ ...taskActionInputs, itemId: itemIdInput }),
  output: z.object({ removed: checklistItemSchema }),
  outsideText: ['removed.title'],
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: ['DELETE /users/{id}/todo/lists/{id}/tasks/{id}/checklistItems/{id}'],
  scope: 'todo:write',
  annotations: { destructive: true, idempotent: true },
  http: { method: 'DELETE', path: '/api/todo/tasks/{id}/checklist/{itemId}', successStatus: 200 },
  prepare: async (deps, { itemId, ...which }, call) => {
    const chosen = await chooseTask(deps, call, which);
    const items = (chosen.task.checklistItems ?? []).map(toChecklistItem);
    const item = requirePart(items, itemId, { field: 'itemId', nameOf: (one) => one.title });
    const effect = `Remove "${item.title}" from ${nameOf(chosen)}`;
    return { effect, prepared: { ...chosen, item } };
  },
  perform: async (_deps, { graph, place, list, item, whose }) => {
    await removePart(graph, { ...place, kind: 'checklistItems', id: item.id });
    const { title, isChecked } = item;
    const input = { id: place.taskId, list: list.id, title, isChecked, ...whose };
    const undo = { operation: 'todo_add_checklist_item', input };
    return { result: { removed: item }, id: item.id, undo };
  },
});
