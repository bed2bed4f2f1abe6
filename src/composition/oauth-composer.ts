import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { AuditLog } from '../access/audit-log.js';
import type { Config } from '../config/config.js';
import type { Keys } from '../tasks/keys.js';
import type { AccountFlows } from '../temporal/account-flows.js';
import type { AccountParts } from './account-parts.js';
import type { LoginParts } from './login-parts.js';
import type { OauthParts } from './oauth-parts.js';

/** Loaded only where it is wanted: oidc-provider has a word to say about Node when it is. */
export async function oauthComposer(parts: {
  readonly config: Config;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly accounts: AccountParts;
  readonly signingIn: LoginParts;
  readonly flows: AccountFlows;
  readonly logger: Logger;
}): Promise<((audit: AuditLog) => OauthParts) | null> {
  const { config, accounts, signingIn } = parts;
  const settings = config.oauth;
  if (settings === null) return null;
  const { composeOauth } = await import('./oauth-parts.js');
  return (audit) =>
    composeOauth({
      ...parts,
      settings,
      audit,
      vault: accounts.vault,
      accounts: accounts.store,
      logins: signingIn.logins,
    });
}
