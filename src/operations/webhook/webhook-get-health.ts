import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { webhookHealthSchema } from './webhook-health.js';

export const webhookGetHealth = defineOperation({
  name: 'webhook_get_health',
  title: 'Health of change notifications',
  description:
    'Tells whether Microsoft Graph reaches this server with change notifications (mail, calendar, To Do, Teams, people, groups), ' +
    'what has come, what was dropped and why, and what still waits. ' +
    'Use it when an expected notification does not come, or after the public address was changed.',
  input: z.strictObject({}),
  output: webhookHealthSchema,
  restBody: null,
  area: 'sync',
  features: [],
  scope: 'webhook:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/webhook/health', successStatus: 200 },
  handler: async ({ webhookHealth }) => ({
    status: 200,
    json: JSON.stringify(await webhookHealth.read()),
  }),
});
