import { randomBytes } from 'node:crypto';
import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import type { OAuthClientMetadata } from '@modelcontextprotocol/sdk/shared/auth.js';
import type { CallbackListener } from './callback-listener.js';
import { isLoopback } from './is-loopback.js';
import type { KeptLogins } from './kept-login.js';

/** Time for a person to sign in. */
const signInMs = 10 * 60_000;

/** A login in the browser, as the MCP SDK's OAuth client wants it. */
export interface BrowserLogin extends OAuthClientProvider {
  /** The code of the login that was begun last. */
  code(): Promise<string>;
}

export function createBrowserLogin({
  kept,
  listener,
  show,
}: {
  readonly kept: KeptLogins;
  readonly listener: CallbackListener;
  /** Shows the person the address. */
  readonly show: (url: URL) => Promise<void>;
}): BrowserLogin {
  let verifier = '';
  let state = '';
  let arriving: Promise<string> | null = null;
  const clientMetadata: OAuthClientMetadata = {
    client_name: 'Tandem bridge for desktop hosts',
    redirect_uris: [listener.redirectUrl],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  };
  return {
    redirectUrl: listener.redirectUrl,
    clientMetadata,
    state() {
      state = randomBytes(32).toString('base64url');
      return state;
    },
    clientInformation: () => kept.read().client,
    saveClientInformation: (client) => kept.change((before) => ({ ...before, client })),
    tokens: () => kept.read().tokens,
    saveTokens: (tokens) => kept.change((before) => ({ ...before, tokens })),
    saveCodeVerifier(codeVerifier) {
      verifier = codeVerifier;
    },
    codeVerifier: () => verifier,
    async redirectToAuthorization(url) {
      requireWebPage(url);
      arriving = listener.code(state, signInMs);
      // It is waited for later; that it failed is told then.
      arriving.catch(() => undefined);
      await show(url);
    },
    invalidateCredentials(scope) {
      kept.change((before) => {
        if (scope === 'all') return {};
        const { client, tokens } = before;
        return {
          ...(scope !== 'client' && client !== undefined && { client }),
          ...(scope !== 'tokens' && tokens !== undefined && { tokens }),
        };
      });
    },
    code: () => arriving ?? Promise.reject(new Error('No login was begun')),
  };
}

/** The server names the address, and it is opened like one that the person clicked: nothing but a web page may be meant. */
function requireWebPage({ protocol, hostname }: URL): void {
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) return;
  throw new Error(`The server sends to ${protocol} to sign in, which is not opened`);
}
