const lifePart = 0.8;
const beforeEndMs = 5 * 60_000;
/** Where five minutes are most of a token's life. */
const leastPart = 0.5;

/**
 * When an access token is renewed: after four fifths of its life or five minutes before its end, whichever is earlier, but
 * not in the first half of it. All in ms since the epoch.
 */
export function refreshTime({
  issuedAt,
  expiresAt,
}: {
  readonly issuedAt: number;
  readonly expiresAt: number;
}): number {
  const life = Math.max(0, expiresAt - issuedAt);
  const wanted = Math.min(issuedAt + life * lifePart, expiresAt - beforeEndMs);
  return Math.floor(Math.max(wanted, issuedAt + life * leastPart));
}
