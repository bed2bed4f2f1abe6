/** What goes with every answer: no guessing of types, no frames, no use by pages of other sites. */
const always = [
  'X-Content-Type-Options',
  'nosniff',
  'X-Frame-Options',
  'DENY',
  'Cross-Origin-Resource-Policy',
  'same-origin',
] as const;

/** Nobody is told our addresses. */
const untold = ['Referrer-Policy', 'no-referrer'] as const;

/** No other window has a hold on one of ours. */
const alone = ['Cross-Origin-Opener-Policy', 'same-origin'] as const;

/** Answers hold data, so nothing in them may load or run; a page sends its own Content-Security-Policy. */
const data = [
  ...always,
  ...untold,
  'Content-Security-Policy',
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
] as const;

export const safeDataHeaders: readonly string[] = [...data, ...alone];

/** What an answer says of itself, and is not said again. */
export interface OwnHeaders {
  readonly policy: boolean;
  readonly referrer: boolean;
}

/** The headers for an answer to a request for `target`. */
export function safeHeadersFor(target: string | undefined, own: OwnHeaders): readonly string[] {
  // A host's page opens these in a window and waits for it: cut off from it, it would wait for ever.
  const isSignIn = target?.startsWith('/oauth/') === true;
  if (!own.policy) return isSignIn ? data : safeDataHeaders;
  return [...always, ...(own.referrer ? [] : untold), ...(isSignIn ? [] : alone)];
}
