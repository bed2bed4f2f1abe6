import type { LoginProblemCode } from '../../domain/accounts/login-problem.js';

/** What Entra says when it refuses, as far as it is read: words of its protocol and a number. */
export interface EntraRefusal {
  /** OAuth's `error`. */
  readonly error: string;
  /** The first number after `AADSTS`; null: none. */
  readonly number: string | null;
}

/** A refusal as our own words for it, and the number for who looks into it. */
export interface ReadRefusal {
  readonly code: LoginProblemCode;
  readonly said: string | null;
}

/** The number in `AADSTS65004: User declined to consent …`; nothing else of such a text is used. */
export function numberIn(description: string | null): string | null {
  return /^AADSTS(\d{1,10})\b/.exec(description ?? '')?.[1] ?? null;
}

/**
 * Words decide; the numbers, against which Microsoft warns to code, only make the advice better.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export function readRefusal({ error, number }: EntraRefusal): ReadRefusal {
  const code = (number === null ? undefined : byNumber[number]) ?? byWord[error] ?? 'refused';
  return { code, said: number === null ? null : `AADSTS${number}` };
}

const byWord: Readonly<Record<string, LoginProblemCode>> = {
  access_denied: 'access_denied',
  authorization_declined: 'access_denied',
  consent_required: 'consent_needed',
  expired_token: 'expired',
  bad_verification_code: 'expired',
  invalid_client: 'misconfigured',
  unauthorized_client: 'misconfigured',
  invalid_request: 'misconfigured',
  invalid_scope: 'misconfigured',
  invalid_resource: 'misconfigured',
  unsupported_response_type: 'misconfigured',
  server_error: 'unreachable',
  temporarily_unavailable: 'unreachable',
};

const byNumber: Readonly<Record<string, LoginProblemCode>> = {
  '65001': 'consent_needed',
  '90094': 'consent_needed',
  '90095': 'consent_needed',
  '50105': 'not_assigned',
  '53000': 'blocked',
  '53001': 'blocked',
  '53002': 'blocked',
  '53003': 'blocked',
  '53004': 'blocked',
  '54005': 'already_used',
  '70008': 'interrupted',
  '7000218': 'misconfigured',
};
