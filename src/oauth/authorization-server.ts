import type { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Redis } from 'ioredis';
import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import type { Provider } from 'oidc-provider';
import type { Configuration } from 'oidc-provider';
import type { Logger } from 'pino';
import type { Vault } from '../accounts/vault/vault.js';
import { verifyJwt } from '../access/verify-jwt.js';
import { ProblemError } from '../domain/problem.js';
import type { Keys } from '../tasks/keys.js';
import { withRedis } from '../tasks/redis-problem.js';
import { createConnections, type Connections } from './connections.js';
import { createProvider } from './create-provider.js';
import type { FetchDocument } from './fetch-document.js';
import { lifetimes } from './lifetimes.js';
import { createModelStore } from './model-store.js';
import type { OauthConfig } from '../config/oauth.js';
import { resourceOf } from './oauth-rules.js';
import type { FindPerson } from './people.js';
import { addHooks } from './protocol-hooks.js';
import { createAdapterFactory } from './provider-adapter.js';
import { createRegistrations } from './registrations.js';
import { createServerKeyStore, type ServerKeys } from './server-keys.js';

/** Our authorization server. All of it is in Redis: any replica may answer any request of a sign-in. */
export interface AuthorizationServer {
  readonly settings: OauthConfig;
  readonly connections: Connections;
  readonly findPerson: FindPerson;
  /** ProblemError redis_unavailable while its keys cannot be had. */
  provider(): Promise<Provider>;
  /** Answers one request of the protocol. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The claims of an access token of ours. ProblemError unauthorized, redis_unavailable. */
  verify(token: string): Promise<AccessClaims>;
}

export interface AccessClaims {
  readonly accountId: string;
  readonly clientId: string;
  readonly connectionId: string;
  readonly scope: string;
  /** ms since 1970. */
  readonly expiresAt: number;
}

export interface AuthorizationServerDeps {
  readonly settings: OauthConfig;
  readonly redis: Redis;
  readonly keys: Keys;
  readonly vault: Vault;
  readonly findPerson: FindPerson;
  readonly fetchDocument: FetchDocument;
  readonly mayFetch: (address: string) => boolean;
  readonly renderError: NonNullable<Configuration['renderError']>;
  readonly now: () => number;
  readonly logger: Logger;
}

/** So long a process believes that the keys are still those (ms). */
const keysBelievedMs = 60_000;
/** A token with a key that is not known makes us look, but not more often than this (ms). */
const lookAgainMs = 1_000;

interface Current {
  readonly revision: string;
  readonly readAt: number;
  readonly provider: Provider;
  readonly callback: ReturnType<Provider['callback']>;
  readonly publicKeys: JWTVerifyGetKey;
  readonly kids: ReadonlySet<string>;
}

export function createAuthorizationServer(deps: AuthorizationServerDeps): AuthorizationServer {
  const { settings, redis, keys, vault, findPerson, now, logger } = deps;
  const grantSeconds = lifetimes.Grant;
  const connections = createConnections({
    redis,
    keys,
    now,
    idleSeconds: lifetimes.RefreshToken,
    consentSeconds: grantSeconds,
  });
  const registrations = createRegistrations({ redis, keys, now });
  const adapter = createAdapterFactory({
    models: createModelStore({ redis, keys, vault, now, grantSeconds }),
    registrations,
    connections,
    now,
  });
  const keyStore = createServerKeyStore({ redis, keys, vault, now });
  let current: Current | null = null;
  let loading: Promise<Current> | null = null;

  const logFailure = (error: unknown): void => {
    logger.error({ err: error }, 'The authorization server failed');
  };

  const load = (): Promise<Current> => {
    loading ??= withRedis(() => keyStore.load())
      .then(({ keys: held, revision }) => {
        const same = current?.revision === revision ? current : null;
        current = same === null ? build(held, revision) : { ...same, readAt: now() };
        return current;
      })
      .finally(() => {
        loading = null;
      });
    return loading;
  };

  const ready = async (): Promise<Current> => {
    if (current === null) return load();
    if (now() - current.readAt < keysBelievedMs) return current;
    // What was right a minute ago does until Redis is back.
    return load().catch(() => current ?? load());
  };

  function build(held: ServerKeys, revision: string): Current {
    const provider = createProvider({ ...deps, keys: held, adapter, connections });
    addHooks(provider, {
      redis,
      keys,
      vault,
      connections,
      registrations,
      grantIn: async (token, clientId) => {
        const claims = await verify(token).catch(() => null);
        return claims?.clientId === clientId ? claims.connectionId : null;
      },
      onTrouble: (error) => logger.warn({ err: error }, 'The use of a connection is not noted'),
    });
    provider.on('server_error', (_ctx, error) => logFailure(error));
    // Koa's own, which oidc-provider's types do not know; without a listener it writes to the console.
    const app: EventEmitter = provider;
    app.on('error', logFailure);
    const publicKeys = held.signing.map(({ jwk: { d: _secret, ...jwk } }) => jwk);
    return {
      revision,
      readAt: now(),
      provider,
      callback: provider.callback(),
      publicKeys: createLocalJWKSet({ keys: publicKeys }),
      kids: new Set(publicKeys.map(({ kid }) => kid)),
    };
  }

  async function verify(token: string): Promise<AccessClaims> {
    const payload = await verifyJwt({
      token,
      issuer: settings.issuer,
      audiences: [resourceOf(settings)],
      algorithms: ['ES256'],
      type: 'at+jwt',
      now,
      keys: async (header, input) => {
        let known = await ready();
        const isStrange = header.kid !== undefined && !known.kids.has(header.kid);
        if (isStrange && now() - known.readAt > lookAgainMs) known = await load();
        return known.publicKeys(header, input);
      },
    });
    const { sub, scope, exp = 0, client_id: clientId, grant_id: connectionId } = payload;
    if (sub === undefined || typeof clientId !== 'string' || typeof connectionId !== 'string') {
      throw new ProblemError('unauthorized', 'The token is not a sound JWT');
    }
    return {
      accountId: sub,
      clientId,
      connectionId,
      scope: typeof scope === 'string' ? scope : '',
      expiresAt: exp * 1_000,
    };
  }

  return {
    settings,
    connections,
    findPerson,
    verify,
    provider: async () => (await ready()).provider,
    async handle(request, response) {
      const { callback } = await ready();
      await callback(request, response);
    },
  };
}
