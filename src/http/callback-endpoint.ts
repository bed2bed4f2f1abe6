import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { callbackPath } from '../accounts/login/callback-address.js';
import { isOver, type Logins, type LoginView } from '../accounts/login/logins.js';
import { isLoginProblem, toLoginProblem } from '../domain/accounts/login-problem.js';
import { ProblemError } from '../domain/problem.js';
import { answerFailure } from './answer-failure.js';
import { browserHashOf } from './login-cookie.js';
import { loginPage, nothingPage, problemPage } from './login-pages.js';
import { sendOn, sendPage } from './pages/send-page.js';
import { createRateLimit } from './rate-limit.js';
import { sendProblem } from './send.js';
import { sourceAddress } from './source-address.js';

export interface CallbackEndpointDeps {
  readonly logins: Pick<Logins, 'arrived' | 'viewByTicket' | 'waitForAnswer'>;
  readonly trustedProxies: number;
  readonly logger: Logger;
}

/** A person's browser asks a handful of times. */
const mostPerSecond = 20;
/** Redeeming takes about a second; until then the browser shows that it is loading. Pages do not look again by themselves: that disturbs who has them read out. */
const showWithinMs = 20_000;

/** Whether a request is for the endpoint, by its target. */
export function isCallback(target: string | undefined): boolean {
  return target !== undefined && target.split('?', 1)[0] === callbackPath;
}

/**
 * Where Microsoft sends browsers back. It asks for no key, because browsers have none, and takes any Host, because they come
 * by the public address: what counts is a state that is random, waits, and counts once. Whatever comes, the browser is sent
 * on at once, so that no code stays in its address bar or history.
 */
export function createCallbackEndpoint(
  deps: CallbackEndpointDeps,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { logins, trustedProxies, logger } = deps;
  const isWithinRate = createRateLimit(mostPerSecond);

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isWithinRate(sourceAddress(request, trustedProxies), performance.now())) {
      throw new ProblemError('too_many_requests', 'More requests than a browser makes; come again');
    }
    const query = queryOf(request);
    if (query.has('state') || query.has('code') || query.has('error')) {
      await takeAnswer(request, response, query);
    } else await showResult(request, response, query);
  };

  const takeAnswer = async (
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
  ): Promise<void> => {
    const arrival = await logins.arrived(query, browserHashOf(request));
    const next =
      arrival.kind === 'refused'
        ? { problem: arrival.problem.code }
        : { login: arrival.login.loginId, ticket: arrival.ticket };
    sendOn(response, `${callbackPath}?${new URLSearchParams(next).toString()}`);
  };

  const showResult = async (
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
  ): Promise<void> => {
    const problem = query.get('problem');
    if (problem !== null && isLoginProblem(problem)) {
      sendPage(response, problemPage(toLoginProblem(problem), null));
      return;
    }
    const login = await shown(request, query);
    if (login === null) sendPage(response, nothingPage);
    else if (login.returnTo !== null && isOver(login)) sendOn(response, login.returnTo);
    else sendPage(response, loginPage(login));
  };

  /** Only for the browser that was given the ticket. */
  const shown = async (
    request: IncomingMessage,
    query: URLSearchParams,
  ): Promise<LoginView | null> => {
    const login = await logins.viewByTicket(query.get('login') ?? '', query.get('ticket') ?? '');
    if (login === null || isOver(login)) return login;
    const gone = new AbortController();
    request.once('close', () => gone.abort());
    return logins.waitForAnswer(login.loginId, { timeoutMs: showWithinMs, signal: gone.signal });
  };

  return (request, response) => {
    request.resume();
    // A HEAD would use the answer up.
    if (request.method !== 'GET') {
      const problem = new ProblemError(
        'method_not_allowed',
        `${request.method ?? 'This method'} is not GET`,
      );
      sendProblem(response, problem.toProblem(), ['Allow', 'GET']);
      return;
    }
    serve(request, response).catch((error: unknown) =>
      answerFailure(request, response, error, logger),
    );
  };
}

function queryOf({ url = '' }: IncomingMessage): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}
