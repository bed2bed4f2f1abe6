import { Router } from 'express';
import { z } from 'zod';
import { issueApiTokenForApp, issueApiTokenForPerson } from '../../entra/api-tokens.js';
import { tokenFlaws } from '../../entra/keys/token-signer.js';
import { findResource } from '../../entra/scopes/resources.js';
import { beginSession } from '../../entra/people/sessions.js';
import type { TokenService } from '../../entra/token/token-service.js';
import type { TenantContext } from '../../graph/tenant-context.js';
import { personCalled } from '../people/person-called.js';

const tokenSchema = z.strictObject({
  /** Client id; the seeded app when left out. */
  appId: z.string().exactOptional(),
  /** In whose name; the app's own when left out. */
  person: z.string().exactOptional(),
  /** Graph, or an app by client id or identifier URI. */
  audience: z.string().exactOptional(),
  /** Scopes of a person's token, or an app's permissions at Graph. */
  permissions: z.array(z.string()).default([]),
  lifetimeSeconds: z.int().min(1).default(3600),
  understandsClaims: z.boolean().default(false),
  flaw: z.enum(tokenFlaws).exactOptional(),
});

const rotateSchema = z.strictObject({ retire: z.boolean().default(false) }).prefault({});

/** Tokens made by hand, as wrong as wanted, and the keys that sign them. */
export function createTokensControl(service: TokenService, context: TenantContext): Router {
  const router = Router();
  router.post('/tokens', (request, response, next) => {
    issue(service, context, tokenSchema.parse(request.body)).then((token) => {
      if (token === undefined) {
        response.status(404).json({ error: 'There is no such app, person or audience.' });
      } else {
        service.commit();
        response.set('Cache-Control', 'no-store').json({ accessToken: token });
      }
    }, next);
  });

  router.post('/keys/rotate', (request, response, next) => {
    const { retire } = rotateSchema.parse(request.body);
    service.keys.rotate().then(() => {
      if (retire) service.keys.retire();
      service.commit();
      response.json({ keys: service.keys.published.map(({ kid }) => kid) });
    }, next);
  });
  return router;
}

async function issue(
  service: TokenService,
  context: TenantContext,
  wanted: z.infer<typeof tokenSchema>,
): Promise<string | undefined> {
  const { permissions, lifetimeSeconds, understandsClaims, flaw } = wanted;
  const client =
    wanted.appId === undefined
      ? service.apps.values().next().value
      : service.apps.get(wanted.appId);
  const person = wanted.person === undefined ? null : personCalled(context, wanted.person);
  const resource = findResource(service, wanted.audience ?? service.origin);
  if (client === undefined || person === undefined || resource === undefined) return undefined;
  const proof = 'secret';
  const grant = { permissions, lifetimeSeconds, understandsClaims, flaw, proof, client } as const;
  if (resource.app?.api === undefined) {
    return person === null
      ? await service.tokens.issueForApp(client, grant)
      : await service.tokens.issueForPerson(person, grant);
  }
  const api = { app: resource.app, exposed: resource.app.api };
  return person === null
    ? await issueApiTokenForApp(service, { ...grant, api })
    : await issueApiTokenForPerson(service, person, {
        ...grant,
        api,
        scopes: permissions,
        // On-behalf-of asks for the sign-in behind a token.
        session: beginSession(service, person, { isMfa: false, browser: null }),
      });
}
