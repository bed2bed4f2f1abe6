import type { ClaimsChallenge } from './graph-request.js';

/** Longer than any real one; what a sign-in would refuse anyway. */
const longestClaims = 8_192;

/**
 * What a `WWW-Authenticate` header asks for beyond what the token holds; null: nothing. The claims come as base64 of JSON.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function readClaimsChallenge(header: string | null): ClaimsChallenge | null {
  if (header === null || !/\binsufficient_claims\b|\bclaims\s*=/i.test(header)) return null;
  const [, quoted, bare] = /\bclaims\s*=\s*(?:"([^"]*)"|([\w+/=-]+))/i.exec(header) ?? [];
  const encoded = quoted ?? bare ?? '';
  return { claims: encoded.length > longestClaims ? null : decode(encoded) };
}

function decode(encoded: string): string | null {
  // Both alphabets of base64 are seen.
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? text : null;
  } catch {
    return null;
  }
}
