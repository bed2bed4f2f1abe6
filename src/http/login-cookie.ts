import type { IncomingMessage } from 'node:http';
import { hashOf, newRandomText } from '../accounts/login/random-text.js';

/** Tells a browser that began a sign-in from all others. Only its hash is kept here. */
export interface LoginCookie {
  /** As in `Login.browserHash`. */
  readonly hash: string;
  /** The header `Set-Cookie`. */
  readonly header: string;
}

const name = 'tandem_login';
const livesSeconds = 3_600;

/** A cookie for a browser that has none. Lax: it has to come along when Microsoft sends the browser back. */
export function newLoginCookie({ isSecure }: { readonly isSecure: boolean }): LoginCookie {
  const value = newRandomText();
  const secure = isSecure ? '; Secure' : '';
  return {
    hash: hashOf(value),
    header: `${name}=${value}; Path=/oauth; Max-Age=${livesSeconds}; HttpOnly; SameSite=Lax${secure}`,
  };
}

/** The hash of the browser's cookie; null: it brings none that could be ours. */
export function browserHashOf({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  for (const part of (headers.cookie ?? '').split(';')) {
    const [key, value = ''] = part.split('=', 2).map((text) => text.trim());
    if (key === name && /^[\w-]{43}$/.test(value)) return hashOf(value);
  }
  return null;
}
