import * as z from 'zod';
import { defineOperation } from '../define-operation.js';

export const authenticateAccount = defineOperation({
  name: 'authenticate_account',
  title: 'Begin a sign-in (OAuth)',
  description:
    'Begins the sign-in of a person at Microsoft and answers the address that the person opens in a browser. ' +
    'Use it as the first of four steps of a program that knows OAuth; then come wait_for_callback, complete_authentication and get_user_profile. Agents have it easier with auth_start_login.',
  input: z.strictObject({
    callback_base_url: z
      .string()
      .min(1)
      .max(2_000)
      .describe(
        'Where the browser reaches this server, for instance http://localhost:8000. Only addresses that the server allows.',
      ),
  }),
  output: z.object({
    auth_url: z.string().describe('The person opens it in a browser and signs in.'),
    state: z.string().describe('For wait_for_callback.'),
    message: z.string(),
  }),
  restBody: null,
  area: 'admin',
  features: [],
  isOlder: true,
  scope: 'accounts:manage',
  annotations: { readOnly: false, destructive: false, idempotent: false, openWorld: true },
  http: { method: 'POST', path: '/api/auth/authenticate', successStatus: 200 },
  answersSecrets: true,
  handler: async ({ logins, callbackUrl }, input, { actor, caller }) => {
    const begun = await logins.begin({
      owner: caller.owner,
      actor,
      kind: 'tool',
      callbackUrl: callbackUrl({ baseUrl: input.callback_base_url, field: 'callback_base_url' }),
      browserHash: null,
      returnTo: null,
      expect: caller.person,
      handsOutCode: true,
    });
    const { authUrl: auth_url, state, message } = begun;
    return { status: 200, json: JSON.stringify({ auth_url, state, message }) };
  },
});
