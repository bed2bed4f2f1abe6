import { EntraFailure } from '../entra-failure.js';

/** A `claims` parameter, as far as it matters here. */
export interface ClaimsRequest {
  /** The client understands claims challenges (`cp1`), so its tokens live long and can be challenged. */
  readonly understandsClaims: boolean;
  /** A challenge asked for a policy or an authentication context: a second factor. */
  readonly needsSecondFactor: boolean;
}

/** https://learn.microsoft.com/entra/identity-platform/claims-challenge */
export function readClaims(text: string | null): ClaimsRequest {
  if (text === null || text === '') return { understandsClaims: false, needsSecondFactor: false };
  const accessToken = memberOf(parse(text), 'access_token');
  const capabilities = memberOf(memberOf(accessToken, 'xms_cc'), 'values');
  return {
    understandsClaims:
      Array.isArray(capabilities) &&
      capabilities.some((value) => String(value).toLowerCase() === 'cp1'),
    needsSecondFactor:
      memberOf(accessToken, 'polids') !== undefined || memberOf(accessToken, 'acrs') !== undefined,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new EntraFailure(
      400,
      'invalid_request',
      9002313,
      "Invalid request. Request is malformed or invalid: 'claims' is no JSON.",
    );
  }
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
