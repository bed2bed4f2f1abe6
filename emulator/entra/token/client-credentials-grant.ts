import { issueApiTokenForApp } from '../api-tokens.js';
import { authenticateClient, credentialMissing } from '../clients/authenticate-client.js';
import { invalidScope, readScopes, singleResource } from '../scopes/requested-scopes.js';
import { requireOwnTenant } from '../tenant-names.js';
import { readClaims } from './claims-request.js';
import { required } from './form.js';
import { accessTokenSeconds, lifetimeFields } from './lifetimes.js';
import type { Grant } from './token-service.js';

/** `client_credentials`: the app as itself, with all application permissions that it has. */
export const grantClientCredentials: Grant = async (service, request) => {
  const { form } = request;
  requireOwnTenant(request.tenant, service.tenant);
  const { app, proof } = await authenticateClient(service, request, request.place);
  if (proof === 'none') throw credentialMissing();
  const text = required(form, 'scope');
  const wanted = singleResource(readScopes(service, text));
  if (wanted === null || !wanted.isDefault || wanted.prefix === '') throw invalidScope(text);
  const { understandsClaims } = readClaims(form.get('claims'));
  const seconds = accessTokenSeconds(service.settings(), understandsClaims);
  const { resource } = wanted;
  const accessToken =
    resource.app?.api === undefined
      ? await service.tokens.issueForApp(app, {
          permissions: app.applicationPermissions ?? service.settings().appRoles,
          lifetimeSeconds: seconds,
          proof,
          understandsClaims,
        })
      : await issueApiTokenForApp(service, {
          api: { app: resource.app, exposed: resource.app.api },
          client: app,
          proof,
          lifetimeSeconds: seconds,
          understandsClaims,
        });
  return { token_type: 'Bearer', ...lifetimeFields(seconds), access_token: accessToken };
};
