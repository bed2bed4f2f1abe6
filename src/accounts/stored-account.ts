import * as z from 'zod';
import type { Account, AccountProblem } from '../domain/accounts/account.js';

/** An account as Redis keeps it. */
export interface StoredAccount extends Account {
  /** Of its latest token; grows even where that has expired. */
  readonly revision: number;
}

const time = z.string().nullable();
const schema = z.object({
  id: z.string(),
  kind: z.enum(['app', 'delegated']),
  owners: z.array(z.string()),
  userName: z.string().nullable(),
  displayName: z.string().nullable(),
  state: z.enum(['ready', 'reauth_required']),
  problem: z.object({ code: z.string(), message: z.string(), advice: z.string() }).nullable(),
  flow: z.enum(['app', 'code', 'device', 'password']),
  scopes: z.array(z.string()),
  signedInAt: time,
  refreshedAt: time,
  expiresAt: time,
  revision: z.number(),
});

/** Null: not one of ours, or of a later version that this one does not understand. */
export function parseStoredAccount(json: string): StoredAccount | null {
  return schema.safeParse(JSON.parse(json)).data ?? null;
}

/** As it is before its first token. */
export function emptyAccount({
  id,
  kind,
  flow,
}: Pick<Account, 'id' | 'kind' | 'flow'>): StoredAccount {
  return {
    id,
    kind,
    flow,
    owners: [],
    userName: null,
    displayName: null,
    state: 'ready',
    problem: null,
    scopes: [],
    signedInAt: null,
    refreshedAt: null,
    expiresAt: null,
    revision: 0,
  };
}

/** What others may see. */
export function toAccount(stored: StoredAccount): Account {
  const { revision: _, ...account } = stored;
  return account;
}

/** With a token that Entra ID has just given. */
export function renewed(
  account: StoredAccount,
  token: {
    readonly revision: number;
    readonly issuedAt: number;
    readonly expiresAt: number;
    readonly scopes: readonly string[];
  },
): StoredAccount {
  return {
    ...account,
    state: 'ready',
    problem: null,
    scopes: token.scopes,
    refreshedAt: new Date(token.issuedAt).toISOString(),
    expiresAt: new Date(token.expiresAt).toISOString(),
    revision: token.revision,
  };
}

/** Of no use until somebody signs in again. */
export function halted(account: StoredAccount, problem: AccountProblem): StoredAccount {
  return { ...account, state: 'reauth_required', problem, expiresAt: null };
}
