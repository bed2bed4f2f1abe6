import * as z from 'zod';
import { defineTaskChange, taskChangeInputs } from './define-task-change.js';
import { readLink } from './read-link.js';

export const plannerAddReference = defineTaskChange({
  name: 'planner_add_reference',
  title: 'Attach a link',
  description:
    'Attaches a link to a task, or gives an attached one another title. Use it for documents and pages that the work is about.',
  input: z.strictObject({
    ...taskChangeInputs,
    url: z.string().trim().min(1).max(2_048).describe('http or https.'),
    title: z.string().trim().min(1).max(255).optional().describe('What is shown for it.'),
    type: z.enum(['Word', 'Excel', 'PowerPoint', 'Other']).optional(),
  }),
  withDetails: true,
  graphCalls: ['PATCH /planner/tasks/{id}/details'],
  http: { method: 'POST', path: '/api/planner/tasks/{id}/references', successStatus: 201 },
  read: ({ task }, { url, title, type }) => {
    const wanted = readLink({ url, title, type }, 'url');
    const known = task.details?.references.find((one) => one.url === wanted.url);
    const link = {
      url: wanted.url,
      alias: wanted.alias ?? known?.alias ?? null,
      type: wanted.type ?? known?.type ?? null,
    };
    return {
      change: { references: [{ kind: 'set', link }] },
      effect: `Attach ${link.url} to`,
      undo:
        known === undefined
          ? { operation: 'planner_remove_reference', input: { id: task.id, url: link.url } }
          : { operation: 'planner_add_reference', input: { id: task.id, ...toInput(known) } },
    };
  },
});

/** A link in the words of an input. */
export function toInput({
  url,
  alias,
  type,
}: {
  readonly url: string;
  readonly alias: string | null;
  readonly type: string | null;
}): Readonly<Record<string, string>> {
  return { url, ...(alias !== null && { title: alias }), ...(type !== null && { type }) };
}
