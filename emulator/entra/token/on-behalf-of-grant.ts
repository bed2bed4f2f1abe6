import { readAssertion } from '../api-tokens.js';
import { authenticateClient, credentialMissing } from '../clients/authenticate-client.js';
import { EntraFailure } from '../entra-failure.js';
import type { SessionRecord } from '../entra-state.js';
import { orderOf } from '../keys/token-signer.js';
import { sessionsBefore } from '../people/revocations.js';
import { checkAccess, missingFactor } from '../people/standing.js';
import { readScopes } from '../scopes/requested-scopes.js';
import { requireTenantOfApp } from '../tenant-names.js';
import { required } from './form.js';
import { standingPerson, standingSession } from './grant-holder.js';
import { answerForPerson } from './token-answer.js';
import type { Grant, TokenService } from './token-service.js';

/** Policies of conditional access by which a second factor is asked for; any id serves. */
const POLICY_ID = '9ab03e19-ed42-4168-b6b7-7001fb3e933a';

/**
 * On-behalf-of: an API trades the token that its caller sent for one of another API, for the same person.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export const grantOnBehalfOf: Grant = async (service, request) => {
  const { form } = request;
  const client = await authenticateClient(service, request, request.place);
  const { app, proof } = client;
  requireTenantOfApp(request.tenant, service.tenant, app);
  if (proof === 'none') throw credentialMissing();
  const use = required(form, 'requested_token_use');
  if (use !== 'on_behalf_of') {
    throw new EntraFailure(
      400,
      'invalid_request',
      900144,
      "The request body must contain the following parameter: 'requested_token_use' with the value 'on_behalf_of'.",
    );
  }
  const assertion = await readAssertion(service, required(form, 'assertion'), app);
  const person = standingPerson(service, assertion.personId);
  request.about(person.id);
  const session = sessionOf(service, assertion.personId, {
    sessionId: assertion.sessionId,
    order: orderOf(assertion.claims),
    issuedAt: (assertion.claims.iat ?? 0) * 1000,
  });
  checkAccess(service, person, app);
  const scopes = readScopes(service, required(form, 'scope'));
  return await answerForPerson(service, {
    client,
    person,
    session,
    scopes,
    form,
    nonce: null,
    refresh: scopes.identity.has('offline_access')
      ? { familyId: service.newGuid(), scope: scopes.text, isSpa: false, isConfidential: true }
      : null,
  });
};

/** A missing factor comes with the claims that the caller's own client has to sign in with. */
function sessionOf(
  service: TokenService,
  personId: string,
  grant: {
    readonly sessionId: string | null;
    readonly order: number;
    readonly issuedAt: number;
  },
): SessionRecord {
  const session =
    grant.sessionId === null ? undefined : service.state.sessions.get(grant.sessionId);
  const missing = missingFactor(service, personId, { isMfa: session?.isMfa === true });
  const isRevoked = grant.order <= sessionsBefore(service, personId);
  if (missing !== undefined && !isRevoked) {
    throw new EntraFailure(400, 'interaction_required', missing.number, missing.message).with({
      suberror: 'basic_action',
      claims: JSON.stringify({
        access_token: { polids: { essential: true, values: [POLICY_ID] } },
      }),
    });
  }
  return standingSession(service, grant.sessionId ?? '', { ...grant, personId });
}
