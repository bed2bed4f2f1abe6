import { authenticateClient, credentialMissing } from '../clients/authenticate-client.js';
import { EntraFailure } from '../entra-failure.js';
import { beginSession } from '../people/sessions.js';
import { personNamed } from '../people/sign-in-records.js';
import { checkAccess, checkPassword, missingFactor, noSuchPerson } from '../people/standing.js';
import { readScopes } from '../scopes/requested-scopes.js';
import { requireTenantOfApp } from '../tenant-names.js';
import { required } from './form.js';
import { answerForPerson, checkConsent } from './token-answer.js';
import type { Grant } from './token-service.js';

/** `password`: without a page, so without a second factor and without consent. */
export const grantPassword: Grant = async (service, request) => {
  const { form, tenant } = request;
  if (['common', 'consumers'].includes(tenant.toLowerCase())) {
    throw new EntraFailure(
      400,
      'invalid_request',
      9001023,
      'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
    );
  }
  const client = await authenticateClient(service, request, request.place);
  const { app, proof } = client;
  requireTenantOfApp(tenant, service.tenant, app);
  if (proof === 'none' && app.allowPublicClientFlows !== true) throw credentialMissing();
  const userName = required(form, 'username');
  const password = required(form, 'password');
  const scopes = readScopes(service, required(form, 'scope'));
  const person = personNamed(service, userName);
  if (person === undefined) throw noSuchPerson(userName, service.tenant.domain);
  request.about(person.id);
  checkPassword(service, person, password);
  const missing = missingFactor(service, person.id, { isMfa: false });
  if (missing !== undefined) throw missing;
  checkAccess(service, person, app);
  checkConsent(service, { app, personId: person.id, scopes });
  return await answerForPerson(service, {
    client,
    person,
    session: beginSession(service, person, { isMfa: false, browser: null }),
    scopes,
    form,
    nonce: null,
    refresh: scopes.identity.has('offline_access')
      ? {
          familyId: service.newGuid(),
          scope: scopes.text,
          isSpa: false,
          isConfidential: proof !== 'none',
        }
      : null,
  });
};
