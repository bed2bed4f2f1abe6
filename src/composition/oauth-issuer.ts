import type { OauthConfig } from '../config/oauth.js';
import type { TokenIssuer } from '../http/protected-resource.js';

/** Where hosts are told to ask for tokens. */
export function oauthIssuer({ issuer, personScopes }: OauthConfig): TokenIssuer {
  return { issuer: () => issuer, scopes: personScopes };
}
