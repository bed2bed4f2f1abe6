import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { subscriptionIdInput, subscriptionSchema } from './subscription-schemas.js';

export const webhookRenewNow = defineOperation({
  name: 'webhook_renew_now',
  title: 'Renew a subscription',
  description:
    'Looks at a subscription at Microsoft Graph at once, makes it anew where it is gone, and renews it; one that Graph refused is tried again. ' +
    'Use it after a permission, a quota or the public address was put right, instead of waiting for the next try. The answer shows the state before; list again to see what came of it.',
  input: z.strictObject({ id: subscriptionIdInput }),
  output: subscriptionSchema,
  restBody: null,
  area: 'sync',
  features: [],
  scope: 'webhook:operate',
  annotations: { readOnly: false, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'POST', path: '/api/webhook/subscriptions/{id}/renew', successStatus: 200 },
  handler: async ({ subscriptions }, { id }) => ({
    status: 200,
    json: JSON.stringify(await subscriptions.renewNow(id)),
  }),
});
