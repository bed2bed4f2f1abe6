import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { createAccessTokens, type AccessTokens } from '../accounts/access-tokens.js';
import { createAccountStore, type AccountStore } from '../accounts/account-store.js';
import { createAccountTurns } from '../accounts/account-turns.js';
import { createClaimsChallenges } from '../accounts/claims-challenges.js';
import { toMsalCredential } from '../accounts/msal/credential.js';
import { createOnBehalfOf } from '../accounts/on-behalf-of/on-behalf-of.js';
import { createPasswordRefusals } from '../accounts/refresh/password-refusals.js';
import { refreshAccount, type RefreshDeps } from '../accounts/refresh/refresh-account.js';
import { openVault } from '../accounts/vault/open-vault.js';
import type { Vault } from '../accounts/vault/vault.js';
import type { Config } from '../config/config.js';
import { appAccountId } from '../domain/accounts/account.js';
import type { Alerts } from '../tasks/alerts.js';
import type { Keys } from '../tasks/keys.js';
import type { CallFunction } from '../tasks/load-functions.js';
import type { AccountFlows } from '../temporal/account-flows.js';

export interface AccountParts {
  readonly vault: Vault;
  readonly store: AccountStore;
  readonly tokens: AccessTokens;
  /** For the worker: what renews a token. */
  readonly refresh: RefreshDeps;
}

/**
 * Accounts and their tokens, as every process has them.
 * @throws CredentialError where the app's credential cannot be used, DevelopmentKeyError where the data folder's key cannot
 */
export function composeAccounts(deps: {
  readonly config: Config;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly call: CallFunction;
  readonly alerts: Alerts;
  readonly logger: Logger;
  readonly flows: Pick<AccountFlows, 'refresh'>;
  readonly fetch?: typeof fetch;
}): AccountParts {
  const { config, alerts, logger, flows, fetch } = deps;
  const now = Date.now;
  // Whoever has made a mistake there hears of it at once.
  toMsalCredential(config.azure.credential, now());
  if (config.azure.agent !== null) {
    logger.warn(
      { userName: config.azure.agent.userName },
      'ALLOW_PASSWORD_FLOW is on: a password opens an account without a second factor. Microsoft discourages it; sign the agent in with a browser instead',
    );
  }
  const vault = openVault(config, logger);
  const parts = { ...deps, vault, now };
  const store = createAccountStore(parts);
  const turns = createAccountTurns(parts);
  const challenges = createClaimsChallenges(parts);
  const asking = {
    azure: config.azure,
    graphOrigin: config.graph.baseUrl,
    now,
    ...(fetch !== undefined && { fetch }),
  };
  const refresh: RefreshDeps = {
    ...asking,
    store,
    turns,
    challenges,
    passwordRefusals: createPasswordRefusals(parts),
    alerts,
  };
  const tokens = createAccessTokens({
    store,
    challenges,
    refreshApp: (after) => refreshAccount(refresh, { accountId: appAccountId, after }),
    askFlow: (id, after) => flows.refresh(id, after),
    onBehalfOf: createOnBehalfOf({ ...parts, ...asking, turns }),
    now,
  });
  return { vault, store, tokens, refresh };
}
