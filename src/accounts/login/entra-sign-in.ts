import type { AuthenticationResult } from '@azure/msal-node';
import type { PersonId } from '../../domain/access/caller.js';
import type { SignInFlow } from '../../domain/accounts/account.js';
import { createMsalClient, type MsalClientOptions } from '../msal/create-msal-client.js';
import { createMemoryCache } from '../msal/memory-cache.js';
import { createSignInNetwork } from '../sign-in-network.js';
import { askEntra } from './ask-entra.js';
import type { ReadRefusal } from './entra-words.js';
import { readSignedIn, type SignedIn } from './signed-in.js';

export interface EntraSignInOptions {
  readonly azure: MsalClientOptions['azure'];
  /** As MSAL takes them: with the address of Graph in front. */
  readonly scopes: readonly string[];
  readonly timeoutMs: number;
  readonly fetch?: typeof fetch;
  /** ms since the epoch. */
  readonly now: () => number;
}

/** For whom a sign-in is. */
export interface SignInFor {
  /** Null: the person who signs in. */
  readonly owner: string | null;
  readonly expect: PersonId | null;
}

export type SignInAnswer =
  Extract<SignedIn, { readonly kind: 'signedIn' }> | ({ readonly kind: 'refused' } & ReadRefusal);

export interface CodeToRedeem extends SignInFor {
  readonly code: string;
  readonly callbackUrl: string;
  readonly verifier: string;
  readonly nonce: string;
}

/** Redeems an authorization code: once, for it counts once. Rejects with a GraphError where no answer came. */
export type RedeemCode = (code: CodeToRedeem) => Promise<SignInAnswer>;

export function createRedeemCode(options: EntraSignInOptions): RedeemCode {
  const { azure, scopes } = options;
  return async ({ code, callbackUrl, verifier, nonce, ...who }) => {
    const network = createSignInNetwork({
      fetch: options.fetch ?? fetch,
      timeoutMs: options.timeoutMs,
    });
    const cache = createMemoryCache();
    const client = createMsalClient({ azure, network, cache: cache.plugin });
    const answer = await askEntra(
      () =>
        client.acquireTokenByCode({
          code,
          scopes: [...scopes],
          redirectUri: callbackUrl,
          codeVerifier: verifier,
          nonce,
        }),
      network,
    );
    if ('kind' in answer) return answer;
    return toAnswer(options, answer, cache.text(), { ...who, flow: 'code', nonce });
  };
}

/** What a sign-in gave, once it is known for whom it is. */
export function toAnswer(
  { azure, now }: EntraSignInOptions,
  result: AuthenticationResult,
  cache: string,
  who: SignInFor & { readonly flow: SignInFlow; readonly nonce: string | null },
): SignInAnswer {
  const { owner, expect, flow, nonce } = who;
  const read = readSignedIn(result, cache, {
    ...azure,
    owner,
    flow,
    nonce,
    person: expect,
    now: now(),
  });
  if (read.kind === 'signedIn') return read;
  return { kind: 'refused', code: read.code === 'untrusted' ? 'refused' : read.code, said: null };
}
