/**
 * What goes with every answer: no guessing of types, no frames, no referrer, no use by pages of other sites. Answers hold
 * data, so nothing in them may load or run; a page sends its own Content-Security-Policy.
 */
export const safeHeaders: readonly string[] = [
  'X-Content-Type-Options',
  'nosniff',
  'X-Frame-Options',
  'DENY',
  'Referrer-Policy',
  'no-referrer',
  'Cross-Origin-Resource-Policy',
  'same-origin',
  'Cross-Origin-Opener-Policy',
  'same-origin',
];

export const safeDataHeaders: readonly string[] = [
  ...safeHeaders,
  'Content-Security-Policy',
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
];
