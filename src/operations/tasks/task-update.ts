import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import type { TaskDocument } from '../../domain/task.js';
import type { TaskStore } from '../../tasks/task-store.js';
import { defineTaskWrite } from '../define-operation.js';
import { writeWithNames } from '../names/task-names.js';
import {
  taskFieldInputs,
  taskIdInput,
  taskResultSchema,
  writeOptionInputs,
  taskTexts,
} from './task-schemas.js';
import { requireTaskId, toWriteContext } from './write-options.js';

export const taskUpdate = defineTaskWrite({
  name: 'task_update',
  title: 'Change a task',
  description:
    'Changes the fields you name and leaves the others alone: progress, dates, people, checklist and so on. Use it to report progress or to correct a task. ' +
    'Lists merge by key, so rows added by people stay. Returns the whole task with its new rev.',
  input: z.strictObject({
    id: taskIdInput,
    title: z.string().min(1).max(255).optional().describe('What is to be done, in a few words.'),
    planId: z
      .string()
      .optional()
      .describe('Only for a task without a plan: the plan to move it to, by id or title.'),
    ...taskFieldInputs,
    ...writeOptionInputs,
  }),
  output: taskResultSchema,
  outsideText: taskTexts('task'),
  restBody: 'task',
  area: 'tasks',
  features: ['planner', 'people'],
  scope: 'tasks:write',
  annotations: { readOnly: false, destructive: true, idempotent: true, openWorld: true },
  http: { method: 'PATCH', path: '/api/agent/tasks/{id}', successStatus: 200 },
  handler: ({ store, names }, call) => {
    const id = requireTaskId(call);
    return writeWithNames(names, call.input, {
      planOf: () => planOf(store, id),
      write: (body) => store.write({ operation: 'update', id, body }, toWriteContext(call)),
    });
  },
});

/** Null also for a task that is not there: the write will say so. */
async function planOf(store: Pick<TaskStore, 'read'>, id: string): Promise<string | null> {
  try {
    const { planId } = JSON.parse(await store.read(id)) as Pick<TaskDocument, 'planId'>;
    return planId;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null;
    throw error;
  }
}
