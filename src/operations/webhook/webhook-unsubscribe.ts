import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { subscriptionIdInput, subscriptionSchema } from './subscription-schemas.js';

export const webhookUnsubscribe = defineOperation({
  name: 'webhook_unsubscribe',
  title: 'Unsubscribe',
  description:
    'Ends a subscription: it is deleted at Microsoft Graph, and changes that wait are not published any more. ' +
    'Use it when nobody needs these notifications. One that SUBSCRIPTIONS names is ended there (subscription_configured).',
  input: z.strictObject({ id: subscriptionIdInput }),
  output: subscriptionSchema,
  restBody: null,
  area: 'sync',
  features: [],
  scope: 'webhook:operate',
  annotations: { readOnly: false, destructive: true, idempotent: true, openWorld: true },
  http: { method: 'DELETE', path: '/api/webhook/subscriptions/{id}', successStatus: 200 },
  handler: async ({ subscriptions }, { id }) => ({
    status: 200,
    json: JSON.stringify(await subscriptions.unsubscribe(id)),
  }),
});
