import type { AzureConfig } from '../config/azure.js';
import { createMsalClient } from './msal/create-msal-client.js';
import { stillPaused, toSignInError } from './sign-in-failure.js';
import { createSignInNetwork } from './sign-in-network.js';

export interface AppTokenOptions extends Pick<
  AzureConfig,
  'tenantId' | 'clientId' | 'credential' | 'authorityHost'
> {
  /** The origin of Graph; the token is for all that the app may do there. */
  readonly graphOrigin: string;
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

interface HeldToken {
  readonly token: string;
  readonly acquiredAt: number;
  readonly expiresAt: number;
  renewAt: number;
}

const renewBeforeMs = 5 * 60_000;
const renewAgainMs = 10_000;
/** A token that is refused this soon would not be better the next time; Entra stops apps that ask in a loop (AADSTS50196). */
const youngMs = 5_000;
/** Long enough for the request that the token is for. */
const stillGoodMs = 60_000;

/**
 * The app's own access token for Graph (client credentials), kept until shortly before its end and asked for once
 * however many wait for it. `fresh`: Graph refused the last one. Rejects with a GraphError that says what to do.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export function createAppTokenProvider(
  options: AppTokenOptions,
): (request?: { readonly fresh?: boolean }) => Promise<string> {
  const now = options.now ?? Date.now;
  let held: HeldToken | undefined;
  let underWay: Promise<HeldToken> | undefined;
  let pausedUntil = 0;

  const renew = async (): Promise<HeldToken> => {
    if (now() < pausedUntil) throw stillPaused(pausedUntil - now());
    // An application of its own for each sign-in: a kept one remembers a Retry-After and then fails without a reason.
    const network = createSignInNetwork({
      fetch: options.fetch ?? fetch,
      timeoutMs: options.timeoutMs ?? 10_000,
    });
    try {
      const result = await createMsalClient({
        azure: options,
        network,
      }).acquireTokenByClientCredential({
        scopes: [`${options.graphOrigin}/.default`],
      });
      if (result === null) throw new TypeError('MSAL gave neither token nor error');
      return toHeld(result.accessToken, now(), result.expiresOn?.getTime() ?? now());
    } catch (error) {
      const failure = toSignInError(error, network.trouble());
      if (failure.retryAfterMs !== null) pausedUntil = now() + failure.retryAfterMs;
      throw failure;
    }
  };

  const renewOnce = (): Promise<HeldToken> => {
    underWay ??= renew().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };

  return async ({ fresh = false } = {}) => {
    const current = held;
    if (current !== undefined && isUsable(current, fresh, now())) return current.token;
    try {
      held = await renewOnce();
      return held.token;
    } catch (error) {
      if (fresh || current === undefined || current.expiresAt - now() < stillGoodMs) throw error;
      current.renewAt = now() + renewAgainMs;
      return current.token;
    }
  };
}

function isUsable(held: HeldToken, fresh: boolean, now: number): boolean {
  return fresh ? now - held.acquiredAt < youngMs : now < held.renewAt;
}

function toHeld(token: string, acquiredAt: number, expiresAt: number): HeldToken {
  const early = Math.min(renewBeforeMs, (expiresAt - acquiredAt) / 5);
  return { token, acquiredAt, expiresAt, renewAt: expiresAt - early };
}
