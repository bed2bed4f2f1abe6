import { createHash } from 'node:crypto';

export interface AuthorizeRequest {
  /** An origin. */
  readonly authorityHost: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly callbackUrl: string;
  readonly scopes: readonly string[];
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly loginHint: string | null;
}

/** What MSAL asks besides what it is told to, and needs for its cache. */
const alwaysAsked = ['openid', 'profile', 'offline_access'];

/**
 * Where a person signs in: authorization code with PKCE. Somebody always chooses the account, so that no link signs anybody
 * in who only opened it. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export function authorizeUrl(request: AuthorizeRequest): string {
  const { authorityHost, tenantId, loginHint } = request;
  const path = `${encodeURIComponent(tenantId)}/oauth2/v2.0/authorize`;
  const url = new URL(path, `${authorityHost}/`);
  url.search = new URLSearchParams({
    client_id: request.clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: request.callbackUrl,
    scope: [...new Set([...alwaysAsked, ...request.scopes])].join(' '),
    state: request.state,
    nonce: request.nonce,
    code_challenge: challengeOf(request.verifier),
    code_challenge_method: 'S256',
    client_info: '1',
    prompt: 'select_account',
    claims: JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } }),
    ...(loginHint !== null && { login_hint: loginHint }),
  }).toString();
  return url.href;
}

/** RFC 7636, section 4.2. */
function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}
