import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { decodeProtectedHeader } from 'jose';
import type { Provider } from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import * as z from 'zod';
import type { Vault } from '../accounts/vault/vault.js';
import { scopes } from '../domain/access/caller.js';
import type { Keys } from '../tasks/keys.js';
import type { Connections } from './connections.js';
import { hashOfId } from './model-store.js';
import { repeatMs, RepeatedRefresh } from './provider-adapter.js';
import type { Registrations } from './registrations.js';

export interface HookDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly vault: Vault;
  readonly connections: Connections;
  readonly registrations: Registrations;
  /** The grant of an access token of ours, if that is what it is and the client's. */
  readonly grantIn: (token: string, clientId: string) => Promise<string | null>;
  /** Is told what could not be written down of an answer that is good all the same. */
  readonly onTrouble: (error: unknown) => void;
}

/** What is done besides, once oidc-provider has answered. */
export function addHooks(provider: Provider, deps: HookDeps): void {
  const refreshes = createRefreshAnswers(deps);
  const failures = new WeakMap<object, unknown>();
  provider.on('grant.error', (ctx, error) => void failures.set(ctx, error));
  provider.use(async (context, next) => {
    await next();
    const ctx = context as KoaContextWithOIDC;
    switch (ctx.oidc?.route) {
      case 'discovery':
        Object.assign(ctx.body as object, { scopes_supported: scopes });
        return;
      case 'token':
        if (failures.get(ctx) instanceof RepeatedRefresh) await refreshes.repeat(ctx);
        else if (ctx.status === 200) await keepToken(ctx).catch(deps.onTrouble);
        return;
      case 'revocation':
        if (ctx.status === 400) await revokeAccessToken(ctx);
        return;
      default:
    }
  });

  async function keepToken(ctx: KoaContextWithOIDC): Promise<void> {
    await refreshes.keep(ctx);
    const { Grant: grant, Client: client } = ctx.oidc.entities;
    const accountId = grant?.accountId;
    if (grant !== undefined && accountId !== undefined) {
      await deps.connections.noteUse({ id: grant.jti, accountId });
    }
    if (client !== undefined) await deps.registrations.noteUse(client.clientId);
  }

  /** RFC 7009, section 2.1: with it goes what it came of. oidc-provider itself does not know tokens that are JWTs. */
  async function revokeAccessToken(ctx: KoaContextWithOIDC): Promise<void> {
    const { client, params } = ctx.oidc;
    const token = params?.['token'];
    if (client === undefined || typeof token !== 'string' || !isJwt(token)) return;
    const grantId = await deps.grantIn(token, client.clientId);
    if (grantId !== null) await deps.connections.end(grantId);
    ctx.status = 200;
    ctx.body = '';
  }
}

function isJwt(token: string): boolean {
  try {
    return decodeProtectedHeader(token).alg !== undefined;
  } catch {
    return false;
  }
}

const answerSchema = z.object({
  request: z.string(),
  grantId: z.string(),
  body: z.record(z.string(), z.unknown()),
});

/** The other request of the same token is under way. */
const waitMs = 3_000;
const lookEveryMs = 50;

/**
 * A host that has lost the answer to a refresh, or asks twice at once, gets the same answer again for some seconds. So it
 * is not taken for a thief; and a thief who is as quick holds the same token as the host, and is found out at the next use.
 */
function createRefreshAnswers({ redis, keys, vault, connections }: HookDeps) {
  const purpose = 'oauth refresh answer';

  return {
    async keep(ctx: KoaContextWithOIDC): Promise<void> {
      const token = refreshTokenIn(ctx);
      const grantId = ctx.oidc.entities.Grant?.jti;
      if (token === null || grantId === undefined) return;
      const hash = hashOfId(token);
      const text = JSON.stringify({ request: askedIn(ctx), grantId, body: ctx.body });
      const sealed = vault.seal(purpose, hash, text);
      await redis.set(keys.oauthRefreshAnswer(hash), sealed, 'PX', repeatMs);
    },
    async repeat(ctx: KoaContextWithOIDC): Promise<void> {
      const token = refreshTokenIn(ctx);
      if (token === null) return;
      const hash = hashOfId(token);
      const until = performance.now() + waitMs;
      for (;;) {
        const sealed = await redis.get(keys.oauthRefreshAnswer(hash));
        if (sealed !== null) {
          const answer = answerSchema.parse(JSON.parse(vault.open(purpose, hash, sealed)));
          if (answer.request !== askedIn(ctx)) return;
          // What has ended meanwhile gives no token any more, not even one that counts nowhere.
          if ((await connections.find(answer.grantId)) === null) return;
          ctx.status = 200;
          ctx.body = answer.body;
          return;
        }
        if (performance.now() > until) return;
        await wait(lookEveryMs);
      }
    },
  };
}

function refreshTokenIn({ oidc }: KoaContextWithOIDC): string | null {
  const { grant_type: kind, refresh_token: token } = oidc.params ?? {};
  return kind === 'refresh_token' && typeof token === 'string' ? token : null;
}

/** Another client, or other wishes, are another request. */
function askedIn({ oidc }: KoaContextWithOIDC): string {
  const { scope, resource } = oidc.params ?? {};
  return JSON.stringify([oidc.client?.clientId, scope ?? null, resource ?? null]);
}
