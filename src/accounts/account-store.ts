import type { Redis } from 'ioredis';
import type { Account, AccountProblem } from '../domain/accounts/account.js';
import { refreshTime } from '../domain/accounts/refresh-time.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { disownAccount, forgetAccount } from './disown-account.js';
import {
  emptyAccount,
  halted,
  parseStoredAccount,
  renewed,
  toAccount,
  type StoredAccount,
} from './stored-account.js';
import { parseStoredToken, type StoredToken } from './stored-token.js';
import type { Vault } from './vault/vault.js';

/** What a sign-in gave. Secrets are sealed before they leave the process. */
export interface SignIn {
  /** `owners`: whoever signed in now; those who did before stay. */
  readonly account: Pick<
    Account,
    'id' | 'kind' | 'owners' | 'userName' | 'displayName' | 'flow' | 'scopes'
  >;
  /** MSAL's cache of this account alone, serialized. */
  readonly cache: string;
  readonly accessToken: string;
  /** ms since the epoch. */
  readonly expiresAt: number;
}

/** What a renewal gave. */
export interface Renewal {
  /** Null: MSAL keeps nothing for this account. */
  readonly cache: string | null;
  readonly accessToken: string;
  /** When it was asked for, and its end; ms since the epoch. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly scopes: readonly string[];
  readonly answersChallenge: boolean;
}

/** MSAL's cache as it was read, and how it lay there. */
export interface KeptCache {
  readonly text: string;
  readonly sealed: string;
}

/** What a renewal began with. */
export interface Before {
  /** `any`: it could not be read, so it does not count. */
  readonly cache: KeptCache | null | 'any';
  /** What the account is where nothing is kept of it yet; null: then there is none. */
  readonly fresh: StoredAccount | null;
}

/** The accounts in Redis with their tokens. Each change is one step. */
export interface AccountStore {
  read(id: string): Promise<Account | null>;
  /** By id. */
  list(): Promise<readonly Account[]>;
  /** The account with its owners, its tokens, and that it is ready. Then tell its flow (`AccountFlows.signedIn`). */
  keepSignIn(signIn: SignIn): Promise<Account>;
  /** Of the latest token, be it there or not; 0: there was none. */
  latestRevision(id: string): Promise<number>;
  readToken(id: string): Promise<StoredToken | null>;
  readCache(id: string): Promise<KeptCache | null>;
  /**
   * Access token and cache, the rotated refresh token in it, together. Null: meanwhile somebody signed in anew, or out, and
   * that counts.
   */
  keepRenewal(id: string, renewal: Renewal, before: Before): Promise<StoredToken | null>;
  /** It is of no use until somebody signs in again: its access token goes. False as above. */
  halt(id: string, problem: AccountProblem, before: Before): Promise<boolean>;
  /** Takes one owner away; the account is forgotten with the last one. False: it was not theirs. */
  disown(id: string, owner: string): Promise<boolean>;
  /** Account, tokens, and the handles that stand for it. `upTo` (ms since the epoch): not where somebody has signed in after that. */
  forget(id: string, upTo?: number): Promise<void>;
}

const cacheTtlMs = 90 * 86_400_000;
const cachePurpose = 'token cache';
const tokenPurpose = 'access token';

type KeepAnswer = 'kept' | 'account' | 'cache';

export function createAccountStore(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly vault: Vault;
  readonly now: () => number;
}): AccountStore {
  const { redis, keys, call, vault, now } = deps;

  const readStored = async (
    id: string,
  ): Promise<{ readonly json: string; readonly account: StoredAccount | null }> => {
    const json = await redis.hget(keys.accounts, id);
    return { json: json ?? '', account: json === null ? null : parseStoredAccount(json) };
  };

  const keep = async (payload: {
    readonly id: string;
    readonly before: string;
    readonly now: StoredAccount;
    readonly cache?: { readonly before?: string; readonly now?: string; readonly ttl: number };
    readonly token?: { readonly now?: string; readonly ttl?: number };
  }): Promise<KeepAnswer> => {
    // Member by member: what a caller holds beside these, a token among it, is not Redis' business.
    const { id, before, now: account, cache, token } = payload;
    const json = JSON.stringify({ id, before, now: JSON.stringify(account), cache, token });
    return (await call('tandem_account_keep_v1', keys.namespace, json)) as KeepAnswer;
  };

  const sealToken = (id: string, token: StoredToken) => ({
    now: vault.seal(tokenPurpose, id, JSON.stringify(token)),
    ttl: Math.max(1, Math.floor(token.expiresAt - now())),
  });

  const readCache = async (id: string): Promise<KeptCache | null> => {
    const sealed = await redis.get(keys.tokens(id));
    return sealed === null ? null : { sealed, text: vault.open(cachePurpose, id, sealed) };
  };

  /** Sealed anew with another key it is still the same. */
  const sameCache = async (id: string, before: KeptCache | null): Promise<KeptCache | null> => {
    const current = await readCache(id);
    if (current === null || before === null) return null;
    return current.text === before.text ? current : null;
  };

  /** Changes the account as it is now; answers null where its tokens are not the expected ones any more. */
  const change = async <Change extends { readonly now: StoredAccount }>(
    id: string,
    before: Before,
    make: (account: StoredAccount) => Change & Omit<Parameters<typeof keep>[0], 'id' | 'before'>,
  ): Promise<Change | null> => {
    let { cache } = before;
    for (;;) {
      const { json, account } = await readStored(id);
      const present = account ?? before.fresh;
      if (present === null) return null;
      const changed = make(present);
      const compared = {
        ttl: cacheTtlMs,
        ...changed.cache,
        ...(cache !== 'any' && { before: cache?.sealed ?? '' }),
      };
      const answer = await keep({ ...changed, id, before: json, cache: compared });
      if (answer === 'kept') return changed;
      if (answer === 'cache' && cache !== 'any') {
        cache = await sameCache(id, cache);
        if (cache === null) return null;
      }
    }
  };

  return {
    async read(id) {
      const { account } = await readStored(id);
      return account === null ? null : toAccount(account);
    },
    async latestRevision(id) {
      return (await readStored(id)).account?.revision ?? 0;
    },
    async list() {
      const found = await redis.hvals(keys.accounts);
      return found
        .flatMap((json) => parseStoredAccount(json) ?? [])
        .map(toAccount)
        .toSorted((one, other) => one.id.localeCompare(other.id));
    },
    async keepSignIn({ account, cache, accessToken, expiresAt }) {
      const { id } = account;
      const issuedAt = now();
      for (;;) {
        const { json, account: known } = await readStored(id);
        const revision = nextRevision(known, issuedAt);
        const signedInAt = new Date(issuedAt).toISOString();
        const owners = [...new Set([...(known?.owners ?? []), ...account.owners])];
        const { scopes } = account;
        const kept = renewed(
          { ...emptyAccount(account), ...account, owners, signedInAt },
          { revision, issuedAt, expiresAt, scopes },
        );
        const token: StoredToken = {
          token: accessToken,
          issuedAt,
          expiresAt,
          refreshAt: refreshTime({ issuedAt, expiresAt }),
          revision,
          answersChallenge: false,
        };
        const answer = await keep({
          id,
          before: json,
          now: kept,
          cache: { now: vault.seal(cachePurpose, id, cache), ttl: cacheTtlMs },
          token: sealToken(id, token),
        });
        if (answer === 'kept') return toAccount(kept);
      }
    },
    async readToken(id) {
      const sealed = await redis.get(keys.accessToken(id));
      return sealed === null ? null : parseStoredToken(vault.open(tokenPurpose, id, sealed));
    },
    readCache,
    async keepRenewal(id, renewal, before) {
      const { cache, accessToken, issuedAt, expiresAt, scopes, answersChallenge } = renewal;
      const kept = await change(id, before, (account) => {
        const revision = nextRevision(account, issuedAt);
        const refreshAt = refreshTime({ issuedAt, expiresAt });
        const stored: StoredToken = {
          token: accessToken,
          issuedAt,
          expiresAt,
          refreshAt,
          revision,
          answersChallenge,
        };
        return {
          stored,
          now: renewed(account, { revision, issuedAt, expiresAt, scopes }),
          token: sealToken(id, stored),
          ...(cache !== null && {
            cache: { now: vault.seal(cachePurpose, id, cache), ttl: cacheTtlMs },
          }),
        };
      });
      return kept?.stored ?? null;
    },
    async halt(id, problem, before) {
      const kept = await change(id, before, (account) => ({
        now: halted(account, problem),
        token: {},
      }));
      return kept !== null;
    },
    disown: (id, owner) => disownAccount(deps, id, owner),
    async forget(id, upTo) {
      await forgetAccount(deps, { id, ...(upTo !== undefined && { upTo }) });
    },
  };
}

/** Close to the time, so that it also grows where the account was forgotten in between. */
function nextRevision(account: StoredAccount | null, now: number): number {
  return Math.max(Math.floor(now), (account?.revision ?? 0) + 1);
}
