import { text, Router, type Request, type Response } from 'express';
import { findApp } from '../clients/authenticate-client.js';
import { EntraFailure, occasionOf, toEntraErrorBody } from '../entra-failure.js';
import type { EntraService } from '../entra-service.js';
import { readScopes } from '../scopes/requested-scopes.js';
import { requireTenantOfApp } from '../tenant-names.js';
import { required } from '../token/form.js';
import type { TokenTrouble } from '../token-trouble.js';
import { beginDeviceSignIn } from './device-codes.js';

/** `POST /{tenant}/oauth2/v2.0/devicecode` */
export function createDeviceEndpoint(service: EntraService, trouble: TokenTrouble): Router {
  const router = Router();
  router.post(
    '/:tenant/oauth2/v2.0/devicecode',
    text({ type: () => true, limit: '64kb' }),
    (request, response, next) => {
      answer(service, { request, response, trouble }).catch(next);
    },
  );
  return router;
}

interface Exchange {
  readonly request: Request<{ tenant: string }>;
  readonly response: Response;
  readonly trouble: TokenTrouble;
}

async function answer(
  service: EntraService,
  { request, response, trouble }: Exchange,
): Promise<void> {
  const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
  const occasion = occasionOf(request.get('client-request-id'), service.now());
  const log = (status: number, failure: EntraFailure | null): void => {
    service.log.add({
      at: service.now().toISOString(),
      endpoint: 'devicecode',
      grantType: null,
      clientId: form.get('client_id'),
      personId: null,
      status,
      error: failure?.error ?? null,
      number: failure?.number ?? null,
      correlationId: occasion.correlationId,
    });
  };
  response.set({ 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache' });
  try {
    const ending = await trouble.meet('devicecode', form.get('client_id') ?? '');
    if (ending === 'broken') {
      response.destroy();
      return;
    }
    const body = begin(service, request.params.tenant, form);
    service.commit();
    log(200, null);
    if (ending === 'dropAnswer') response.destroy();
    else response.json(body);
  } catch (error) {
    if (!(error instanceof EntraFailure)) throw error;
    log(error.status, error);
    response.set(error.details.headers ?? {});
    response.status(error.status).json(toEntraErrorBody(error, occasion));
  }
}

function begin(
  service: EntraService,
  tenant: string,
  form: URLSearchParams,
): Readonly<Record<string, unknown>> {
  const app = findApp(service, required(form, 'client_id'), tenant);
  requireTenantOfApp(tenant, service.tenant, app);
  const scope = required(form, 'scope');
  readScopes(service, scope);
  const { deviceCode, userCode, expiresIn } = beginDeviceSignIn(service, {
    appId: app.appId,
    scope,
  });
  const address = `${service.pagesOrigin()}/devicelogin`;
  return {
    user_code: userCode,
    device_code: deviceCode,
    verification_uri: address,
    expires_in: expiresIn,
    interval: service.settings().deviceCodeIntervalSeconds,
    message: `To sign in, use a web browser to open the page ${address} and enter the code ${userCode} to authenticate.`,
  };
}
