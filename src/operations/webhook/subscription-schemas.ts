import * as z from 'zod';
import { watchedKinds } from '../../domain/subscriptions/watchable-resource.js';
import { subscriptionStates } from '../../subscriptions/subscription-status.js';

const utc = z.string().nullable();

export const subscriptionIdInput = z
  .string()
  .min(1)
  .max(200)
  .describe("The subscription's id as webhook_list_subscriptions shows it.");

export const subscriptionSchema = z.object({
  id: z
    .string()
    .describe('Stays the same for a resource, also when Microsoft Graph has a new one.'),
  resource: z.string(),
  kind: z
    .enum(watchedKinds)
    .describe(
      'Changes are published on the channel notifications:<kind>; plans has none: the plan is looked at.',
    ),
  changeTypes: z.array(z.enum(['created', 'updated', 'deleted'])),
  includeResourceData: z.boolean(),
  origin: z
    .enum(['configuration', 'operation', 'watch'])
    .describe('configuration: from SUBSCRIPTIONS; watch: for a linked plan.'),
  by: z.string(),
  accountId: z.string().describe('In whose name it is watched; app: the app itself.'),
  state: z
    .enum(subscriptionStates)
    .describe(
      'active: Microsoft Graph notifies. Others than creating and removing: why it does not.',
    ),
  expiresAt: utc.describe('When it ends at Microsoft Graph unless it is renewed (UTC).'),
  renewAt: utc.describe('When it is renewed (UTC).'),
  lastNotificationAt: utc.describe('When the last notification came (UTC).'),
  address: utc.describe('The origin that is notified.'),
  error: z.string().nullable().describe('What went wrong last, and what to do.'),
  checkedAt: utc.describe('When the state was last confirmed or changed (UTC).'),
});
