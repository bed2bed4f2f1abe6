import { Router, type Response } from 'express';
import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { AppRegistration } from '../../entra/directory.js';
import type { EntraService } from '../../entra/entra-service.js';
import { challengeAccess } from '../../entra/people/revocations.js';
import { removeConsents } from '../../entra/scopes/consents.js';

const apiSchema = z.strictObject({
  identifierUris: z.array(z.string().min(1)).default([]),
  scopes: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        description: z.string().default(''),
        adminOnly: z.boolean().default(false),
      }),
    )
    .default([]),
  roles: z.array(z.string()).default([]),
  assignments: z.record(z.string(), z.array(z.string())).default({}),
  preauthorizedApps: z.array(z.string()).default([]),
  tokenVersion: z.union([z.literal(1), z.literal(2)]).default(2),
});

const changeSchema = z.strictObject({
  displayName: z.string().min(1).exactOptional(),
  /** All secrets from now on. */
  secrets: z
    .array(
      z.strictObject({ value: z.string().min(1), expiresAt: z.iso.datetime().exactOptional() }),
    )
    .exactOptional(),
  certificates: z
    .array(z.string().refine(isCertificate, { error: 'must be a certificate (PEM)' }))
    .exactOptional(),
  federatedCredentials: z
    .array(
      z.strictObject({
        issuer: z.string(),
        subject: z.string(),
        audience: z.string().default('api://AzureADTokenExchange'),
        keys: z.array(z.record(z.string(), z.unknown())).min(1),
      }),
    )
    .exactOptional(),
  redirectUris: z
    .array(
      z.strictObject({
        uri: z.string().refine(isAddress, { error: 'must be an absolute address' }),
        type: z.enum(['web', 'spa', 'publicClient']).default('web'),
      }),
    )
    .exactOptional(),
  allowPublicClientFlows: z.boolean().exactOptional(),
  isMultiTenant: z.boolean().exactOptional(),
  delegatedPermissions: z.array(z.string()).exactOptional(),
  applicationPermissions: z.array(z.string()).exactOptional(),
  api: apiSchema.exactOptional(),
  assignedPeople: z.array(z.string()).exactOptional(),
});

const newAppSchema = changeSchema.extend({ displayName: z.string().min(1) });

/** App registrations, as the portal has them. */
export function createAppsControl(service: EntraService): Router {
  const router = Router();
  const { apps } = service;

  router.get('/apps', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ apps: [...apps.values()] });
  });
  router.post('/apps', (request, response) => {
    const wanted = newAppSchema.parse(request.body);
    const app: AppRegistration = {
      ...wanted,
      appId: service.newGuid(),
      objectId: service.newGuid(),
    };
    apps.put(app.appId, app);
    service.commit();
    response.status(201).json(app);
  });
  router.get('/apps/:id', (request, response) => {
    withApp(service, request.params.id, response, (app) => response.json(app));
  });
  router.patch('/apps/:id', (request, response) => {
    const change = changeSchema.parse(request.body);
    withApp(service, request.params.id, response, (app) => {
      const { secret: _old, ...withoutSecret } = app;
      const changed = { ...(change.secrets === undefined ? app : withoutSecret), ...change };
      apps.put(app.appId, changed);
      response.json(changed);
    });
  });
  router.delete('/apps/:id', (request, response) => {
    withApp(service, request.params.id, response, (app) => {
      apps.remove(app.appId);
      removeConsents(service, { appId: app.appId });
      response.status(204).end();
    });
  });
  router.post('/apps/:id/challenge', (request, response) => {
    withApp(service, request.params.id, response, (app) => {
      challengeAccess(service, app.objectId);
      response.status(204).end();
    });
  });
  return router;
}

function withApp(
  service: EntraService,
  id: string,
  response: Response,
  act: (app: AppRegistration) => void,
): void {
  const app = service.apps.get(id);
  if (app === undefined) {
    response.status(404).json({ error: `There is no app ${id}.` });
    return;
  }
  act(app);
  service.commit();
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem) instanceof X509Certificate;
  } catch {
    return false;
  }
}

function isAddress(text: string): boolean {
  return URL.canParse(text);
}
