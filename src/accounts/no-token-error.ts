import { appAccountId, type Account } from '../domain/accounts/account.js';
import type { RefreshOutcome } from '../domain/accounts/refresh-outcome.js';
import { GraphError, type GraphErrorCode } from '../domain/graph-error.js';
import { adviceForRefusal } from './sign-in-advice.js';
import { reauthRequired, signInError } from './sign-in-failure.js';
import { VaultError } from './vault/vault-error.js';

type NoToken =
  | Exclude<RefreshOutcome, { readonly kind: 'fresh' }>
  | { readonly kind: 'later' | 'reauth_required' | 'refused'; readonly code: string };

/** Why there is no token, as a GraphError that says what to do, whatever the reason. `account`: what is known of it. */
export function noTokenError(reason: unknown, account: Account | null = null): GraphError {
  if (reason instanceof GraphError) return reason;
  if (reason instanceof VaultError) return unreadable(reason);
  return isNoToken(reason) ? fromOutcome(reason, account) : flowAway();
}

function fromOutcome(outcome: NoToken, account: Account | null): GraphError {
  const name = account?.userName ?? account?.id ?? 'The account';
  switch (outcome.kind) {
    case 'gone':
    case 'reauth_required':
      return reauthRequired(name, account?.problem ?? null);
    case 'refused': {
      const problem = account?.id === appAccountId ? account.problem : null;
      return signInError({
        code: 'unauthorized',
        message:
          problem?.message ?? `Microsoft Entra ID refused the sign-in of the app: ${outcome.code}`,
        advice: problem?.advice ?? adviceForRefusal(outcome.code.replace('AADSTS', ''), ''),
      });
    }
    case 'later':
      return signInError({
        code: isPassing(outcome.code) ? outcome.code : 'unavailable',
        message: `There is no access token at the moment (${outcome.code})`,
        advice: 'Nothing to do unless it lasts: it is tried again by itself.',
        retryAfterMs: 'retryAfterMs' in outcome ? outcome.retryAfterMs : null,
      });
  }
}

const passing = ['throttled', 'unavailable', 'timeout', 'unreachable', 'unexpected'] as const;

function isPassing(code: string): code is GraphErrorCode & (typeof passing)[number] {
  return passing.some((one) => one === code);
}

function isNoToken(reason: unknown): reason is NoToken {
  if (typeof reason !== 'object' || reason === null || !('kind' in reason)) return false;
  return ['gone', 'reauth_required', 'refused', 'later'].includes(String(reason.kind));
}

function unreadable(error: VaultError): GraphError {
  return signInError({
    code: 'unauthorized',
    message: error.message,
    advice:
      'Put the key that sealed it back into TOKEN_ENCRYPTION_KEY, on every server and worker; otherwise the account has to sign in again.',
  });
}

function flowAway(): GraphError {
  return signInError({
    code: 'unavailable',
    message: 'The access token could not be renewed: Temporal did not answer in time',
    advice: 'Nothing to do unless it lasts: then look whether Temporal and a worker run.',
    retryAfterMs: 2_000,
  });
}
