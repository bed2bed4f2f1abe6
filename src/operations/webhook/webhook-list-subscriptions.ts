import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { subscriptionSchema } from './subscription-schemas.js';

export const webhookListSubscriptions = defineOperation({
  name: 'webhook_list_subscriptions',
  title: 'List subscriptions',
  description:
    'Lists what Microsoft Graph is to notify about (mail, calendar, To Do, Teams, users, groups), and for each whether it does, until when, and what is wrong. ' +
    'Use it to see what is watched, or when notifications stay away. Plans are not among them: Graph does not notify about Planner, linked plans are watched anyway.',
  input: z.strictObject({}),
  output: z.object({
    publicAddress: z
      .string()
      .nullable()
      .describe('Where Microsoft Graph reaches this server; null: nowhere, so it cannot notify.'),
    subscriptions: z.array(subscriptionSchema),
  }),
  restBody: null,
  area: 'sync',
  features: [],
  scope: 'webhook:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/webhook/subscriptions', successStatus: 200 },
  handler: async ({ subscriptions }) => ({
    status: 200,
    json: JSON.stringify(await subscriptions.list()),
  }),
});
