/**
 * Whether a `WWW-Authenticate` header asks for more than the token holds. The claims themselves are not looked at, and
 * are kept nowhere. https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function isClaimsChallenge(header: string | null): boolean {
  return header !== null && /\binsufficient_claims\b|\bclaims\s*=/i.test(header);
}
