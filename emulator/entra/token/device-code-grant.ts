import { authenticateClient, credentialMissing } from '../clients/authenticate-client.js';
import { EntraFailure } from '../entra-failure.js';
import type { DeviceCodeRecord } from '../entra-state.js';
import { checkAccess } from '../people/standing.js';
import { readScopes } from '../scopes/requested-scopes.js';
import { hashOf } from '../secret-hash.js';
import { requireTenantOfApp } from '../tenant-names.js';
import { firstResourceOf } from './first-resource.js';
import { required } from './form.js';
import { standingPerson, standingSession } from './grant-holder.js';
import { answerForPerson, checkConsent } from './token-answer.js';
import type { Grant, TokenService } from './token-service.js';

/** Clients poll at the interval that they were told; a little early is forgiven. */
const EARLY = 0.8;

/** The device code grant: polled until somebody has finished the sign-in in a browser. */
export const redeemDeviceCode: Grant = async (service, request) => {
  const { form } = request;
  const client = await authenticateClient(service, request, request.place);
  const { app, proof } = client;
  requireTenantOfApp(request.tenant, service.tenant, app);
  if (proof === 'none' && app.allowPublicClientFlows !== true) throw credentialMissing();
  const id = hashOf(required(form, 'device_code'));
  const record = service.state.deviceCodes.get(id);
  if (record === undefined || record.appId !== app.appId) {
    throw refused(
      'bad_verification_code',
      70018,
      'Invalid verification code, or not of this client.',
    );
  }
  const sessionId = checkState(service, id, record);
  const held = service.state.sessions.get(sessionId);
  const person = standingPerson(service, held?.personId ?? '');
  request.about(person.id);
  const session = standingSession(service, sessionId, {
    personId: person.id,
    order: held?.order ?? 0,
    issuedAt: held?.signedInAt ?? 0,
  });
  checkAccess(service, person, app);
  const asked = readScopes(service, record.scope);
  const scopes = firstResourceOf(asked);
  checkConsent(service, { app, personId: person.id, scopes });
  service.state.deviceCodes.put(id, { ...record, state: 'used' });
  return await answerForPerson(service, {
    client,
    person,
    session,
    form,
    nonce: null,
    scopes,
    refresh: asked.identity.has('offline_access')
      ? {
          familyId: service.newGuid(),
          scope: record.scope,
          isSpa: false,
          isConfidential: proof !== 'none',
        }
      : null,
  });
};

/** The session of a finished sign-in; throws what a client is told until then. */
function checkState(service: TokenService, id: string, record: DeviceCodeRecord): string {
  const now = service.now().getTime();
  switch (record.state) {
    case 'declined':
      throw refused('authorization_declined', 65004, 'User declined to consent to access the app.');
    case 'used':
      throw refused(
        'invalid_grant',
        54005,
        'OAuth2 device code was already redeemed, please retry with a new valid code or use an existing refresh token.',
      );
    case 'pending':
    case 'approved':
      break;
  }
  if (record.expiresAt <= now) {
    throw refused(
      'expired_token',
      70020,
      'The provided value for the input parameter device_code is not valid. This device code has expired.',
    );
  }
  if (record.state === 'approved' && record.sessionId !== null) return record.sessionId;
  const intervalMs = service.settings().deviceCodeIntervalSeconds * 1000;
  const isEarly = now - record.lastPollAt < intervalMs * EARLY;
  service.state.deviceCodes.put(id, { ...record, lastPollAt: now });
  if (isEarly) {
    throw refused('slow_down', 70016, 'The client polls more often than it was told to.');
  }
  throw refused(
    'authorization_pending',
    70016,
    'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
  );
}

function refused(error: string, number: number, text: string): EntraFailure {
  return new EntraFailure(400, error, number, text);
}
