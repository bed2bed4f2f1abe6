import * as z from 'zod';

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
    .enum(['mail', 'calendar', 'teams', 'users', 'groups', 'todo'])
    .describe('Changes are published on the channel notifications:<kind>.'),
  changeTypes: z.array(z.enum(['created', 'updated', 'deleted'])),
  includeResourceData: z.boolean(),
  origin: z.enum(['configuration', 'operation']).describe('configuration: from SUBSCRIPTIONS.'),
  by: z.string(),
  state: z
    .enum([
      'creating',
      'active',
      'removing',
      'permission_lost',
      'quota',
      'address_unreachable',
      'duplicate',
      'rejected',
      'no_address',
    ])
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
