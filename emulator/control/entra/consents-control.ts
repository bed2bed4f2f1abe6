import { Router } from 'express';
import { z } from 'zod';
import { EntraFailure } from '../../entra/entra-failure.js';
import type { EntraService } from '../../entra/entra-service.js';
import {
  addConsent,
  askedPermissions,
  ORGANISATION,
  removeConsents,
} from '../../entra/scopes/consents.js';
import { readScopes } from '../../entra/scopes/requested-scopes.js';
import type { TenantContext } from '../../graph/tenant-context.js';
import { personCalled } from '../people/person-called.js';

const consentSchema = z.strictObject({
  appId: z.string(),
  /** An object id, an address, a first name, or `organisation`. */
  principal: z.string(),
  /** A `scope` parameter: `.default` stands for all that the registration asks for. */
  scope: z.string().min(1),
});

/** Who has consented to what. */
export function createConsentsControl(service: EntraService, context: TenantContext): Router {
  const router = Router();
  const principalOf = (name: string): string | undefined =>
    name === ORGANISATION ? name : personCalled(context, name)?.id;

  router.get('/consents', (_request, response) => {
    response.json({ consents: [...service.state.consents.values()] });
  });
  router.post('/consents', (request, response) => {
    const { appId, principal, scope } = consentSchema.parse(request.body);
    const app = service.apps.get(appId);
    const principalId = principalOf(principal);
    if (app === undefined || principalId === undefined) {
      response.status(404).json({ error: 'There is no such app, or nobody of that name.' });
      return;
    }
    try {
      addConsent(service, appId, principalId, askedPermissions(app, readScopes(service, scope)));
    } catch (error) {
      if (!(error instanceof EntraFailure)) throw error;
      response.status(400).json({ error: error.message });
      return;
    }
    service.commit();
    response.status(201).json({ consents: [...service.state.consents.values()] });
  });
  /** `?appId=&principal=`: everything of the app, or of one principal. */
  router.delete('/consents', (request, response) => {
    const { appId, principal } = request.query;
    if (typeof appId !== 'string') {
      response.status(400).json({ error: 'appId is missing.' });
      return;
    }
    const name = typeof principal === 'string' ? principal : undefined;
    const principalId = name === undefined ? undefined : principalOf(name);
    const isUnknown = name !== undefined && principalId === undefined;
    const ended = isUnknown ? 0 : removeConsents(service, { appId, principalId });
    service.commit();
    response.json({ ended });
  });
  return router;
}
