import { Router, type RequestHandler } from 'express';
import type { Caller } from './caller.js';
import { InvalidToken } from './access-tokens.js';
import type { EntraService } from './entra-service.js';
import { pairwiseSubject } from './pairwise-subject.js';

/** `GET` or `POST /oidc/userinfo` at Graph: who a token of Graph with `openid` speaks for. */
export function createUserinfo(
  service: EntraService,
  verify: (token: string) => Promise<Caller>,
): Router {
  const answer: RequestHandler = (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    const [scheme, token = ''] = (request.get('authorization') ?? '').split(' ');
    callerOf(scheme, token, verify)
      .then((caller) => {
        const person = caller === null ? undefined : service.people.get(caller.id);
        if (caller === null || caller.kind !== 'person' || person === undefined) {
          response
            .status(401)
            .set('WWW-Authenticate', 'Bearer error="invalid_token"')
            .json(failure('InvalidAuthenticationToken', 'Access token is invalid.'));
          return;
        }
        if (!caller.permissions.has('openid')) {
          response
            .status(403)
            .json(failure('Authorization_RequestDenied', 'The token lacks the scope openid.'));
          return;
        }
        const [givenName = '', ...others] = person.displayName.split(' ');
        response.json({
          sub: pairwiseSubject(caller.appId, person.id),
          name: person.displayName,
          family_name: others.join(' '),
          given_name: givenName,
          picture: `${service.origin}/v1.0/me/photo/$value`,
          ...(caller.permissions.has('email') ? { email: person.mail } : {}),
        });
      })
      .catch(next);
  };
  const router = Router();
  router.get('/oidc/userinfo', answer);
  router.post('/oidc/userinfo', answer);
  return router;
}

async function callerOf(
  scheme: string | undefined,
  token: string,
  verify: (token: string) => Promise<Caller>,
): Promise<Caller | null> {
  if (scheme?.toLowerCase() !== 'bearer') return null;
  try {
    return await verify(token);
  } catch (error) {
    if (error instanceof InvalidToken) return null;
    throw error;
  }
}

function failure(code: string, message: string): Record<string, unknown> {
  return { error: { code, message } };
}
