import type { AzureConfig } from '../../config/azure.js';
import { accountIdOf } from '../../domain/accounts/account.js';

/** The id of the account that a password opens; null: there is none. The rules want the tenant as an id for it. */
export function agentAccountId({
  agent,
  tenantId,
}: Pick<AzureConfig, 'agent' | 'tenantId'>): string | null {
  return agent === null ? null : accountIdOf({ oid: agent.userId, tid: tenantId });
}
