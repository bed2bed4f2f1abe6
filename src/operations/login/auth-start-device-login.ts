import * as z from 'zod';
import { defineOperation } from '../define-operation.js';
import { loginSchema, toLogin } from './login-schemas.js';
import { tellWaiting } from './tell-waiting.js';

const mostSeconds = 900;

export const authStartDeviceLogin = defineOperation({
  name: 'auth_start_device_login',
  title: 'Sign in with a code on another device',
  description:
    'Begins a sign-in without a browser here: the person opens verificationUri on any device and types userCode. ' +
    'Use it where no browser can be opened; give the person both. See how it goes with auth_get_login_status, or wait with waitSeconds: the code then comes as progress.',
  input: z.strictObject({
    waitSeconds: z
      .int()
      .min(0)
      .max(mostSeconds)
      .optional()
      .describe('Answer only when it is over, or after so many seconds; 0 when left out.'),
  }),
  output: loginSchema.extend({
    userCode: z.string(),
    verificationUri: z.string(),
    message: z.string().describe('For the person.'),
  }),
  restBody: null,
  area: 'admin',
  features: [],
  scope: 'accounts:manage',
  annotations: { readOnly: false, destructive: false, idempotent: false, openWorld: true },
  http: { method: 'POST', path: '/api/auth/device-logins', successStatus: 200 },
  answersSecrets: true,
  waits: true,
  handler: async ({ logins }, { waitSeconds = 0 }, call) => {
    const { caller, actor } = call;
    const begun = await logins.beginDevice({
      owner: caller.owner,
      actor,
      expect: caller.person,
    });
    const { loginId, userCode, verificationUri, message, expiresAt } = begun;
    call.progress?.({ progress: 0, total: Math.max(1, waitSeconds), message });
    const login = await logins.wait(loginId, {
      timeoutMs: waitSeconds * 1_000,
      ...tellWaiting(call, waitSeconds, message),
    });
    const stands =
      login === null
        ? { loginId, state: 'waiting', kind: 'device', account: null, problem: null, expiresAt }
        : toLogin(login);
    return {
      status: 200,
      json: JSON.stringify({ ...stands, userCode, verificationUri, message }),
    };
  },
});
