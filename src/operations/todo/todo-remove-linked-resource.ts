import * as z from 'zod';
import { removePart } from '../../graph/todo/todo-parts.js';
import { defineAction } from '../define-action.js';
import { linkIdInput, requirePart } from './task-parts.js';
import { linkSchema, toLink } from './todo-schemas.js';
import { chooseTask, nameOf, taskActionInputs } from './todo-task-choice.js';

export const todoRemoveLinkedResource = defineAction({
  name: 'todo_remove_linked_resource',
  title: 'Remove a link from a To Do task',
  description: 'Removes a link of a To Do task. Use it for one that leads nowhere.',
  input: z.strictObject({ ...taskActionInputs, linkId: linkIdInput }),
  output: z.object({ removed: linkSchema }),
  outsideText: ['removed.title'],
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: ['DELETE /users/{id}/todo/lists/{id}/tasks/{id}/linkedResources/{id}'],
  scope: 'todo:write',
  annotations: { destructive: true, idempotent: true },
  http: { method: 'DELETE', path: '/api/todo/tasks/{id}/links/{linkId}', successStatus: 200 },
  prepare: async (deps, { linkId, ...which }, call) => {
    const chosen = await chooseTask(deps, call, which);
    const links = (chosen.task.linkedResources ?? []).map(toLink);
    const link = requirePart(links, linkId, { field: 'linkId', nameOf: nameOfLink });
    const effect = `Remove the link "${nameOfLink(link)}" from ${nameOf(chosen)}`;
    return { effect, prepared: { ...chosen, link } };
  },
  perform: async (_deps, { graph, place, list, link, whose }) => {
    await removePart(graph, { ...place, kind: 'linkedResources', id: link.id });
    const { url, title = link.url, app } = link;
    const result = { removed: link };
    // A link without an address was made by another program, in another way.
    if (url === undefined) return { result, id: link.id };
    const input = {
      id: place.taskId,
      list: list.id,
      url,
      title,
      ...(app !== undefined && { app }),
      ...whose,
    };
    return { result, id: link.id, undo: { operation: 'todo_add_linked_resource', input } };
  },
});

function nameOfLink({ title, url }: z.infer<typeof linkSchema>): string {
  return title ?? url ?? '';
}
