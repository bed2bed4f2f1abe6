import { text, Router, type Request, type Response } from 'express';
import { EntraFailure, occasionOf, toEntraErrorBody } from '../entra-failure.js';
import type { TokenTrouble } from '../token-trouble.js';
import { redeemAuthorizationCode } from './authorization-code-grant.js';
import { grantClientCredentials } from './client-credentials-grant.js';
import { checkCrossOrigin } from './cross-origin.js';
import { redeemDeviceCode } from './device-code-grant.js';
import { required } from './form.js';
import { grantOnBehalfOf } from './on-behalf-of-grant.js';
import { grantPassword } from './password-grant.js';
import { redeemRefreshToken } from './refresh-grant.js';
import type { Grant, TokenRequest, TokenService } from './token-service.js';

const MAX_BODY = '256kb';

const grants: Readonly<Record<string, Grant>> = {
  authorization_code: redeemAuthorizationCode,
  refresh_token: redeemRefreshToken,
  client_credentials: grantClientCredentials,
  password: grantPassword,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': grantOnBehalfOf,
  'urn:ietf:params:oauth:grant-type:device_code': redeemDeviceCode,
  // MSAL for Node says it in short.
  device_code: redeemDeviceCode,
};

const ofAnySignIn = ['authorization_code', 'refresh_token'];

/** `POST /{tenant}/oauth2/v2.0/token` */
export function createTokenEndpoint(service: TokenService, trouble: TokenTrouble): Router {
  const router = Router();
  const isReplayed = createReplayMemory(service.now);
  router.options('/:tenant/oauth2/v2.0/token', (_request, response) => {
    allowScripts(response);
    response.set('Access-Control-Allow-Methods', 'POST').status(204).end();
  });
  router.post(
    '/:tenant/oauth2/v2.0/token',
    text({ type: () => true, limit: MAX_BODY }),
    (request, response, next) => {
      answer(service, { request, response, trouble, isReplayed }).catch(next);
    },
  );
  return router;
}

interface Exchange {
  readonly request: Request<{ tenant: string }>;
  readonly response: Response;
  readonly trouble: TokenTrouble;
  readonly isReplayed: TokenRequest['place']['isReplayed'];
}

async function answer(
  service: TokenService,
  { request, response, trouble, isReplayed }: Exchange,
): Promise<void> {
  const { tenant } = request.params;
  const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
  const occasion = occasionOf(
    request.get('client-request-id') ?? form.get('client-request-id') ?? undefined,
    service.now(),
  );
  let personId: string | null = null;
  const log = (status: number, failure: EntraFailure | null): void => {
    service.log.add({
      at: service.now().toISOString(),
      endpoint: 'token',
      grantType: form.get('grant_type'),
      clientId: form.get('client_id'),
      personId,
      status,
      error: failure?.error ?? null,
      number: failure?.number ?? null,
      correlationId: occasion.correlationId,
    });
  };
  response.set({
    'Cache-Control': 'no-store, no-cache',
    Pragma: 'no-cache',
    'x-ms-request-id': occasion.traceId,
    'client-request-id': occasion.correlationId,
  });
  if (request.get('origin') !== undefined) allowScripts(response);
  try {
    const ending = await trouble.meet('token', form.get('client_id') ?? '');
    if (ending === 'broken') {
      log(0, null);
      response.destroy();
      return;
    }
    const asked: TokenRequest = {
      tenant,
      form,
      authorization: request.get('authorization'),
      origin: request.get('origin'),
      place: { audiences: audiencesOf(service, tenant), isReplayed },
      about(id) {
        personId = id;
      },
    };
    // As a proxy does that repeats what it got no answer to: the first answer reaches nobody.
    if (ending === 'duplicate') await redeem(service, asked);
    const body = await redeem(service, asked);
    service.commit();
    log(200, null);
    if (ending === 'dropAnswer') response.destroy();
    else response.json(body);
  } catch (error) {
    if (!(error instanceof EntraFailure)) throw error;
    service.commit();
    log(error.status, error);
    response.set(error.details.headers ?? {});
    response.status(error.status).json(toEntraErrorBody(error, occasion));
  }
}

async function redeem(
  service: TokenService,
  request: TokenRequest,
): Promise<Readonly<Record<string, unknown>>> {
  const grantType = required(request.form, 'grant_type');
  const grant = Object.hasOwn(grants, grantType) ? grants[grantType] : undefined;
  // Whose tokens those of a code or a refresh token are, they know themselves.
  if (!ofAnySignIn.includes(grantType)) checkCrossOrigin(false, request.origin);
  if (grant !== undefined) return await grant(service, request);
  throw new EntraFailure(
    400,
    'unsupported_grant_type',
    70003,
    `The app requested an unsupported grant type '${grantType}'.`,
  );
}

/** What a client assertion may be made out to: the token endpoint by any of the tenant's names, or the issuer. */
function audiencesOf({ origin, tenant }: TokenService, asked: string): readonly string[] {
  const names = [tenant.id, tenant.domain, asked];
  return names.flatMap((name) => [`${origin}/${name}/oauth2/v2.0/token`, `${origin}/${name}/v2.0`]);
}

/** Which `jti` were seen, until their assertions end. */
function createReplayMemory(now: () => Date): (jti: string, expiresAt: number) => boolean {
  const seen = new Map<string, number>();
  return (jti, expiresAt) => {
    for (const [id, end] of seen) if (end < now().getTime()) seen.delete(id);
    if (seen.has(jti)) return true;
    seen.set(jti, expiresAt);
    return false;
  };
}

function allowScripts(response: Response): void {
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Headers':
      'content-type, client-request-id, x-client-sku, x-client-ver, x-ms-lib-capability',
  });
}
