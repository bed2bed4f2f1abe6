import type { AccountStore } from '../accounts/account-store.js';
import type { PersonId } from '../domain/access/caller.js';

/** Somebody who has signed in, as the authorization server knows them. */
export interface SignedInPerson {
  /** Of their account, and the subject of their tokens. */
  readonly accountId: string;
  readonly person: PersonId;
  readonly userName: string | null;
  readonly displayName: string | null;
}

/** Null: nobody of this id, or their account has to be signed in again, which is how we learn that Entra turns them away. */
export type FindPerson = (accountId: string) => Promise<SignedInPerson | null>;

export function createFindPerson(accounts: Pick<AccountStore, 'read'>): FindPerson {
  return async (accountId) => {
    const person = personIn(accountId);
    const account = person === null ? null : await accounts.read(accountId);
    if (person === null || account === null || account.state !== 'ready') return null;
    const { userName, displayName } = account;
    return { accountId, person, userName, displayName };
  };
}

/** `{oid}.{tid}` */
export function personIn(accountId: string): PersonId | null {
  const [oid, tid, ...others] = accountId.split('.');
  if (oid === undefined || tid === undefined || tid === '' || others.length > 0) return null;
  return { oid, tid };
}
