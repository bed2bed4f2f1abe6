import { AuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import type { AccountProblem } from '../domain/accounts/account.js';
import { GraphError, type GraphErrorCode } from '../domain/graph-error.js';
import { CredentialError } from './msal/credential-error.js';
import { adviceForRefusal } from './sign-in-advice.js';
import type { NetworkTrouble } from './sign-in-network.js';

/** Whose sign-in it was: `the app`, or what names an account. */
export type SignInName = string;

const theApp: SignInName = 'the app';

/**
 * Why there is no token, in words. Nothing of the answer's text is taken over, only its number and ids. `unauthorized` is a
 * refusal of the app, `reauth_required` one of the person; everything else may pass by itself.
 */
export function toSignInError(
  error: unknown,
  trouble: NetworkTrouble | undefined,
  who: SignInName = theApp,
): GraphError {
  if (error instanceof GraphError) return error;
  if (error instanceof CredentialError) return unusable(error);
  if (trouble?.kind === 'silent') return networkError(trouble);
  const requestId = error instanceof AuthError && error.correlationId ? error.correlationId : null;
  if (trouble?.kind === 'busy') {
    return signInError({
      code: trouble.status === 429 ? 'throttled' : 'unavailable',
      message: `Microsoft Entra ID answered ${String(trouble.status)} to the sign-in of ${who}`,
      advice: 'Nothing to do unless it lasts: then look at the service health of Microsoft Entra.',
      status: trouble.status,
      retryAfterMs: trouble.retryAfterMs,
      requestId,
    });
  }
  const { code, advice } = problemOf(error);
  return signInError({
    code: who !== theApp && isOfPerson(error) ? 'reauth_required' : 'unauthorized',
    message: `Microsoft Entra ID refused the sign-in of ${who}${code === '' ? '' : `: ${code}`}`,
    advice,
    status: error instanceof ServerError ? (error.status ?? null) : null,
    requestId,
  });
}

/** The number of a refusal, or its word; empty where there is neither. */
function problemOf(error: unknown): Pick<AccountProblem, 'code' | 'advice'> {
  const word = error instanceof AuthError ? error.errorCode : '';
  const number = isAnswer(error) ? (error.errorNo ?? '') : '';
  return {
    code: number === '' ? word : `AADSTS${number}`,
    advice: adviceForRefusal(number, word),
  };
}

/** What a refusal wants of the next sign-in, as JSON; null: nothing. Nothing prints it. */
export function claimsIn(error: unknown): string | null {
  return error instanceof InteractionRequiredAuthError && error.claims !== '' ? error.claims : null;
}

/** What the person can put right by signing in again; refusals of the app itself are not. */
function isOfPerson(error: unknown): boolean {
  if (error instanceof InteractionRequiredAuthError) return true;
  return error instanceof ServerError && personWords.has(error.errorCode);
}

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#error-codes-for-token-endpoint-errors */
const personWords: ReadonlySet<string> = new Set([
  'invalid_grant',
  'interaction_required',
  'consent_required',
  'login_required',
]);

function isAnswer(error: unknown): error is ServerError | InteractionRequiredAuthError {
  return error instanceof ServerError || error instanceof InteractionRequiredAuthError;
}

/** The account must sign in again; what is known of the reason. */
export function reauthRequired(who: SignInName, problem: AccountProblem | null): GraphError {
  return signInError({
    code: 'reauth_required',
    message: problem?.message ?? `${who} is not signed in`,
    advice: problem?.advice ?? 'Sign in: auth_start_login begins it.',
  });
}

/** Graph wants more of a token that was got because it wanted more. */
export function challengedAgain(who: SignInName, isPerson: boolean): GraphError {
  return signInError({
    code: isPerson ? 'reauth_required' : 'unauthorized',
    message: `Microsoft Graph refuses the tokens of ${who} again and again (claims challenge)`,
    advice:
      'A Conditional Access policy asks for more than the sign-in gave: sign in again with a browser, or let an administrator look at the sign-in log in Entra ID.',
  });
}

/** The password opened somebody else's account. */
export function wrongPerson(userName: string): GraphError {
  return signInError({
    code: 'reauth_required',
    message: `${userName} is not the person of AGENT_USER_ID`,
    advice: 'Put AGENT_USER_NAME or AGENT_USER_ID right: one of them names another person.',
  });
}

function unusable({ variable, message }: CredentialError): GraphError {
  return signInError({
    code: 'unauthorized',
    message: `The app cannot sign in: ${message}`,
    advice: `Put the file of ${variable} right; it is read again at the next sign-in.`,
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

/** A GraphError of a sign-in: nothing was sent to Graph. */
export function signInError(
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
