import * as z from 'zod';
import { withAfter } from '../../review/task-history.js';
import { defineOperation } from '../define-operation.js';
import { taskIdInput } from '../tasks/task-schemas.js';
import { editorSchema, placeShape } from './review-schemas.js';

export const syncHistory = defineOperation({
  name: 'sync_history',
  title: 'History of a task',
  description:
    'Lists what was done to a task, newest first: who (agent or person), when, and each value before and after. Works for deleted tasks too, for 7 days. ' +
    'Use it before sync_undo: rev names the operation to take back. The newest operations are kept (50 of a task by default).',
  input: z.strictObject({
    id: taskIdInput,
    limit: z.int().min(1).max(200).optional().describe('Most operations to answer; 20 if absent.'),
  }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    isDeleted: z.boolean(),
    operations: z.array(
      z.object({
        rev: z.number().int().describe('The revision that it made.'),
        at: z.string(),
        by: editorSchema,
        operation: z.enum(['create', 'update', 'delete', 'import', 'restore']),
        cause: z.enum(['undo', 'resolve']).optional(),
        changes: z.array(z.object({ ...placeShape, before: z.unknown(), after: z.unknown() })),
      }),
    ),
    isComplete: z.boolean().describe('Whether these are all that was ever done to it.'),
  }),
  outsideText: ['title', 'operations[].changes[].before', 'operations[].changes[].after'],
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'sync:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/sync/tasks/{id}/history', successStatus: 200 },
  handler: async ({ history }, { id, limit }) => {
    const record = await history.read(id);
    const shown = withAfter(record.history, record.document);
    const operations = shown.slice(0, limit ?? 20);
    const oldest = operations.at(-1);
    return {
      status: 200,
      json: JSON.stringify({
        id,
        title: record.document.title,
        isDeleted: record.tombstone !== null,
        operations,
        isComplete: oldest?.operation === 'create' || oldest?.operation === 'import',
      }),
    };
  },
});
