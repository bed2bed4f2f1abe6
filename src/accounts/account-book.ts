import type { Caller } from '../domain/access/caller.js';
import { accountIdOf, appAccountId, type Account } from '../domain/accounts/account.js';
import { mustSignIn, waitFor } from '../domain/accounts/account-wait.js';
import { ProblemError } from '../domain/problem.js';
import { appAccount, type GraphAccount } from '../graph/gateway/graph-account.js';
import type { AccountStore } from './account-store.js';

/** What a call is about, where it names no account. */
export interface ChooseOptions {
  /** It is about the person (`/me`), so the caller's only account is meant rather than the app's. */
  readonly isPersonal?: boolean;
}

/**
 * The accounts of a caller. Another's is never used: ProblemError account_forbidden (403). One that is not known is
 * account_not_found (404) with the caller's own as candidates; one whose person must sign in again is reauth_required (409).
 */
export interface AccountBook {
  /** `account`: an id or a user name; left out: what fits the caller best. */
  choose(caller: Caller, account?: string, options?: ChooseOptions): Promise<GraphAccount>;
  /** The app's, and those that the caller signed in. */
  list(caller: Caller): Promise<readonly Account[]>;
  /** Whatever its state. */
  read(caller: Caller, account: string): Promise<Account>;
}

export function createAccountBook(store: Pick<AccountStore, 'read' | 'list'>): AccountBook {
  const own = async (caller: Caller): Promise<readonly Account[]> =>
    (await store.list()).filter((account) => isOwn(account, caller));

  const find = async (caller: Caller, wanted: string): Promise<Account> => {
    const all = await store.list();
    const named = all.filter((account) => isCalled(account, wanted));
    const mine = named.filter((account) => isOwn(account, caller));
    const [only] = mine;
    if (only !== undefined && mine.length === 1) return only;
    if (mine.length === 0 && named.length > 0) throw notYours(wanted);
    throw unknown(
      wanted,
      (mine.length > 0 ? mine : all).filter((account) => isOwn(account, caller)),
    );
  };

  const byDefault = async (caller: Caller, isPersonal: boolean): Promise<GraphAccount> => {
    const { person, assertion } = caller;
    if (person !== null) {
      const id = accountIdOf(person);
      if (assertion !== null) return { kind: 'on_behalf_of', id, assertion };
      return usable(id, await store.read(id));
    }
    if (!isPersonal) return appAccount;
    const people = (await own(caller)).filter(({ kind }) => kind === 'delegated');
    const [only] = people;
    return only !== undefined && people.length === 1 ? usable(only.id, only) : appAccount;
  };

  return {
    async choose(caller, account, { isPersonal = false } = {}) {
      if (account === undefined) return byDefault(caller, isPersonal);
      if (account.toLowerCase() === appAccountId) return appAccount;
      const themselves = toThemselves(caller, account);
      if (themselves !== null && (await store.read(themselves.id)) === null) return themselves;
      const found = await find(caller, account);
      return usable(found.id, found);
    },
    list: own,
    read: find,
  };
}

/** A caller who named themselves by id: they need not have signed in here. */
function toThemselves(
  { person, assertion }: Caller,
  account: string,
): Extract<GraphAccount, { kind: 'on_behalf_of' }> | null {
  if (person === null || assertion === null) return null;
  const id = accountIdOf(person);
  return account.toLowerCase() === id ? { kind: 'on_behalf_of', id, assertion } : null;
}

/** Signed in by the caller, or the caller's own self; what the configuration signs in is everybody's. */
function isOwn({ id, kind, flow, owners }: Account, { owner, person }: Caller): boolean {
  if (kind === 'app' || flow === 'password' || owners.includes(owner)) return true;
  return person !== null && id === accountIdOf(person);
}

function isCalled({ id, userName }: Account, wanted: string): boolean {
  const text = wanted.toLowerCase();
  return id.toLowerCase() === text || userName?.toLowerCase() === text;
}

function usable(id: string, account: Account | null): GraphAccount {
  if (!mustSignIn(id, account)) return id === appAccountId ? appAccount : { kind: 'delegated', id };
  const { message, advice } = waitFor(id, account);
  const why = account?.problem ?? null;
  const because = why === null ? '' : ` (${why.message})`;
  throw new ProblemError('reauth_required', `${message}${because}. ${advice}`);
}

function unknown(wanted: string, mine: readonly Account[]): ProblemError {
  const people = mine.filter(({ kind }) => kind === 'delegated');
  const message =
    people.length === 0
      ? 'is no account of yours; you have signed in none (auth_start_login does)'
      : 'is no account of yours, or not only one; send the id of one of these';
  return new ProblemError('account_not_found', `account: ${message}: ${wanted}`, {
    errors: [{ field: 'account', message, candidates: people.map(toCandidate) }],
  });
}

function toCandidate({ id, userName, displayName }: Account) {
  return {
    id,
    name: displayName ?? userName ?? id,
    ...(userName !== null && { mail: userName }),
  };
}

function notYours(wanted: string): ProblemError {
  const message = 'belongs to somebody else: whoever signed it in';
  return new ProblemError('account_forbidden', `account: ${message}: ${wanted}`, {
    errors: [{ field: 'account', message }],
  });
}
