import * as z from 'zod';
import { addChecklistItem } from '../../graph/todo/todo-parts.js';
import { defineAction } from '../define-action.js';
import { checklistItemSchema, toChecklistItem } from './todo-schemas.js';
import { chooseTask, nameOf, taskActionInputs } from './todo-task-choice.js';

export const todoAddChecklistItem = defineAction({
  name: 'todo_add_checklist_item',
  title: 'Add a step to a To Do task',
  description: 'Adds an item to the checklist of a To Do task. Use it for one step of it.',
  input: z.strictObject({
    ...taskActionInputs,
    title: z.string().trim().min(1).max(255).describe('What to do.'),
    isChecked: z.boolean().optional(),
  }),
  output: z.object({ item: checklistItemSchema }),
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: ['POST /users/{id}/todo/lists/{id}/tasks/{id}/checklistItems'],
  scope: 'todo:write',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/todo/tasks/{id}/checklist', successStatus: 201 },
  prepare: async (deps, { title, isChecked, ...which }, call) => {
    const chosen = await chooseTask(deps, call, which);
    const item = { displayName: title, ...(isChecked !== undefined && { isChecked }) };
    return { effect: `Add "${title}" to ${nameOf(chosen)}`, prepared: { ...chosen, item } };
  },
  perform: async (_deps, { graph, place, list, item: given, whose }) => {
    const item = toChecklistItem(await addChecklistItem(graph, place, given));
    const input = { id: place.taskId, list: list.id, itemId: item.id, ...whose };
    const undo = { operation: 'todo_remove_checklist_item', input };
    return { result: { item }, id: item.id, undo };
  },
});
