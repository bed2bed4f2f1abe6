import { authenticateClient, credentialMissing } from '../clients/authenticate-client.js';
import { EntraFailure } from '../entra-failure.js';
import type { RefreshTokenRecord } from '../entra-state.js';
import { checkAccess } from '../people/standing.js';
import { checkResource } from '../scopes/resource-parameter.js';
import { readScopes } from '../scopes/requested-scopes.js';
import { requireTenantOfApp } from '../tenant-names.js';
import { checkCrossOrigin } from './cross-origin.js';
import { firstResourceOf } from './first-resource.js';
import { required } from './form.js';
import { standingPerson, standingSession } from './grant-holder.js';
import { endFamily, findRefreshToken, markReplaced } from './refresh-tokens.js';
import { answerForPerson, checkConsent } from './token-answer.js';
import type { Grant, TokenService } from './token-service.js';

/** `refresh_token`: a new one comes with every answer; the old one goes on working unless `refreshReuse` says otherwise. */
export const redeemRefreshToken: Grant = async (service, request) => {
  const { form } = request;
  const client = await authenticateClient(service, request, request.place);
  const { app, proof } = client;
  requireTenantOfApp(request.tenant, service.tenant, app);
  const token = required(form, 'refresh_token');
  const record = findRefreshToken(service, token);
  if (record === undefined || record.appId !== app.appId) {
    throw invalidGrant(
      70000,
      'Provided grant is invalid or malformed: the refresh token is unknown, or was issued to another client.',
    );
  }
  request.about(record.personId);
  checkCrossOrigin(record.isSpa, request.origin);
  if (record.isConfidential && proof === 'none') throw credentialMissing();
  if (record.isReplaced && service.settings().refreshReuse === 'revoke') {
    endFamily(service, record.familyId);
    throw invalidGrant(
      70000,
      'Provided grant is invalid or malformed: the refresh token was used before.',
    );
  }
  const person = standingPerson(service, record.personId);
  checkAge(service, record);
  const session = standingSession(service, record.sessionId, record);
  checkFrequency(service, session.signedInAt);
  checkAccess(service, person, app);
  const asked = readScopes(service, record.scope);
  const text = form.get('scope');
  const named = text === null || text === '' ? firstResourceOf(asked) : readScopes(service, text);
  // What was asked for at the sign-in counts: openid and offline_access need not be said again.
  const scopes = { ...named, identity: new Set([...asked.identity, ...named.identity]) };
  checkResource(service, form, scopes);
  checkConsent(service, { app, personId: person.id, scopes });
  markReplaced(service, token);
  return await answerForPerson(service, {
    client,
    person,
    session,
    form,
    nonce: null,
    scopes,
    refresh: {
      familyId: record.familyId,
      scope: record.scope,
      isSpa: record.isSpa,
      isConfidential: record.isConfidential,
      ...(record.isSpa ? { fixedEnd: record.expiresAt } : {}),
    },
  });
};

function checkAge(service: TokenService, record: RefreshTokenRecord): void {
  if (record.expiresAt > service.now().getTime()) return;
  const issued = new Date(record.issuedAt).toISOString();
  if (record.isSpa) {
    throw invalidGrant(
      700084,
      `The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which can't be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on ${issued}.`,
      'bad_token',
    );
  }
  throw invalidGrant(
    700082,
    `The refresh token has expired due to inactivity. The token was issued on ${issued} and was inactive for ${service.settings().refreshTokenDays}.00:00:00.`,
    'bad_token',
  );
}

/** Conditional access may ask for a sign-in every so often. */
function checkFrequency(service: TokenService, signedInAt: number): void {
  const { signInFrequencySeconds } = service.settings();
  if (signInFrequencySeconds === 0) return;
  const endsAt = signedInAt + signInFrequencySeconds * 1000;
  if (service.now().getTime() < endsAt) return;
  throw invalidGrant(
    70043,
    `The refresh token has expired or is invalid due to sign-in frequency checks by conditional access. The token was issued on ${new Date(signedInAt).toISOString()} and the maximum allowed lifetime for this request is ${signInFrequencySeconds}.`,
    'bad_token',
  );
}

function invalidGrant(number: number, text: string, suberror?: string): EntraFailure {
  const failure = new EntraFailure(400, 'invalid_grant', number, text);
  return suberror === undefined ? failure : failure.with({ suberror });
}
