import * as z from 'zod';
import { defineOperation } from '../define-operation.js';

export const completeAuthentication = defineOperation({
  name: 'complete_authentication',
  title: 'Exchange the code (OAuth)',
  description:
    'Exchanges the code of a finished sign-in for an access token of this server; it stands for the account and is worth nothing elsewhere. ' +
    'Use it with what wait_for_callback answered; each code counts once.',
  input: z.strictObject({
    auth_code: z.string().min(1).max(4_096).describe('As wait_for_callback answered it.'),
    callback_base_url: z
      .string()
      .min(1)
      .max(2_000)
      .describe('The same as in authenticate_account.'),
  }),
  output: z.object({
    success: z.boolean(),
    access_token: z.string().describe('For get_user_profile, of this caller only.'),
    expires_in: z.int().describe('Seconds.'),
  }),
  restBody: null,
  area: 'admin',
  features: [],
  isOlder: true,
  scope: 'accounts:manage',
  annotations: { readOnly: false, destructive: false, idempotent: false, openWorld: true },
  http: { method: 'POST', path: '/api/auth/complete', successStatus: 200 },
  answersSecrets: true,
  handler: async ({ tokenExchange, callbackUrl }, input, { caller }) => {
    const { accessToken, expiresInSeconds } = await tokenExchange.exchange({
      code: input.auth_code,
      callbackUrl: callbackUrl({ baseUrl: input.callback_base_url, field: 'callback_base_url' }),
      owner: caller.owner,
    });
    return {
      status: 200,
      json: JSON.stringify({
        success: true,
        access_token: accessToken,
        expires_in: expiresInSeconds,
      }),
    };
  },
});
