import {
  authenticateClient,
  credentialMissing,
  publicClientProvesNothing,
} from '../clients/authenticate-client.js';
import type { ClientProof } from '../access-tokens.js';
import { EntraFailure } from '../entra-failure.js';
import type { CodeRecord } from '../entra-state.js';
import { checkAccess } from '../people/standing.js';
import { checkResource } from '../scopes/resource-parameter.js';
import { readScopes } from '../scopes/requested-scopes.js';
import { hashOf } from '../secret-hash.js';
import { requireTenantOfApp } from '../tenant-names.js';
import { checkCrossOrigin } from './cross-origin.js';
import { required } from './form.js';
import { firstResourceOf } from './first-resource.js';
import { standingPerson, standingSession } from './grant-holder.js';
import { checkVerifier } from './pkce.js';
import { answerForPerson, checkConsent } from './token-answer.js';
import type { Grant, TokenRequest, TokenService } from './token-service.js';

/** `authorization_code`: once, within about a minute, by who asked for it. */
export const redeemAuthorizationCode: Grant = async (service, request) => {
  const { form } = request;
  const client = await authenticateClient(service, request, request.place);
  const { app, proof } = client;
  requireTenantOfApp(request.tenant, service.tenant, app);
  const code = required(form, 'code');
  const record = findCode(service, code, app.appId);
  request.about(record.personId);
  checkCode(service, record, required(form, 'redirect_uri'));
  checkClientType(record, proof, request);
  checkVerifier(record.challenge, form.get('code_verifier'));
  const person = standingPerson(service, record.personId);
  const session = standingSession(service, record.sessionId, record);
  checkAccess(service, person, app);
  const asked = readScopes(service, record.scope);
  const text = form.get('scope');
  const named = text === null || text === '' ? firstResourceOf(asked) : readScopes(service, text);
  // What was asked for at the sign-in counts: openid and offline_access need not be said again.
  const scopes = { ...named, identity: new Set([...asked.identity, ...named.identity]) };
  checkResource(service, form, scopes);
  checkConsent(service, { app, personId: person.id, scopes });
  service.state.codes.put(hashOf(code), { ...record, isUsed: true });
  return await answerForPerson(service, {
    client,
    person,
    session,
    form,
    nonce: record.nonce,
    scopes,
    refresh: asked.identity.has('offline_access')
      ? {
          familyId: service.newGuid(),
          scope: record.scope,
          isSpa: record.redirectType === 'spa',
          isConfidential: proof !== 'none',
        }
      : null,
  });
};

function findCode(service: TokenService, code: string, appId: string): CodeRecord {
  const record = service.state.codes.get(hashOf(code));
  if (record !== undefined && record.appId === appId) return record;
  throw invalidGrant(
    70000,
    "The provided value for the 'code' parameter is not valid. The code has expired, or was issued to another client.",
  );
}

function checkCode(service: TokenService, record: CodeRecord, redirectUri: string): void {
  if (record.isUsed) {
    throw invalidGrant(
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    );
  }
  const ageMs = service.now().getTime() - record.issuedAt;
  if (ageMs > service.settings().authorizationCodeSeconds * 1000) {
    throw invalidGrant(
      70008,
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
    );
  }
  if (redirectUri !== record.redirectUri) {
    throw new EntraFailure(
      400,
      'invalid_grant',
      500112,
      `The reply address '${redirectUri}' does not match the reply address '${record.redirectUri}' provided when requesting Authorization code.`,
    );
  }
}

function checkClientType(record: CodeRecord, proof: ClientProof, request: TokenRequest): void {
  const isSpa = record.redirectType === 'spa';
  checkCrossOrigin(isSpa, request.origin);
  if (isSpa && record.challenge === null) {
    throw new EntraFailure(
      400,
      'invalid_request',
      9002325,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    );
  }
  if (record.redirectType === 'web') {
    if (proof === 'none') throw credentialMissing();
  } else if (proof !== 'none') throw publicClientProvesNothing();
}

function invalidGrant(number: number, text: string): EntraFailure {
  return new EntraFailure(400, 'invalid_grant', number, text);
}
