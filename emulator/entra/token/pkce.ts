import { createHash } from 'node:crypto';
import { EntraFailure } from '../entra-failure.js';

export interface CodeChallenge {
  readonly value: string;
  readonly method: 'S256' | 'plain';
}

const ALLOWED = /^[A-Za-z0-9\-._~]{43,128}$/;

/** The challenge of an authorization request; null without one. A missing method means plain. */
export function readChallenge(query: URLSearchParams): CodeChallenge | null {
  const value = query.get('code_challenge');
  const method = query.get('code_challenge_method') ?? 'plain';
  if (value === null || value === '') return null;
  if (method !== 'S256' && method !== 'plain') {
    throw invalid(
      9002313,
      `Invalid request. Request is malformed or invalid: code_challenge_method '${method}'.`,
    );
  }
  if (!ALLOWED.test(value)) throw invalid(501491, 'Invalid size of Code_Challenge parameter.');
  return { value, method };
}

/** Whether who redeems a code is who asked for it; throws `EntraFailure`. */
export function checkVerifier(challenge: CodeChallenge | null, verifier: string | null): void {
  if (challenge === null) {
    if (verifier === null) return;
    throw mismatch(
      50148,
      'The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.',
    );
  }
  if (verifier === null || !ALLOWED.test(verifier)) {
    throw mismatch(
      50148,
      'The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.',
    );
  }
  const made =
    challenge.method === 'plain'
      ? verifier
      : createHash('sha256').update(verifier).digest('base64url');
  if (made !== challenge.value) {
    throw mismatch(
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    );
  }
}

function invalid(number: number, text: string): EntraFailure {
  return new EntraFailure(400, 'invalid_request', number, text);
}

function mismatch(number: number, text: string): EntraFailure {
  return new EntraFailure(400, 'invalid_grant', number, text);
}
