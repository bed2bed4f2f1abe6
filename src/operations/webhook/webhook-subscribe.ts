import * as z from 'zod';
import { appAccountId } from '../../domain/accounts/account.js';
import { accountInput, chooseStandingAccount } from '../accounts/account-choice.js';
import { defineOperation } from '../define-operation.js';
import { subscriptionSchema } from './subscription-schemas.js';

export const webhookSubscribe = defineOperation({
  name: 'webhook_subscribe',
  title: 'Subscribe',
  description:
    'Has Microsoft Graph notify about a resource, for instance users/{id}/messages, users/{id}/events, chats/{id}/messages, users or groups; renewed until webhook_unsubscribe. ' +
    'Use it when agents are to hear of changes there. The answer comes before Graph has agreed: see its state with webhook_list_subscriptions. Changes arrive on the channel notifications:<kind>.',
  input: z.strictObject({
    resource: z
      .string()
      .min(1)
      .max(500)
      .describe(
        'The path as Graph has it, without query: users/{id}/messages. With the account of a person also me/messages.',
      ),
    changeTypes: z
      .array(z.string())
      .min(1)
      .max(3)
      .optional()
      .describe('Of created, updated, deleted; all that the resource has when left out.'),
    includeResourceData: z
      .boolean()
      .optional()
      .describe(
        'True: the change comes encrypted with the notification, so that it need not be fetched. Messages of chats and channels only.',
      ),
    account: accountInput.describe(
      'In whose name: the id or sign-in name of an account of yours (auth_list_accounts), or "app". Left out: the app; of me/… you, or your only account. What the person is told, all agents hear on the channel.',
    ),
  }),
  aliases: { change_types: 'changeTypes', include_resource_data: 'includeResourceData' },
  output: subscriptionSchema,
  restBody: null,
  area: 'sync',
  features: [],
  scope: 'webhook:operate',
  annotations: { readOnly: false, destructive: false, idempotent: true, openWorld: true },
  http: { method: 'POST', path: '/api/webhook/subscriptions', successStatus: 200 },
  handler: async (deps, { account, ...input }, call) => {
    const isPersonal = /^\/*me(\/|$)/i.test(input.resource.trim());
    const accountId =
      account === undefined && !isPersonal
        ? appAccountId
        : await chooseStandingAccount(deps, call, account, { isPersonal });
    const ownAccountIds = (await deps.accounts.list(call.caller)).map(({ id }) => id);
    const wanted = { ...input, accountId, ownAccountIds };
    const made = await deps.subscriptions.subscribe(wanted, call.actor);
    return { status: 200, json: JSON.stringify(made) };
  },
});
