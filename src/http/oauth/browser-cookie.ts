import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { HeaderPairs } from '../send.js';

/** The browser of a sign-in: only the one that began may bring Microsoft's answer. */
export interface SignInBrowser {
  /** SHA-256 of the cookie, base64url: all that is kept of it. */
  readonly hash: string;
  /** Gives the cookie to a browser that has none. */
  readonly headers: HeaderPairs;
}

const name = 'tandem_login';
const pattern = /^[\w-]{43}$/;
const lifetimeSeconds = 3_600;

export function signInBrowserOf(request: IncomingMessage, isSecure: boolean): SignInBrowser {
  const known = readSignInBrowser(request);
  if (known !== null) return { hash: known, headers: [] };
  const value = randomBytes(32).toString('base64url');
  const attributes = `Path=/oauth; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return { hash: hashOf(value), headers: ['Set-Cookie', `${name}=${value}; ${attributes}`] };
}

/** Null: this browser has begun nothing. */
export function readSignInBrowser({ headers }: IncomingMessage): string | null {
  for (const part of (headers.cookie ?? '').split(';')) {
    const [key, value = ''] = part.trim().split('=', 2);
    if (key === name && pattern.test(value)) return hashOf(value);
  }
  return null;
}

/** Takes the cookie away, so that a sign-in that is over is not found by it. */
export const forgetSignInBrowser: HeaderPairs = [
  'Set-Cookie',
  `${name}=; Path=/oauth; Max-Age=0; HttpOnly; SameSite=Lax`,
];

function hashOf(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}
