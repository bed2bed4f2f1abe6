import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { defineTaskChange, taskChangeInputs } from './define-task-change.js';
import { toInput } from './planner-add-reference.js';

export const plannerRemoveReference = defineTaskChange({
  name: 'planner_remove_reference',
  title: 'Detach a link',
  description: 'Takes a link off a task. Use it for links that are wrong or not needed any more.',
  input: z.strictObject({
    ...taskChangeInputs,
    url: z
      .string()
      .trim()
      .min(1)
      .max(2_048)
      .describe('Its address or title, as planner_get_task answers it.'),
  }),
  isDestructive: true,
  withDetails: true,
  graphCalls: ['PATCH /planner/tasks/{id}/details'],
  http: { method: 'DELETE', path: '/api/planner/tasks/{id}/references', successStatus: 200 },
  read: ({ task }, { url: wanted }) => {
    const links = task.details?.references ?? [];
    const named = links.filter(({ url, alias }) =>
      [url, alias, URL.parse(url)?.href].includes(URL.parse(wanted)?.href ?? wanted),
    );
    const link = links.find(({ url }) => url === wanted) ?? named[0];
    if (link === undefined || (link.url !== wanted && named.length > 1)) {
      const message =
        link === undefined ? 'is no link of the task' : 'fits several links; send its address';
      throw new ProblemError('invalid_input', `url: ${message}`, {
        errors: [
          {
            field: 'url',
            message,
            candidates: links.map(({ url, alias }) => ({ id: url, name: alias ?? url })),
          },
        ],
      });
    }
    return {
      change: { references: [{ kind: 'remove', url: link.url }] },
      effect: `Detach ${link.url} from`,
      undo: { operation: 'planner_add_reference', input: { id: task.id, ...toInput(link) } },
    };
  },
});
