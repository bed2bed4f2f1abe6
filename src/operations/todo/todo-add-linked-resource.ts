import * as z from 'zod';
import { addLinkedResource } from '../../graph/todo/todo-parts.js';
import { defineAction } from '../define-action.js';
import { linkSchema, toLink } from './todo-schemas.js';
import { chooseTask, nameOf, taskActionInputs } from './todo-task-choice.js';

export const todoAddLinkedResource = defineAction({
  name: 'todo_add_linked_resource',
  title: 'Add a link to a To Do task',
  description: 'Links a To Do task to a web page. Use it to point at where the task comes from.',
  input: z.strictObject({
    ...taskActionInputs,
    url: z.url({ protocol: /^https?$/ }).max(2_000),
    title: z.string().trim().min(1).max(255).describe('What people see of it.'),
    app: z.string().trim().min(1).max(100).default('Tandem').describe('Where it comes from.'),
  }),
  output: z.object({ link: linkSchema }),
  restBody: null,
  area: 'tasks',
  features: ['todo'],
  graphCalls: ['POST /users/{id}/todo/lists/{id}/tasks/{id}/linkedResources'],
  scope: 'todo:write',
  annotations: { destructive: false, idempotent: false },
  http: { method: 'POST', path: '/api/todo/tasks/{id}/links', successStatus: 201 },
  prepare: async (deps, { url, title, app, ...which }, call) => {
    const chosen = await chooseTask(deps, call, which);
    const link = { webUrl: url, displayName: title, applicationName: app };
    return {
      effect: `Link ${nameOf(chosen)} to ${url}`,
      prepared: { ...chosen, link },
    };
  },
  perform: async (_deps, { graph, place, list, link: given, whose }) => {
    const link = toLink(await addLinkedResource(graph, place, given));
    const input = { id: place.taskId, list: list.id, linkId: link.id, ...whose };
    const undo = { operation: 'todo_remove_linked_resource', input };
    return { result: { link }, id: link.id, undo };
  },
});
