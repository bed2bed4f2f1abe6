/** What goes with every answer: no guessing of types, no frames, no use by pages of other sites. */
const always = [
  'X-Content-Type-Options',
  'nosniff',
  'X-Frame-Options',
  'DENY',
  'Cross-Origin-Resource-Policy',
  'same-origin',
] as const;

/** No other window has a hold on one of ours. */
const alone = ['Cross-Origin-Opener-Policy', 'same-origin'] as const;

/** Answers hold data: nothing in them may load or run, and no address of ours is told. */
const data = [
  ...always,
  'Referrer-Policy',
  'no-referrer',
  'Content-Security-Policy',
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
] as const;

/**
 * A page has its own Content-Security-Policy. Its address is told to our own pages alone; told to nobody, browsers would
 * not say either where its forms come from.
 */
const page = [...always, 'Referrer-Policy', 'same-origin'] as const;

export const safeDataHeaders: readonly string[] = [...data, ...alone];

const safePageHeaders: readonly string[] = [...page, ...alone];

/** The headers for an answer to a request for `target`. */
export function safeHeadersFor(target: string | undefined, isPage: boolean): readonly string[] {
  // A host's page opens these in a window and waits for it: cut off from it, it would wait for ever.
  const isSignIn = target?.startsWith('/oauth/') === true;
  if (isSignIn) return isPage ? page : data;
  return isPage ? safePageHeaders : safeDataHeaders;
}
