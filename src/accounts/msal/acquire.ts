import type { AuthenticationResult, ConfidentialClientApplication } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import type { AzureConfig } from '../../config/azure.js';
import { toSignInError, type SignInName } from '../sign-in-failure.js';
import { createSignInNetwork } from '../sign-in-network.js';
import { createMemoryCache, type MemoryCache } from './memory-cache.js';
import { createMsalClient } from './create-msal-client.js';

export interface AcquireDeps {
  readonly azure: AzureConfig;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly now: () => number;
}

/** A token as Entra ID gave it. Times in ms since the epoch. */
export interface AcquiredToken {
  readonly accessToken: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** Delegated permissions by their names, or the app's roles. */
  readonly scopes: readonly string[];
  readonly result: AuthenticationResult;
  /** MSAL's cache after it. */
  readonly cache: string;
}

const defaultTimeoutMs = 10_000;

/**
 * One sign-in, tried once, with a client of its own. Rejects with a GraphError that tells in words what is wrong with the
 * sign-in of `who`; `onRefusal` gets MSAL's own error before that.
 */
export async function acquire(
  deps: AcquireDeps,
  request: {
    readonly who?: SignInName;
    /** MSAL's cache of the account, serialized; left out: an empty one. */
    readonly cache?: string;
    readonly ask: (
      client: ConfidentialClientApplication,
      cache: MemoryCache,
    ) => Promise<AuthenticationResult | null>;
    readonly onRefusal?: (error: unknown) => void;
  },
): Promise<AcquiredToken> {
  const issuedAt = deps.now();
  const cache = createMemoryCache(request.cache);
  const network = createSignInNetwork({
    fetch: deps.fetch ?? fetch,
    timeoutMs: deps.timeoutMs ?? defaultTimeoutMs,
  });
  try {
    const client = createMsalClient({ azure: deps.azure, network, cache: cache.plugin });
    const result = await request.ask(client, cache);
    if (result === null) throw new TypeError('MSAL gave neither token nor error');
    return {
      accessToken: result.accessToken,
      issuedAt,
      expiresAt: result.expiresOn?.getTime() ?? issuedAt,
      scopes: permissionsOf(result),
      result,
      cache: withoutAccessTokens(cache.text()),
    };
  } catch (error) {
    request.onRefusal?.(error);
    throw toSignInError(error, network.trouble(), request.who);
  }
}

/** Entra names `.default` beside what it stands for. */
const notOfGraph: ReadonlySet<string> = new Set([
  'openid',
  'profile',
  'email',
  'offline_access',
  '.default',
]);

/** What a token is good for at Graph, by its names alone. */
export function permissionsOf({
  scopes,
  accessToken,
  account,
}: AuthenticationResult): readonly string[] {
  if (account === null) return rolesIn(accessToken);
  return scopes
    .map((scope) => scope.slice(scope.lastIndexOf('/') + 1))
    .filter((name) => !notOfGraph.has(name));
}

/** A token for Graph need not be readable for us; where it is, it says what the app may do. */
function rolesIn(accessToken: string): readonly string[] {
  try {
    const { roles } = decodeJwt(accessToken);
    return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string').toSorted() : [];
  } catch {
    return [];
  }
}

/** Access tokens are kept beside the cache, once. */
function withoutAccessTokens(cache: string): string {
  if (cache === '') return '';
  const { AccessToken: _, ...rest } = JSON.parse(cache) as Record<string, unknown>;
  return JSON.stringify({ ...rest, AccessToken: {} });
}
