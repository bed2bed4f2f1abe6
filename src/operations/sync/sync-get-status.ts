import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { syncStatusSchema } from './sync-status.js';

export const syncGetStatus = defineOperation({
  name: 'sync_get_status',
  title: 'Sync status',
  description:
    'Tells whether changes travel between agents and Planner, per plan: state, lag, last look, tasks pending and failing. ' +
    'Use it when a task stays "pending", before telling a person that something has reached the board, or when Planner seems out of date.',
  input: z.strictObject({}),
  output: syncStatusSchema,
  restBody: null,
  area: 'sync',
  features: ['planner', 'people'],
  scope: 'sync:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/sync/health', successStatus: 200 },
  handler: async ({ syncStatus }) => ({
    status: 200,
    json: JSON.stringify(await syncStatus.read()),
  }),
});
