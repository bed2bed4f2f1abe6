import type { Redis } from 'ioredis';
import * as z from 'zod';
import { appAccountId, type Account } from '../domain/accounts/account.js';
import { mustSignIn } from '../domain/accounts/account-wait.js';
import type { Keys } from './keys.js';

const stateSchema = z.object({
  state: z.enum(['ready', 'reauth_required']),
  userName: z.string().nullable().default(null),
});

/** What the plans of an account want to know of it, from the hash `accounts`; null where it is not there. */
export function parseAccountState(json: string | null): Pick<Account, 'state' | 'userName'> | null {
  return json === null ? null : (stateSchema.safeParse(JSON.parse(json)).data ?? null);
}

/** Those of the accounts whose person must sign in first. */
export async function waitingAccounts(
  { redis, keys }: { readonly redis: Redis; readonly keys: Keys },
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(accountIds)].filter((id) => id !== appAccountId);
  if (ids.length === 0) return new Set();
  const found = await redis.hmget(keys.accounts, ...ids);
  return new Set(ids.filter((id, at) => mustSignIn(id, parseAccountState(found[at] ?? null))));
}
