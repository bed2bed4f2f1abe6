import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Logins, LoginView } from '../accounts/login/logins.js';
import { ProblemError } from '../domain/problem.js';
import type { Gate } from '../operations/access/gate.js';
import { authGetLoginStatus } from '../operations/login/auth-get-login-status.js';
import { toLogin } from '../operations/login/login-schemas.js';
import { answerFailure } from './answer-failure.js';
import type { OriginOf } from './origin-of.js';
import type { RequestGuard } from './request-guard.js';
import { sendJson } from './send.js';

export interface LoginStatusDeps {
  readonly logins: Pick<Logins, 'viewBySecret' | 'viewByState'>;
  readonly guard: Pick<RequestGuard, 'authenticate'>;
  readonly gate: Pick<Gate, 'enter'>;
  readonly originOf: OriginOf;
  readonly logger: Logger;
}

/**
 * `GET /api/callback/{state}`: how a sign-in stands, for whoever began it: the same caller, or who has its poll secret
 * (`X-Poll-Secret`), for instance a web page without a key. Anybody else hears that there is none. Never the code.
 */
export function createLoginStatusRoute(deps: LoginStatusDeps) {
  const { logins, guard, gate, originOf, logger } = deps;

  const find = async (
    state: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<LoginView | null> => {
    const secret = request.headers['x-poll-secret'];
    if (typeof secret === 'string') return logins.viewBySecret(state, secret);
    const caller = await guard.authenticate(request);
    await gate.enter(authGetLoginStatus, originOf(caller, request, response));
    const login = await logins.viewByState(state);
    return login?.owner === caller.owner ? login : null;
  };

  return async (
    request: IncomingMessage & { readonly params: Readonly<Record<string, unknown>> },
    response: ServerResponse,
  ): Promise<void> => {
    try {
      const login = await find(String(request.params['state']), request, response);
      if (login === null) {
        throw new ProblemError('login_not_found', 'No sign-in of yours has this state');
      }
      sendJson(response, 200, JSON.stringify(toLogin(login)));
    } catch (error) {
      answerFailure(request, response, error, logger);
    }
  };
}
