import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { ulid } from 'ulid';
import { createAccessHandles } from '../accounts/login/access-handles.js';
import { createCallbackUrl, type CallbackUrl } from '../accounts/login/callback-address.js';
import { createLogins } from '../accounts/login/create-logins.js';
import { createDeviceSignIn } from '../accounts/login/device-sign-in.js';
import { createRedeemCode, type EntraSignInOptions } from '../accounts/login/entra-sign-in.js';
import { createLoginCodes } from '../accounts/login/login-codes.js';
import type { LoginStarter } from '../accounts/login/login-starter.js';
import { createLoginSteps, type LoginSteps } from '../accounts/login/login-steps.js';
import { createLoginStore } from '../accounts/login/login-store.js';
import type { Logins } from '../accounts/login/logins.js';
import { createReadProfile } from '../accounts/login/person-profile.js';
import { createTokenExchange, type TokenExchange } from '../accounts/login/token-exchange.js';
import { delegatedScopes } from '../accounts/msal/delegated-scopes.js';
import type { Config } from '../config/config.js';
import type { GraphGateway } from '../graph/gateway/graph-gateway.js';
import type { Keys } from '../tasks/keys.js';
import type { AccountParts } from './account-parts.js';

/** Shorter than an activity's start-to-close. */
const entraTimeoutMs = 15_000;

export interface LoginParts {
  readonly logins: Logins;
  readonly tokenExchange: TokenExchange;
  readonly callbackUrl: CallbackUrl;
}

interface LoginDeps {
  readonly config: Config;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly accounts: Pick<AccountParts, 'vault' | 'store'>;
}

/** Sign-ins, as the server offers them. `ownBaseUrl`: where it listens. */
export function composeLogins(
  deps: LoginDeps & {
    readonly accounts: AccountParts;
    readonly flows: LoginStarter;
    readonly gateway: Pick<GraphGateway, 'send'>;
    readonly ownBaseUrl: () => string;
    readonly logger: Logger;
  },
): LoginParts {
  const { config, redis, keys, accounts, flows, gateway, ownBaseUrl, logger } = deps;
  const { exposesGraphTokens, callbackBaseUrls, allowsLoopback } = config.logins;
  const { publicBaseUrl } = config.webhook;
  const now = Date.now;
  if (exposesGraphTokens) {
    logger.warn(
      'EXPOSE_GRAPH_TOKENS is on: callers are given codes and access tokens of Microsoft, which count outside this server and cannot be taken back. Leave it off unless a program needs them',
    );
  }
  const entra = entraOptions(config);
  const store = createLoginStore({ redis, keys, vault: accounts.vault, now });
  const logins = createLogins({
    store,
    flows,
    device: createDeviceSignIn(entra),
    azure: config.azure,
    scopes: entra.scopes,
    exposesTokens: exposesGraphTokens,
    newId: ulid,
    logger,
    now,
  });
  const baseUrls = [publicBaseUrl, ...callbackBaseUrls].filter((url) => url !== null);
  return {
    logins,
    tokenExchange: createTokenExchange({
      logins,
      store,
      flows,
      codes: createLoginCodes({ redis, keys }),
      handles: createAccessHandles({ redis, keys }),
      accounts: accounts.store,
      tokens: accounts.tokens,
      readProfile: createReadProfile(gateway),
      logger,
      now,
    }),
    callbackUrl: createCallbackUrl(
      { baseUrls, allowsLoopback },
      () => publicBaseUrl ?? ownBaseUrl(),
    ),
  };
}

/** What a worker does for sign-ins. */
export function loginSteps({ config, redis, keys, accounts }: LoginDeps): LoginSteps {
  const entra = entraOptions(config);
  return createLoginSteps({
    store: createLoginStore({ redis, keys, vault: accounts.vault, now: Date.now }),
    accounts: accounts.store,
    redeemCode: createRedeemCode(entra),
    device: createDeviceSignIn(entra),
  });
}

function entraOptions({ azure, graph, logins }: Config): EntraSignInOptions {
  return {
    azure,
    scopes: delegatedScopes(graph.baseUrl, logins.permissions),
    timeoutMs: entraTimeoutMs,
    now: Date.now,
  };
}
