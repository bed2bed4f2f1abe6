import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { taskIdInput } from '../tasks/task-schemas.js';
import { conflictSchema, textOfConflict } from './review-schemas.js';

export const syncExplainTask = defineOperation({
  name: 'sync_explain_task',
  title: 'Explain a task',
  description:
    'Tells everything about the sync of one task: for every field the value on each side, who wrote it last, when and how that was seen, which rule decided a conflict, ' +
    'what happens next and when, and which Temporal workflow to open. summary says it in a few sentences. Use it when somebody asks why a task is as it is. Reads Planner once.',
  input: z.strictObject({ id: taskIdInput }),
  output: z.object({
    task: z.object({
      id: z.string(),
      title: z.string(),
      planId: z.string().nullable(),
      planTitle: z.string().nullable(),
      plannerId: z.string().nullable(),
      webUrl: z.string().nullable(),
      rev: z.number().int(),
      syncedRev: z.number().int().nullable(),
      state: z.enum(['pending', 'synced', 'conflict', 'failed', 'local', 'deleted']),
      error: z
        .object({ code: z.string(), message: z.string(), advice: z.string(), at: z.string() })
        .nullable(),
    }),
    summary: z.array(z.string()),
    fields: z.array(
      z.object({
        field: z.string(),
        agents: z.unknown(),
        planner: z.unknown(),
        difference: z
          .enum(['equal', 'to_planner', 'to_agents', 'both'])
          .describe('Where the next sync carries a value.'),
        lastWrite: z
          .object({
            by: z.object({
              kind: z.enum(['agent', 'human', 'system']),
              id: z.string().nullable(),
              name: z.string().nullable(),
            }),
            from: z.string(),
            to: z.string().describe('Written between from and to; equal when known exactly.'),
            how: z.string(),
          })
          .nullable(),
        conflict: conflictSchema.extend({ decided: z.string() }).nullable(),
      }),
    ),
    plannerReadAt: z.string().nullable(),
    plannerNote: z.string().nullable(),
    next: z.object({
      what: z.enum(['nothing', 'sync', 'retry', 'wait', 'gone']),
      at: z.string().nullable(),
      text: z.string(),
    }),
    workflow: z
      .object({
        workflowId: z.string(),
        runId: z.string().nullable(),
        webUrl: z.string().nullable(),
      })
      .nullable(),
  }),
  outsideText: [
    'task.title',
    'task.planTitle',
    'summary[]',
    'fields[].agents',
    'fields[].planner',
    'fields[].lastWrite.by.name',
    ...textOfConflict('fields[].conflict'),
  ],
  restBody: null,
  area: 'sync',
  isCore: true,
  features: ['planner', 'people'],
  scope: 'sync:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/sync/tasks/{id}/explain', successStatus: 200 },
  handler: async ({ explain }, { id }) => ({
    status: 200,
    json: JSON.stringify(await explain(id)),
  }),
});
