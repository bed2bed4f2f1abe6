import * as z from 'zod';
import type { Account } from '../../domain/accounts/account.js';

/** What the access token is worth at present; nothing of it is ever shown. */
const tokenHealths = ['good', 'renewing', 'none', 'reauth_required'] as const;

type TokenHealth = (typeof tokenHealths)[number];

const time = z.string().nullable();

export const accountSchema = z.object({
  id: z.string().describe('What `account` takes; the sign-in name does, too.'),
  kind: z
    .enum(['app', 'delegated'])
    .describe('app: the app itself, for everybody. delegated: a person.'),
  userName: z.string().nullable(),
  displayName: z.string().nullable(),
  flow: z.enum(['app', 'code', 'device', 'password']).describe('How it was signed in.'),
  state: z.enum(['ready', 'reauth_required']),
  health: z
    .enum(tokenHealths)
    .describe(
      'Of the access token. renewing: it has ended and is being renewed. none: there was none yet. reauth_required: somebody must sign in again.',
    ),
  scopes: z.array(z.string()).describe('What it may do at Microsoft Graph.'),
  signedInAt: time,
  refreshedAt: time,
  expiresAt: time.describe('Of the access token, which is renewed before.'),
  problem: z
    .object({ code: z.string(), message: z.string(), advice: z.string() })
    .nullable()
    .describe('Why it cannot be used, and what to do.'),
});

export function toAccountView(account: Account, now: number): z.output<typeof accountSchema> {
  const { id, kind, userName, displayName, flow, state, scopes, problem } = account;
  const { signedInAt, refreshedAt, expiresAt } = account;
  return {
    id,
    kind,
    userName,
    displayName,
    flow,
    state,
    health: healthOf(account, now),
    scopes: [...scopes],
    signedInAt,
    refreshedAt,
    expiresAt,
    problem,
  };
}

export function healthOf(
  { state, expiresAt }: Pick<Account, 'state' | 'expiresAt'>,
  now: number,
): TokenHealth {
  if (state === 'reauth_required') return 'reauth_required';
  if (expiresAt === null) return 'none';
  return Date.parse(expiresAt) > now ? 'good' : 'renewing';
}
