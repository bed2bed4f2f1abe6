import type { Redis } from 'ioredis';
import { createAccountStore, type AccountStore } from '../../../src/accounts/account-store.js';
import { createVault } from '../../../src/accounts/vault/vault.js';
import { keyRing } from '../../../src/config/key-ring.js';
import type { Keys } from '../../../src/tasks/keys.js';
import type { CallFunction } from '../../../src/tasks/load-functions.js';
import { testTokenKey } from '../../support/token-key.js';

/** Accounts of people as their sign-ins leave them; what MSAL keeps of them is nobody's concern here. */
export interface SignedIn {
  readonly store: AccountStore;
  signIn(account: {
    readonly id: string;
    readonly owner: string;
    readonly userName?: string | null;
    readonly accessToken?: string;
  }): Promise<void>;
  /** Microsoft wants them to sign in again. */
  lock(id: string): Promise<void>;
}

export function openSignedIn(place: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
}): SignedIn {
  const vault = createVault({
    keys: keyRing().parse(testTokenKey),
    namespace: place.keys.namespace,
  });
  const store = createAccountStore({ ...place, vault, now: Date.now });
  return {
    store,
    async signIn({ id, owner, userName = null, accessToken = 'token' }) {
      await store.keepSignIn({
        account: {
          id,
          kind: 'delegated',
          owners: [owner],
          userName,
          displayName: userName,
          flow: 'code',
          scopes: ['Tasks.ReadWrite'],
        },
        cache: '{}',
        accessToken,
        expiresAt: Date.now() + 3_600_000,
      });
    },
    async lock(id) {
      const problem = { code: 'AADSTS50173', message: 'The grant was revoked', advice: 'Sign in.' };
      const cache = await store.readCache(id);
      if (!(await store.halt(id, problem, { cache, fresh: null }))) throw new Error('Not locked');
    },
  };
}
