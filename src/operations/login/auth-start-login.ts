import * as z from 'zod';
import type { LoginView } from '../../accounts/login/logins.js';
import { ProblemError } from '../../domain/problem.js';
import { defineOperation, type OperationDeps, type OperationReply } from '../define-operation.js';
import type { OperationCall } from '../operation-call.js';
import { loginSchema, toLogin } from './login-schemas.js';
import { tellWaiting } from './tell-waiting.js';

const mostSeconds = 600;
/** After the person was shown the address by their own program (s). */
const afterShownSeconds = 300;

export const authStartLogin = defineOperation({
  name: 'auth_start_login',
  title: 'Sign a person in',
  description:
    'Begins the sign-in of a person at Microsoft, so that you may work with their account. A program that can show the address does so by itself and this answers when the person is done; else give the person authUrl. ' +
    'Use it when an account is missing, or its state is reauth_required. See how it goes with auth_get_login_status, or wait with waitSeconds.',
  input: z.strictObject({
    userName: z
      .string()
      .min(1)
      .max(320)
      .optional()
      .describe('Whose sign-in it is; Microsoft fills it in.'),
    callbackBaseUrl: z
      .string()
      .min(1)
      .max(2_000)
      .optional()
      .describe('Where the browser reaches this server, if that is not its public address.'),
    waitSeconds: z
      .int()
      .min(0)
      .max(mostSeconds)
      .optional()
      .describe(
        `Answer only when it is over, or after so many seconds; 0 when left out, ${afterShownSeconds} where your program shows the address.`,
      ),
  }),
  output: loginSchema.extend({
    authUrl: z
      .string()
      .nullable()
      .describe('For the person; null: their own program has shown it already.'),
    pollSecret: z
      .string()
      .nullable()
      .describe(
        'Lets a program without a key ask GET /api/callback/{state}; send it as X-Poll-Secret.',
      ),
    message: z.string().describe('For the person.'),
  }),
  aliases: { callback_base_url: 'callbackBaseUrl', user_name: 'userName', loginHint: 'userName' },
  restBody: null,
  area: 'admin',
  features: [],
  scope: 'accounts:manage',
  annotations: { readOnly: false, destructive: false, idempotent: false, openWorld: true },
  http: { method: 'POST', path: '/api/auth/logins', successStatus: 200 },
  answersSecrets: true,
  waits: true,
  handler: async (deps, input, call) => {
    const shown = call.elicited;
    if (shown !== undefined) return afterShown(deps, shown, { call, seconds: input.waitSeconds });
    const { caller, actor } = call;
    const named = input.callbackBaseUrl;
    const { logins, callbackUrl } = deps;
    const begun = await logins.begin({
      owner: caller.owner,
      actor,
      kind: 'tool',
      callbackUrl: callbackUrl(
        named === undefined ? undefined : { baseUrl: named, field: 'callbackBaseUrl' },
      ),
      browserHash: null,
      returnTo: null,
      expect: caller.person,
      ...(input.userName !== undefined && { loginHint: input.userName }),
    });
    const { loginId, authUrl, pollSecret, message, expiresAt } = begun;
    if (call.canElicit === true) {
      const elicit = { kind: 'url', id: loginId, url: authUrl, message: askFor(actor) } as const;
      return { status: 200, json: '{}', elicit };
    }
    const seconds = input.waitSeconds ?? 0;
    call.progress?.({
      progress: 0,
      total: Math.max(1, seconds),
      message: `${message}: ${authUrl}`,
    });
    const login = await logins.wait(loginId, {
      timeoutMs: seconds * 1_000,
      ...tellWaiting(call, seconds),
    });
    const stands =
      login === null
        ? { loginId, state: 'waiting', kind: 'tool', account: null, problem: null, expiresAt }
        : toLogin(login);
    return { status: 200, json: JSON.stringify({ ...stands, authUrl, pollSecret, message }) };
  },
});

function askFor(actor: string): string {
  return `Sign in at Microsoft, so that ${actor} may work with your account`;
}

/** The person's program has shown them the address, or they did not want it. */
async function afterShown(
  { logins }: Pick<OperationDeps, 'logins'>,
  { id, action }: NonNullable<OperationCall['elicited']>,
  { call, seconds = afterShownSeconds }: { call: OperationCall; seconds: number | undefined },
): Promise<OperationReply> {
  const known = await logins.view(id);
  if (known === null || known.owner !== call.caller.owner) {
    throw new ProblemError('login_not_found', 'This sign-in is over, or somebody else began it');
  }
  if (action !== 'accept') await logins.cancel(id);
  const timeoutMs = (action === 'accept' ? seconds : declinedSeconds) * 1_000;
  const login = await logins.wait(id, { timeoutMs, ...tellWaiting(call, seconds) });
  const stands = login ?? known;
  return {
    status: 200,
    json: JSON.stringify({
      ...toLogin(stands),
      authUrl: null,
      pollSecret: null,
      message: messageOf(stands, action),
    }),
  };
}

/** Until the flow has ended it. */
const declinedSeconds = 5;

function messageOf({ state, problem, account }: LoginView, action: string): string {
  if (problem !== null) return `${problem.message}. ${problem.advice}`;
  if (state === 'completed')
    return `Signed in as ${account?.userName ?? account?.id ?? 'somebody'}`;
  return action === 'accept'
    ? 'The person has not finished yet; see auth_get_login_status'
    : 'The person did not want to sign in';
}
