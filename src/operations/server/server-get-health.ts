import * as z from 'zod';
import { reportSchema } from '../../diagnosis/report.js';
import { defineOperation } from '../define-operation.js';

export const serverGetHealth = defineOperation({
  name: 'server_get_health',
  title: 'Health of the installation',
  description:
    'Checks everything that this server needs (Redis, Temporal, workers, sign-in to Microsoft, permissions, plans, clocks, public address) and says for each what was found and how to put it right. ' +
    'Use it when something does not work and sync_get_status does not say why, or after the installation was changed. It asks Microsoft, so it may take some seconds.',
  input: z.strictObject({}),
  output: reportSchema,
  restBody: null,
  area: 'admin',
  features: ['planner'],
  scope: 'sync:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'GET', path: '/api/server/health', successStatus: 200 },
  handler: async ({ health }) => ({ status: 200, json: JSON.stringify(await health.read()) }),
});
