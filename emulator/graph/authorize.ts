import { InvalidToken } from '../entra/access-tokens.js';
import type { Caller } from '../entra/caller.js';
import { GraphFailure } from './graph-failure.js';

/** The caller behind an Authorization header; 401 in Graph's words otherwise. */
export async function authorize(
  header: string | undefined,
  verify: (token: string) => Promise<Caller>,
): Promise<Caller> {
  const [scheme, token] = (header ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined || token === '') {
    throw unauthenticated('Access token is empty.');
  }
  try {
    return await verify(token);
  } catch (error) {
    if (error instanceof InvalidToken) throw unauthenticated(error.message, error.claims);
    throw error;
  }
}

/** With `claims`, what a fresh token has to prove: https://learn.microsoft.com/entra/identity-platform/claims-challenge */
function unauthenticated(message: string, claims?: string): GraphFailure {
  const challenge =
    claims === undefined
      ? ''
      : `, error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
  return new GraphFailure(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"${challenge}`,
  });
}
