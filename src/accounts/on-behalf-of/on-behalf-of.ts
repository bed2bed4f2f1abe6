import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { ClaimsRequiredError } from '../../domain/claims-required-error.js';
import { GraphError } from '../../domain/graph-error.js';
import { refreshTime } from '../../domain/accounts/refresh-time.js';
import type { GraphAccount } from '../../graph/gateway/graph-account.js';
import type { Keys } from '../../tasks/keys.js';
import type { TokenRequest } from '../access-tokens.js';
import type { AccountTurns } from '../account-turns.js';
import { createHeldTokens, endOfUse } from '../held-tokens.js';
import { acquire } from '../msal/acquire.js';
import type { AskDeps } from '../refresh/ask-entra.js';
import { claimsIn, signInError } from '../sign-in-failure.js';
import { parseStoredToken, type StoredToken } from '../stored-token.js';
import type { Vault } from '../vault/vault.js';

type Person = Extract<GraphAccount, { readonly kind: 'on_behalf_of' }>;

/** Access tokens for Graph in the name of whoever calls, for the token that they sent us. */
export interface OnBehalfOf {
  /** Rejects with a GraphError; with a ClaimsRequiredError where the caller has to sign in anew, and to say so. */
  get(person: Person, request?: TokenRequest): Promise<string>;
}

export interface OnBehalfOfDeps extends AskDeps {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly vault: Vault;
  readonly turns: AccountTurns;
}

const purpose = 'on-behalf-of token';
/** What callers send lives about as long; after that they send something else. */
const longestKeptMs = 3_600_000;
const pollMs = 50;
const patienceMs = 12_000;
const youngMs = 5_000;

/**
 * One exchange for all who call with the same token, in all processes. No refresh token is kept: a new token of the caller
 * is a new exchange. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export function createOnBehalfOf(deps: OnBehalfOfDeps): OnBehalfOf {
  const { redis, keys, vault, turns, now } = deps;
  const held = createHeldTokens(now);
  const underWay = new Map<string, Promise<StoredToken>>();

  const read = async (id: string, hash: string): Promise<StoredToken | null> => {
    const sealed = await redis.get(keys.onBehalfOf(id, hash));
    if (sealed === null) return null;
    return parseStoredToken(vault.open(purpose, `${id} ${hash}`, sealed));
  };

  const keep = async (id: string, hash: string, token: StoredToken): Promise<void> => {
    const ttl = Math.floor(Math.min(token.expiresAt - now(), longestKeptMs));
    const sealed = vault.seal(purpose, `${id} ${hash}`, JSON.stringify(token));
    if (ttl > 0) await redis.set(keys.onBehalfOf(id, hash), sealed, 'PX', ttl);
  };

  const exchange = async (person: Person, request: TokenRequest): Promise<StoredToken> => {
    const { id, assertion } = person;
    const wanted = request.claims;
    let claims: string | null = null;
    try {
      const got = await acquire(deps, {
        who: 'the caller',
        ask: (client) =>
          client.acquireTokenOnBehalfOf({
            oboAssertion: assertion(),
            scopes: [`${deps.graphOrigin}/.default`],
            skipCache: true,
            ...(wanted !== undefined && { claims: wanted }),
          }),
        onRefusal: (error) => {
          claims = claimsIn(error);
        },
      });
      const homeAccountId = got.result.account?.homeAccountId.toLowerCase();
      if (homeAccountId !== undefined && homeAccountId !== id.toLowerCase()) throw notThem();
      const { accessToken: token, issuedAt, expiresAt } = got;
      const refreshAt = refreshTime({ issuedAt, expiresAt });
      const answersChallenge = wanted !== undefined;
      return { token, issuedAt, expiresAt, refreshAt, revision: issuedAt, answersChallenge };
    } catch (error) {
      if (!(error instanceof GraphError) || error.code !== 'reauth_required') throw error;
      const asked = claims ?? wanted;
      // What Graph wanted is passed on where Entra ID names nothing else.
      if (asked === undefined) throw error;
      throw new ClaimsRequiredError(error, () => asked);
    }
  };

  const obtain = async (
    person: Person,
    hash: string,
    request: TokenRequest,
  ): Promise<StoredToken> => {
    const { id } = person;
    const mine = held.get(nameOf(id, hash))?.token ?? (await read(id, hash));
    const after = mine?.revision ?? 0;
    const found = async (): Promise<StoredToken | null> => {
      const token = await read(id, hash);
      if (token === null || now() >= endOfUse(token)) return null;
      return request.fresh === true && token.revision <= after ? null : token;
    };
    const end = now() + patienceMs;
    for (;;) {
      const others = await found();
      if (others !== null) return others;
      const turn = await turns.take(nameOf(id, hash), async () => {
        const meanwhile = await found();
        if (meanwhile !== null) return meanwhile;
        const exchanged = await exchange(person, request);
        const token = { ...exchanged, revision: Math.max(exchanged.issuedAt, after + 1) };
        await keep(id, hash, token);
        return token;
      });
      if (turn !== null) return turn.result;
      if (now() >= end) throw notInTime();
      await sleep(pollMs * (0.5 + Math.random()));
    }
  };

  return {
    async get(person, request = {}) {
      const hash = createHash('sha256').update(person.assertion()).digest('base64url');
      const name = nameOf(person.id, hash);
      const mine = held.get(name);
      const isFresh = request.fresh === true;
      if (mine !== undefined) {
        const isYoung = now() - mine.gotAt < youngMs;
        if (isFresh ? isYoung : now() < endOfUse(mine.token)) return mine.token.token;
      }
      const wish = `${name} ${isFresh ? 'fresh' : ''}`;
      let running = underWay.get(wish);
      if (running === undefined) {
        running = obtain(person, hash, request).finally(() => underWay.delete(wish));
        underWay.set(wish, running);
      }
      const token = await running;
      held.keep(name, token);
      return token.token;
    },
  };
}

function nameOf(id: string, hash: string): string {
  return `${id}:${hash}`;
}

function notThem(): GraphError {
  return signInError({
    code: 'unexpected',
    message: 'Microsoft Entra ID gave a token of somebody else than the caller',
    advice: 'Look at the log of the server: the token of the caller was not checked as it should.',
  });
}

function notInTime(): GraphError {
  return signInError({
    code: 'timeout',
    message: 'Another process did not get an access token for the caller in time',
    advice: 'Nothing to do unless it lasts: the next call tries again.',
    retryAfterMs: 1_000,
  });
}
