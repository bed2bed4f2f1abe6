import type { IncomingMessage } from 'node:http';
import { browserHashOf, newLoginCookie } from '../login-cookie.js';
import type { HeaderPairs } from '../send.js';

/** The browser of a sign-in: only the one that began may bring Microsoft's answer. */
export interface SignInBrowser {
  /** As in `BeginLogin.browserHash`. */
  readonly hash: string;
  /** Gives the cookie to a browser that has none. */
  readonly headers: HeaderPairs;
}

export function signInBrowserOf(request: IncomingMessage, isSecure: boolean): SignInBrowser {
  const known = browserHashOf(request);
  return known === null ? newSignInBrowser(isSecure) : { hash: known, headers: [] };
}

/**
 * With a new cookie whatever the browser brings: where the cookie alone decides who is signed in afterwards, it must not be
 * one that somebody else has put there.
 */
export function newSignInBrowser(isSecure: boolean): SignInBrowser {
  const { hash, header } = newLoginCookie({ isSecure });
  return { hash, headers: ['Set-Cookie', header] };
}

/** Takes the cookie away, so that a sign-in that is over is not found by it. */
export const forgetSignInBrowser: HeaderPairs = [
  'Set-Cookie',
  'tandem_login=; Path=/oauth; Max-Age=0; HttpOnly; SameSite=Lax',
];
