import type { Redis } from 'ioredis';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import { parseStoredAccount } from './stored-account.js';

interface DisownDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
}

/**
 * Takes one owner of an account away, with the handles that they have for it; the last one takes the account and its tokens
 * along. False: it was not theirs. Who signs in at that moment stays signed in.
 */
export async function disownAccount(deps: DisownDeps, id: string, owner: string): Promise<boolean> {
  const { redis, keys, call } = deps;
  for (;;) {
    const json = await redis.hget(keys.accounts, id);
    const account = json === null ? null : parseStoredAccount(json);
    if (json === null || account?.owners.includes(owner) !== true) return false;
    await redis.del(keys.accountHandles(id, owner));
    const owners = account.owners.filter((one) => one !== owner);
    if (owners.length === 0) {
      if (await forgetAccount(deps, { id, before: json })) return true;
      continue;
    }
    const change = { id, before: json, now: JSON.stringify({ ...account, owners }) };
    const answer = await call('tandem_account_keep_v1', keys.namespace, JSON.stringify(change));
    if (answer === 'kept') return true;
  }
}

/**
 * Account and tokens, in one step with the look whether that is still wanted; then the handles that stand for it. False: it is
 * not wanted.
 */
export async function forgetAccount(
  { redis, keys, call }: DisownDeps,
  what: {
    readonly id: string;
    /** As it was read; no longer so, it stays. */
    readonly before?: string;
    /** Where its latest token came after that (ms since the epoch), it stays. */
    readonly upTo?: number;
  },
): Promise<boolean> {
  const { id } = what;
  const json = await redis.hget(keys.accounts, id);
  const owners = json === null ? [] : (parseStoredAccount(json)?.owners ?? []);
  const reply = await call('tandem_account_forget_v1', keys.namespace, JSON.stringify(what));
  if (reply !== 1) return false;
  const handles = owners.map((owner) => keys.accountHandles(id, owner));
  await redis.del(keys.passwordRefused(id), ...handles);
  return true;
}
