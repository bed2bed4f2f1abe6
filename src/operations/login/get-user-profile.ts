import * as z from 'zod';
import { defineOperation } from '../define-operation.js';

export const getUserProfile = defineOperation({
  name: 'get_user_profile',
  title: 'Who has signed in (OAuth)',
  description:
    'Answers name and addresses of the person of an access token, as Microsoft Graph has them. ' +
    'Use it with what complete_authentication answered.',
  input: z.strictObject({
    access_token: z.string().min(1).max(16_384).describe('As complete_authentication answered it.'),
  }),
  output: z.object({
    displayName: z.string().nullable(),
    mail: z.string().nullable(),
    userPrincipalName: z.string().nullable(),
  }),
  restBody: null,
  area: 'directory',
  features: ['profile'],
  isOlder: true,
  scope: 'accounts:manage',
  annotations: { readOnly: false, destructive: false, idempotent: true, openWorld: true },
  // A token in an address would stand in logs.
  http: { method: 'POST', path: '/api/auth/user-profile', successStatus: 200 },
  answersSecrets: true,
  handler: async ({ tokenExchange }, input, { caller }) => ({
    status: 200,
    json: JSON.stringify(await tokenExchange.profileOf(input.access_token, caller.owner)),
  }),
});
