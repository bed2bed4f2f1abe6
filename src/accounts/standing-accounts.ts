import type { Redis } from 'ioredis';
import type { AzureConfig } from '../config/azure.js';
import { appAccountId } from '../domain/accounts/account.js';
import type { Keys } from '../tasks/keys.js';
import { agentAccountId } from './refresh/agent-account.js';

const atOnce = 8;

/** Makes sure that the flow of every account runs, also after Temporal lost its data. */
export function createStandingAccounts(deps: {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly azure: Pick<AzureConfig, 'agent' | 'tenantId'>;
  readonly flows: { ensure(id: string): Promise<void> };
}): () => Promise<void> {
  const { redis, keys, azure, flows } = deps;
  const agent = agentAccountId(azure);
  return async () => {
    const known = await redis.hkeys(keys.accounts);
    const ids = [...new Set([appAccountId, ...(agent === null ? [] : [agent]), ...known])];
    for (let from = 0; from < ids.length; from += atOnce) {
      await Promise.all(ids.slice(from, from + atOnce).map((id) => flows.ensure(id)));
    }
  };
}
