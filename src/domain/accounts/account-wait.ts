import { appAccountId, type Account } from './account.js';

/** Why the plans of an account wait, and what to do, in words for people. */
export interface AccountWait {
  readonly code: 'reauth_required';
  readonly message: string;
  readonly advice: string;
}

/**
 * Whether nothing can be done in the name of an account until its person has signed in (again); null: nobody has. The
 * Redis functions judge by the same rule.
 */
export function mustSignIn(accountId: string, account: Pick<Account, 'state'> | null): boolean {
  if (accountId === appAccountId) return false;
  return account === null || account.state === 'reauth_required';
}

/** What a task, a plan or a caller is told that waits for the person of an account. */
export function waitFor(accountId: string, account: Pick<Account, 'userName'> | null): AccountWait {
  const name = account?.userName ?? accountId;
  return {
    code: 'reauth_required',
    message: `The account ${name} must sign in ${account === null ? 'first' : 'again'}`,
    advice: `Let ${name} sign in with auth_start_login; what waits then goes on by itself.`,
  };
}
