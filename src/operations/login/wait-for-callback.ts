import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { tellWaiting } from './tell-waiting.js';

const defaultSeconds = 60;
const mostSeconds = 600;

export const waitForCallback = defineOperation({
  name: 'wait_for_callback',
  title: 'Wait until the person has signed in (OAuth)',
  description:
    'Waits until the sign-in of that state is finished in the browser, and answers a code for complete_authentication. ' +
    'Use it after authenticate_account. "success": false says in "message" why there is no code; when nobody has finished yet, call it again.',
  input: z.strictObject({
    state: z.string().min(1).max(200).describe('As authenticate_account answered it.'),
    timeout: z
      .int()
      .min(0)
      .max(mostSeconds)
      .optional()
      .describe(`Seconds to wait at most; ${defaultSeconds} when left out.`),
  }),
  output: z.object({
    success: z.boolean(),
    auth_code: z
      .string()
      .nullable()
      .describe('Counts once, for ten minutes. Null: "message" says why.'),
    state: z.string(),
    message: z.string().optional(),
  }),
  restBody: null,
  area: 'admin',
  features: [],
  isOlder: true,
  scope: 'accounts:manage',
  annotations: { readOnly: false, destructive: false, idempotent: false, openWorld: true },
  http: { method: 'POST', path: '/api/auth/wait-for-callback', successStatus: 200 },
  answersSecrets: true,
  waits: true,
  handler: async ({ tokenExchange }, { state, timeout = defaultSeconds }, call) => {
    const awaited = await tokenExchange.awaitCode(state, call.caller.owner, {
      timeoutMs: timeout * 1_000,
      ...tellWaiting(call, timeout),
    });
    const answer =
      awaited.kind === 'code'
        ? { success: true, auth_code: awaited.code, state }
        : { success: false, auth_code: null, state, message: awaited.message };
    return { status: 200, json: JSON.stringify(answer) };
  },
});
