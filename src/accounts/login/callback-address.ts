import { ProblemError } from '../../domain/problem.js';

/** Where Microsoft may send a browser back. */
export interface AllowedCallbacks {
  /** Origins. */
  readonly baseUrls: readonly string[];
  /** This machine as well, at any port: for development. */
  readonly allowsLoopback: boolean;
}

export const callbackPath = '/oauth/callback';

const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The redirect URI of a base address; null: browsers must not be sent there. */
export function toCallbackUrl(baseUrl: string, allowed: AllowedCallbacks): string | null {
  if (!URL.canParse(baseUrl)) return null;
  const url = new URL(baseUrl);
  const isOrigin =
    url.pathname === '/' && url.search + url.hash + url.username + url.password === '';
  if (!isOrigin || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  const isAllowed =
    allowed.baseUrls.includes(url.origin) ||
    (allowed.allowsLoopback && loopbackHost.test(url.hostname));
  return isAllowed ? `${url.origin}${callbackPath}` : null;
}

/** The redirect URI for a base address that a caller named in `field`, or for our own. */
export type CallbackUrl = (named?: { readonly baseUrl: string; readonly field: string }) => string;

/** `ownBaseUrl`: where this server is reached as far as it knows; it need not know before it is asked. */
export function createCallbackUrl(
  allowed: AllowedCallbacks,
  ownBaseUrl: () => string,
): CallbackUrl {
  return (named) => {
    if (named === undefined) return `${ownBaseUrl()}${callbackPath}`;
    const url = toCallbackUrl(named.baseUrl, allowed);
    if (url !== null) return url;
    const loopback = allowed.allowsLoopback ? ['http://localhost:<port>'] : [];
    const known = [...allowed.baseUrls, ...loopback].join(', ') || 'none';
    const message = `must be one of ${known}; whoever runs this server allows others with CALLBACK_BASE_URLS`;
    throw new ProblemError('invalid_input', `${named.field}: ${message}`, {
      errors: [{ field: named.field, message }],
    });
  };
}
