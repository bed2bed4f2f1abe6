import { Router, type Request, type Response } from 'express';
import type { Caller } from './caller.js';
import { createDeviceEndpoint } from './device/device-endpoint.js';
import { discoveryDocument, firstDiscoveryDocument } from './discovery.js';
import { EntraFailure, occasionOf, toEntraErrorBody } from './entra-failure.js';
import { requireKnownTenant, tenantPath } from './tenant-names.js';
import { createTokenEndpoint } from './token/token-endpoint.js';
import type { TokenService } from './token/token-service.js';
import type { TokenTrouble } from './token-trouble.js';
import { createUserinfo } from './userinfo.js';

export interface EntraOptions {
  readonly service: TokenService;
  readonly trouble: TokenTrouble;
  /** The caller behind a token of Graph. */
  verify(token: string): Promise<Caller>;
}

/** Entra ID v2.0 as clients call it: documents, keys, endpoints. */
export function createEntraRouter({ service, trouble, verify }: EntraOptions): Router {
  const { origin, tenant, keys } = service;
  const router = Router();

  /** A document of the tenant in the path, or that there is none of that name. */
  const publish = (
    path: string,
    documentOf: (tenantInPath: string) => Readonly<Record<string, unknown>>,
  ): void => {
    router.get(`/:tenant${path}`, (request: Request<{ tenant: string }>, response) => {
      const name = request.params.tenant;
      answerDocument(service, name, response, () => documentOf(tenantPath(name, tenant)));
    });
  };
  const places = (path: string) => ({ origin, pagesOrigin: service.pagesOrigin(), path });
  const issuer = `${origin}/${tenant.id}/v2.0`;
  publish('/v2.0/.well-known/openid-configuration', (path) => discoveryDocument(places(path)));
  publish('/.well-known/openid-configuration', (path) => firstDiscoveryDocument(places(path)));
  publish('/discovery/v2.0/keys', () => ({
    keys: keys.published.map((key) => ({ ...key, issuer })),
  }));
  publish('/discovery/keys', () => ({ keys: keys.published }));

  router.use(createTokenEndpoint(service, trouble));
  router.use(createDeviceEndpoint(service, trouble));
  router.use(createUserinfo(service, verify));
  return router;
}

function answerDocument(
  service: TokenService,
  tenantName: string,
  response: Response,
  documentOf: () => Readonly<Record<string, unknown>>,
): void {
  try {
    requireKnownTenant(tenantName, service.tenant);
    response.set('Access-Control-Allow-Origin', '*').json(documentOf());
  } catch (error) {
    if (!(error instanceof EntraFailure)) throw error;
    const occasion = occasionOf(undefined, service.now());
    response.status(error.status).json(toEntraErrorBody(error, occasion));
  }
}
