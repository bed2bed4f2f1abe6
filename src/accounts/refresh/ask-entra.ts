import { InteractionRequiredAuthError } from '@azure/msal-node';
import type { AgentSignIn } from '../../config/azure.js';
import { acquire, type AcquiredToken, type AcquireDeps } from '../msal/acquire.js';
import type { SignInName } from '../sign-in-failure.js';

export interface AskDeps extends AcquireDeps {
  /** The origin of Graph; tokens are for all that was granted there. */
  readonly graphOrigin: string;
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
export function askForApp(deps: AskDeps, claims: string | null): Promise<AcquiredToken> {
  return acquire(deps, {
    ask: (client) =>
      client.acquireTokenByClientCredential({
        scopes: [`${deps.graphOrigin}/.default`],
        ...(claims !== null && { claims }),
      }),
  });
}

/** With the refresh token in MSAL's cache, which is replaced by the one that comes with the answer. */
export function askSilently(
  deps: AskDeps,
  request: {
    readonly accountId: string;
    readonly who: SignInName;
    readonly cache: string;
    readonly claims: string | null;
  },
): Promise<AcquiredToken> {
  const { accountId, who, cache, claims } = request;
  return acquire(deps, {
    who,
    cache,
    ask: async (client) => {
      const accounts = await client.getTokenCache().getAllAccounts();
      const account = accounts.find(({ homeAccountId }) => isSame(homeAccountId, accountId));
      if (account === undefined) {
        throw new InteractionRequiredAuthError('no_tokens_found', '');
      }
      return client.acquireTokenSilent({
        account,
        // Whatever was consented to by now.
        scopes: [`${deps.graphOrigin}/.default`],
        forceRefresh: true,
        ...(claims !== null && { claims }),
      });
    },
  });
}

/**
 * Without a page, so without a second factor and without consent.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc
 */
export function askWithPassword(
  deps: AskDeps,
  request: { readonly agent: AgentSignIn; readonly claims: string | null },
): Promise<AcquiredToken> {
  const { agent, claims } = request;
  return acquire(deps, {
    who: agent.userName,
    ask: (client) =>
      client.acquireTokenByUsernamePassword({
        // What was consented to once goes on when we come to ask people for more.
        scopes: [`${deps.graphOrigin}/.default`],
        username: agent.userName,
        password: agent.password.reveal(),
        ...(claims !== null && { claims }),
      }),
  });
}

function isSame(homeAccountId: string, accountId: string): boolean {
  return homeAccountId.toLowerCase() === accountId.toLowerCase();
}
