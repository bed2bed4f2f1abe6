import { accountIdOf, appAccountId } from '../domain/accounts/account.js';
import type { Caller } from '../domain/access/caller.js';
import { ProblemError } from '../domain/problem.js';
import type { AccountBook } from './account-book.js';
import type { AccountStore } from './account-store.js';

export interface SignedOut {
  readonly id: string;
  readonly userName: string | null;
  /** False: others have signed it in too, so it goes on for them. */
  readonly isForgotten: boolean;
}

/**
 * Takes an account away from a caller. With its last owner, or when the person behind it asks, its tokens are forgotten at
 * once and its flow ends. ProblemErrors as of `AccountBook`, and account_forbidden for accounts of the configuration.
 */
export type SignOut = (caller: Caller, account: string) => Promise<SignedOut>;

export function createSignOut(deps: {
  readonly accounts: Pick<AccountBook, 'read'>;
  readonly store: Pick<AccountStore, 'disown' | 'forget' | 'read'>;
  readonly flows: { signOut(id: string): Promise<void> };
  /** The account of the configuration's password. */
  readonly agentId: string | null;
  readonly onLost: (error: unknown) => void;
}): SignOut {
  const { accounts, store, flows, agentId, onLost } = deps;
  return async (caller, account) => {
    const { id, userName } = await accounts.read(caller, account);
    if (id === appAccountId || id === agentId) throw configured();
    const isThemselves = caller.person !== null && id === accountIdOf(caller.person);
    if (isThemselves) await store.forget(id);
    else await store.disown(id, caller.owner);
    const isForgotten = (await store.read(id)) === null;
    if (isForgotten) {
      // Where Temporal is away, the flow finds at its next attempt that there is nothing left to do.
      await flows.signOut(id).catch(onLost);
    }
    return { id, userName, isForgotten };
  };
}

function configured(): ProblemError {
  return new ProblemError(
    'account_forbidden',
    'account: nobody has signed this one in, it is in the configuration of the server; take it out there',
  );
}
