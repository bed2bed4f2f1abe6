/**
 * What to do about a refusal of Entra ID, by its number and by its word. Numbers choose the advice only, nothing is decided
 * by them: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export function adviceForRefusal(number: string, word: string): string {
  return byNumber[number] ?? byWord[word] ?? general;
}

const wrongSecret =
  "AZURE_CLIENT_SECRET is wrong: copy the secret's value, not its id, from Certificates & secrets of the app registration.";
const wrongCertificate =
  'The certificate of AZURE_CLIENT_CERTIFICATE_PATH is not among those of the app registration, or has expired: upload it under Certificates & secrets.';
const noCredential =
  'The app registration takes no sign-in without a credential: check that AZURE_CLIENT_SECRET, AZURE_CLIENT_CERTIFICATE_PATH or AZURE_FEDERATED_TOKEN_FILE is one of this app.';
const federatedMismatch =
  'No federated credential of the app registration fits the token in AZURE_FEDERATED_TOKEN_FILE: compare issuer, subject and audience under Certificates & secrets.';
const unknownApp =
  'AZURE_CLIENT_ID names no app of this tenant: compare it and AZURE_TENANT_ID with the overview page of the app registration.';
const unknownTenant =
  'AZURE_TENANT_ID names no tenant: copy the directory (tenant) id from the overview page of the app registration.';
const wrongCloud =
  'GRAPH_BASE_URL is not known to this tenant: it and AZURE_AUTHORITY_HOST must belong to the same cloud.';
const general =
  'Check AZURE_TENANT_ID, AZURE_CLIENT_ID and the credential (secret, certificate or federated token) against the app registration.';
const signInAgain = 'Sign in again: the sign-in has ended.';
const secondFactor =
  'A second factor is asked for, which no program can give: sign in with a browser (auth_start_login), or let an administrator exempt the account from multi-factor authentication.';
const consent =
  'The permissions are not consented to, or no longer: sign in again with a browser and accept them, or let an administrator grant them for the app registration.';
const wrongPassword =
  'AGENT_USER_NAME or AGENT_PASSWORD is wrong. It is not tried again by itself, so that the account is not locked: correct it and restart.';

const byNumber: Readonly<Record<string, string>> = {
  '7000215': wrongSecret,
  '70002': wrongSecret,
  '7000218': noCredential,
  '7000222':
    'AZURE_CLIENT_SECRET has expired: make a new secret under Certificates & secrets of the app registration.',
  '700027': wrongCertificate,
  '700024':
    'The assertion is not valid at this time: compare the clock of this machine, and look whether the token in AZURE_FEDERATED_TOKEN_FILE is still renewed.',
  '70021': federatedMismatch,
  '700211': federatedMismatch,
  '700212': federatedMismatch,
  '700213': federatedMismatch,
  '700025':
    'The app registration is a public client: allow it to have a secret or certificate, as a web application.',
  '700016': unknownApp,
  '7000112':
    'The app is disabled in this tenant: an administrator can enable it under Enterprise applications.',
  '90002': unknownTenant,
  '50059': unknownTenant,
  '900021': unknownTenant,
  '900023': unknownTenant,
  '500011': wrongCloud,
  '70011': wrongCloud,
  '53003':
    'A Conditional Access policy blocks this sign-in: ask an administrator to allow it, or sign in from where it is allowed.',
  '65001': consent,
  '65004': consent,
  '90094': 'An administrator must consent to the permissions of the app registration.',
  '50034': wrongPassword,
  '50126': wrongPassword,
  '50053':
    'The account is locked after too many wrong passwords: wait, or let an administrator unlock it.',
  '50055': 'The password has expired: set a new one at Microsoft, then sign in again.',
  '50057': 'The account is disabled: an administrator can enable it.',
  '50105':
    'The app registration is only for people who are assigned to it: an administrator can do that under Enterprise applications.',
  '50074': secondFactor,
  '50076': secondFactor,
  '50079': secondFactor,
  '50132': 'Sign in again: the sign-in was revoked, or the password was changed.',
  '50133': 'Sign in again: the sign-in was revoked, or the password was changed.',
  '50173': 'Sign in again: the sign-in was revoked, or the password was changed.',
  '70000': signInAgain,
  '70008': signInAgain,
  '700082': 'Sign in again: the sign-in was not used for 90 days.',
  '70043': 'Sign in again: an administrator wants people to sign in regularly.',
  '9001023':
    'AZURE_TENANT_ID must be the directory (tenant) id: a password is only taken for one tenant.',
};

const byWord: Readonly<Record<string, string>> = {
  invalid_client: wrongSecret,
  unauthorized_client: unknownApp,
  invalid_scope: wrongCloud,
  invalid_grant: signInAgain,
  interaction_required: signInAgain,
  login_required: signInAgain,
  consent_required: consent,
  no_tokens_found: signInAgain,
  refresh_token_expired: signInAgain,
  missing_tenant_id_error: unknownTenant,
  endpoints_resolution_error:
    'AZURE_AUTHORITY_HOST or AZURE_TENANT_ID is wrong: no sign-in service answers there for this tenant.',
  authority_uri_insecure: 'AZURE_AUTHORITY_HOST must begin with https.',
};
