import type { PersonId } from '../access/caller.js';

/** The account with which the app acts as itself, with its application permissions; everybody's. */
export const appAccountId = 'app';

/** How an account came to its tokens. */
export type SignInFlow = 'app' | 'code' | 'device' | 'password';

/** Why an account cannot be used at present, in words. Never holds anything of a token. */
export interface AccountProblem {
  /** `AADSTS…`, or a word of Entra's or ours. */
  readonly code: string;
  readonly message: string;
  readonly advice: string;
}

/** An account at Microsoft with which Graph is called. Holds no secret. Times are UTC. */
export interface Account {
  /** `app`, or `{oid}.{tid}` of a person. */
  readonly id: string;
  readonly kind: 'app' | 'delegated';
  /** `Caller.owner` of those who signed it in; empty for `app`: everybody's. */
  readonly owners: readonly string[];
  readonly userName: string | null;
  readonly displayName: string | null;
  /** `reauth_required`: nothing but a new sign-in (of the app: another credential) helps. */
  readonly state: 'ready' | 'reauth_required';
  readonly problem: AccountProblem | null;
  readonly flow: SignInFlow;
  /** What the access token may do: delegated permissions, or the app's roles. */
  readonly scopes: readonly string[];
  readonly signedInAt: string | null;
  readonly refreshedAt: string | null;
  /** Of the access token. */
  readonly expiresAt: string | null;
}

/** The id of a person's account; MSAL calls the same text `homeAccountId`. */
export function accountIdOf({ oid, tid }: PersonId): string {
  return `${oid}.${tid}`.toLowerCase();
}
