import { AuthError, ServerError } from '@azure/msal-node';
import { GraphError, type GraphErrorCode } from '../domain/graph-error.js';
import type { NetworkTrouble } from './sign-in-network.js';

/**
 * Why the app got no token, in words. Nothing of the answer's text is taken over, only its number and ids.
 * Numbers: https://learn.microsoft.com/entra/identity-platform/reference-error-codes. They choose the advice only.
 */
export function toSignInError(error: unknown, trouble: NetworkTrouble | undefined): GraphError {
  if (trouble?.kind === 'silent') return networkError(trouble);
  const requestId = error instanceof AuthError && error.correlationId ? error.correlationId : null;
  if (trouble?.kind === 'busy') {
    return signInError({
      code: trouble.status === 429 ? 'throttled' : 'unavailable',
      message: `Microsoft Entra ID answered ${String(trouble.status)} to the sign-in of the app`,
      advice: 'Nothing to do unless it lasts: then look at the service health of Microsoft Entra.',
      status: trouble.status,
      retryAfterMs: trouble.retryAfterMs,
      requestId,
    });
  }
  const name = error instanceof AuthError ? error.errorCode : '';
  const number = error instanceof ServerError ? (error.errorNo ?? '') : '';
  const said = number === '' ? name : `AADSTS${number}`;
  return signInError({
    code: 'unauthorized',
    message: `Microsoft Entra ID refused the sign-in of the app${said === '' ? '' : `: ${said}`}`,
    advice: adviceByNumber[number] ?? adviceByName[name] ?? general,
    status: error instanceof ServerError ? (error.status ?? null) : null,
    requestId,
  });
}

/** Before the time that Entra named, nothing is sent. */
export function stillPaused(retryAfterMs: number): GraphError {
  return signInError({
    code: 'throttled',
    message: 'Microsoft Entra ID asked to wait before the next sign-in of the app',
    advice: 'Nothing to do: the sign-in is repeated when Microsoft Entra allows it.',
    retryAfterMs,
  });
}

function networkError(trouble: Extract<NetworkTrouble, { kind: 'silent' }>): GraphError {
  const code = trouble.code === null ? '' : ` (${trouble.code})`;
  const messages = {
    timeout: 'Microsoft Entra ID did not answer in time',
    unreachable: `Microsoft Entra ID cannot be reached${code}`,
    unexpected: 'The answer is not JSON, so it does not come from Microsoft Entra ID',
  };
  return signInError({
    code: trouble.failure,
    message: messages[trouble.failure],
    advice:
      'Check AZURE_AUTHORITY_HOST and the network; for a certificate of your own name its CA in NODE_EXTRA_CA_CERTS.',
  });
}

function signInError(
  details: {
    readonly code: GraphErrorCode;
    readonly message: string;
    readonly advice: string;
  } & Partial<Pick<GraphError, 'status' | 'retryAfterMs' | 'requestId'>>,
): GraphError {
  return new GraphError({
    status: null,
    retryAfterMs: null,
    requestId: null,
    ...details,
    limit: null,
    applied: 'no',
  });
}

const wrongSecret =
  "AZURE_CLIENT_SECRET is wrong: copy the secret's value, not its id, from Certificates & secrets of the app registration.";
const unknownApp =
  'AZURE_CLIENT_ID names no app of this tenant: compare it and AZURE_TENANT_ID with the overview page of the app registration.';
const unknownTenant =
  'AZURE_TENANT_ID names no tenant: copy the directory (tenant) id from the overview page of the app registration.';
const wrongCloud =
  'GRAPH_BASE_URL is not known to this tenant: it and AZURE_AUTHORITY_HOST must belong to the same cloud.';
const general =
  'Check AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET against the app registration.';

const adviceByNumber: Readonly<Record<string, string>> = {
  '7000215': wrongSecret,
  '70002': wrongSecret,
  '7000218': wrongSecret,
  '7000222':
    'AZURE_CLIENT_SECRET has expired: make a new secret under Certificates & secrets of the app registration.',
  '700016': unknownApp,
  '7000112':
    'The app is disabled in this tenant: an administrator can enable it under Enterprise applications.',
  '90002': unknownTenant,
  '50059': unknownTenant,
  '900021': unknownTenant,
  '900023': unknownTenant,
  '500011': wrongCloud,
  '70011': wrongCloud,
  '53003': 'A Conditional Access policy blocks this app: ask an administrator to allow it.',
  '65001': 'Give the app registration its application permissions and admin consent.',
};

const adviceByName: Readonly<Record<string, string>> = {
  invalid_client: wrongSecret,
  unauthorized_client: unknownApp,
  invalid_scope: wrongCloud,
  missing_tenant_id_error: unknownTenant,
  endpoints_resolution_error:
    'AZURE_AUTHORITY_HOST or AZURE_TENANT_ID is wrong: no sign-in service answers there for this tenant.',
  authority_uri_insecure: 'AZURE_AUTHORITY_HOST must begin with https.',
};
