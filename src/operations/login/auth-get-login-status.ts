import * as z from 'zod';
import { ProblemError } from '../../domain/problem.js';
import { defineOperation } from '../define-operation.js';
import { loginSchema, toLogin } from './login-schemas.js';

export const authGetLoginStatus = defineOperation({
  name: 'auth_get_login_status',
  title: 'How a sign-in stands',
  description:
    'Answers whether the person has signed in, and with which account, or what went wrong and what to do about it. ' +
    'Use it with the loginId of auth_start_login or auth_start_device_login.',
  input: z.strictObject({
    loginId: z.string().min(1).max(64).describe('As the sign-in was answered.'),
  }),
  output: loginSchema,
  restBody: null,
  area: 'admin',
  features: [],
  scope: 'accounts:read',
  annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
  http: { method: 'GET', path: '/api/auth/logins/{loginId}', successStatus: 200 },
  handler: async ({ logins }, { loginId }, { caller }) => {
    const login = await logins.view(loginId);
    if (login === null || login.owner !== caller.owner) {
      throw new ProblemError('login_not_found', 'loginId: no sign-in of yours has it');
    }
    return { status: 200, json: JSON.stringify(toLogin(login)) };
  },
});
