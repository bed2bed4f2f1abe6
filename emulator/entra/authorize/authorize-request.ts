import { findApp } from '../clients/authenticate-client.js';
import type { AppRegistration, RedirectUri } from '../directory.js';
import { EntraFailure } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';
import { checkResource } from '../scopes/resource-parameter.js';
import { readScopes, type RequestedScopes } from '../scopes/requested-scopes.js';
import { requireKnownTenant, requireTenantOfApp } from '../tenant-names.js';
import { readClaims } from '../token/claims-request.js';
import { required } from '../token/form.js';
import { readChallenge, type CodeChallenge } from '../token/pkce.js';
import { responseModes, type ResponseMode, type ReturnAddress } from './client-response.js';
import { findRedirectUri } from './redirect-uri.js';

const prompts = ['login', 'none', 'consent', 'select_account'] as const;
export type Prompt = (typeof prompts)[number];

/** A request to `/authorize` that may be carried out. */
export interface AuthorizeRequest {
  readonly app: AppRegistration;
  readonly address: ReturnAddress;
  readonly redirectType: RedirectUri['type'];
  readonly scopes: RequestedScopes;
  readonly nonce: string | null;
  readonly challenge: CodeChallenge | null;
  readonly prompt: Prompt | null;
  readonly loginHint: string | null;
  readonly wantsClientInfo: boolean;
  /** A claims challenge asked for one. */
  readonly needsSecondFactor: boolean;
}

export type ReadRequest =
  | { readonly kind: 'good'; readonly request: AuthorizeRequest }
  /** Nobody knows where to send an answer: the person sees it. */
  | { readonly kind: 'page'; readonly failure: EntraFailure }
  | {
      readonly kind: 'refused';
      readonly failure: EntraFailure;
      readonly address: ReturnAddress;
    };

/** Reads a request; what is wrong with client and redirect URI is told to nobody but the person. */
export function readAuthorizeRequest(
  service: EntraService,
  tenant: string,
  query: URLSearchParams,
): ReadRequest {
  let client: { readonly app: AppRegistration; readonly redirect: RedirectUri };
  try {
    client = readClient(service, tenant, query);
  } catch (error) {
    if (!(error instanceof EntraFailure)) throw error;
    return { kind: 'page', failure: error };
  }
  const { app, redirect } = client;
  const mode = readMode(query);
  const address: ReturnAddress = {
    redirectUri: required(query, 'redirect_uri'),
    mode: mode ?? 'query',
    state: query.get('state'),
  };
  try {
    if (mode === undefined) throw malformed('response_mode', query.get('response_mode'));
    checkResponseType(required(query, 'response_type'), app);
    const scopes = readScopes(service, required(query, 'scope'));
    checkResource(service, query, scopes);
    return {
      kind: 'good',
      request: {
        app,
        address,
        redirectType: redirect.type,
        scopes,
        nonce: query.get('nonce'),
        challenge: readChallenge(query),
        prompt: readPrompt(query),
        loginHint: query.get('login_hint'),
        wantsClientInfo: query.get('client_info') === '1',
        needsSecondFactor: readClaims(query.get('claims')).needsSecondFactor,
      },
    };
  } catch (error) {
    if (!(error instanceof EntraFailure)) throw error;
    return { kind: 'refused', failure: error, address };
  }
}

function readClient(
  service: EntraService,
  tenant: string,
  query: URLSearchParams,
): { readonly app: AppRegistration; readonly redirect: RedirectUri } {
  requireKnownTenant(tenant, service.tenant);
  const app = findApp(service, required(query, 'client_id'), tenant);
  requireTenantOfApp(tenant, service.tenant, app);
  const wanted = required(query, 'redirect_uri');
  const redirect = findRedirectUri(app, wanted);
  if (redirect !== undefined) return { app, redirect };
  throw new EntraFailure(
    400,
    'invalid_request',
    50011,
    `The redirect URI '${wanted}' specified in the request does not match the redirect URIs configured for the application '${app.appId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to troubleshoot this error.`,
  );
}

/** `undefined` for one that does not exist. */
function readMode(query: URLSearchParams): ResponseMode | undefined {
  const wanted = query.get('response_mode');
  if (wanted === null || wanted === '') return 'query';
  return responseModes.find((mode) => mode === wanted);
}

/** The implicit types have to be switched on in a registration, which nobody should. */
function checkResponseType(responseType: string, app: AppRegistration): void {
  const parts = responseType.split(' ').filter((part) => part !== '');
  if (parts.length === 1 && parts[0] === 'code') return;
  const isKnown = parts.every((part) => ['code', 'token', 'id_token'].includes(part));
  if (!isKnown) throw malformed('response_type', responseType);
  const part = parts.includes('token') ? 'token' : 'id_token';
  throw new EntraFailure(
    400,
    'unsupported_response_type',
    part === 'token' ? 700051 : 700054,
    `response_type '${part}' is not enabled for the application '${app.displayName}'.`,
  );
}

function readPrompt(query: URLSearchParams): Prompt | null {
  const wanted = query.get('prompt');
  if (wanted === null || wanted === '') return null;
  const prompt = prompts.find((known) => known === wanted);
  if (prompt !== undefined) return prompt;
  throw new EntraFailure(
    400,
    'invalid_request',
    90023,
    `Unsupported 'prompt' value '${wanted}'. Supported values are ${prompts.join(', ')}.`,
  );
}

function malformed(name: string, value: string | null): EntraFailure {
  return new EntraFailure(
    400,
    'invalid_request',
    9002313,
    `Invalid request. Request is malformed or invalid: ${name} '${value ?? ''}'.`,
  );
}
