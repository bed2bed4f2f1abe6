import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { ProblemError } from '../../domain/problem.js';
import type { AuthorizationServer } from '../../oauth/authorization-server.js';
import { answerFailure, toProblem } from '../answer-failure.js';
import { requestIdOf } from '../exchange.js';
import { sendPage } from '../pages/send-page.js';
import { createRateLimit } from '../rate-limit.js';
import { sourceAddress } from '../source-address.js';
import type { AccountHandler } from './account-handler.js';
import type { InteractionHandler } from './interaction-handler.js';
import { readBrowserSession, type BrowserSession } from './browser-session.js';
import { readOauthTarget, type OauthTarget, type Traffic } from './oauth-paths.js';
import { problemPage } from './problem-page.js';

/** Our authorization server on our port. */
export interface OauthEndpoint {
  /** What a request is for, by its target; null: nothing of this. */
  read(target: string | undefined): OauthTarget | null;
  handle(request: IncomingMessage, response: ServerResponse, target: OauthTarget): void;
  /** Who has signed in with this browser, for other pages of ours; null: nobody. */
  readSession(request: IncomingMessage, response: ServerResponse): Promise<BrowserSession | null>;
}

export interface OauthEndpointDeps {
  readonly server: AuthorizationServer;
  readonly interactions: InteractionHandler;
  readonly account: AccountHandler;
  /** What a host gets that asks for nothing in particular. */
  readonly defaultScopes: readonly string[];
  readonly trustedProxies: number;
  readonly logger: Logger;
}

/** From one address: so many at once, and so many a second. A whole office may share one. */
const limits = {
  register: { burst: 20, perSecond: 0.2 },
  token: { burst: 200, perSecond: 20 },
  read: { burst: 200, perSecond: 50 },
  page: { burst: 60, perSecond: 5 },
} as const satisfies Record<Traffic | 'page', { burst: number; perSecond: number }>;

export function createOauthEndpoint(deps: OauthEndpointDeps): OauthEndpoint {
  const { server, interactions, account, defaultScopes, trustedProxies, logger } = deps;
  const { host, protocol } = new URL(server.settings.issuer);
  const taken = {
    register: createRateLimit(limits.register.perSecond, limits.register.burst),
    token: createRateLimit(limits.token.perSecond, limits.token.burst),
    read: createRateLimit(limits.read.perSecond, limits.read.burst),
    page: createRateLimit(limits.page.perSecond, limits.page.burst),
  };

  /**
   * oidc-provider builds its own addresses from the request. Which host we are is configured, and who asks is known, so that
   * no header of a stranger has a say in either.
   */
  const settle = ({ headers }: IncomingMessage, address: string): void => {
    headers.host = host;
    headers['x-forwarded-proto'] = protocol.slice(0, -1);
    headers['x-forwarded-for'] = address;
    delete headers['x-forwarded-host'];
  };

  const run = async (
    request: IncomingMessage,
    response: ServerResponse,
    target: OauthTarget,
  ): Promise<void> => {
    const address = sourceAddress(request, trustedProxies);
    const traffic = target.kind === 'open' ? target.traffic : 'page';
    if (!taken[traffic](address, performance.now())) throw tooMany();
    settle(request, address);
    switch (target.kind) {
      case 'open': {
        if (answerPreflight(request, response)) return;
        request.url = target.path;
        await server.handle(request, response);
        return;
      }
      case 'authorize':
        request.url = withScope(request.url ?? target.path, defaultScopes);
        await server.handle(request, response);
        return;
      case 'interaction':
        await interactions(request, response, target);
        return;
      case 'account':
        await account(request, response, target.step);
    }
  };

  return {
    read: readOauthTarget,
    async readSession(request, response) {
      settle(request, sourceAddress(request, trustedProxies));
      return readBrowserSession(await server.provider(), server.findPerson, request, response);
    },
    handle(request, response, target) {
      run(request, response, target).catch((error: unknown) => {
        if (target.kind === 'open') failOpen(response, error);
        else failPage(request, response, error);
      });
    },
  };

  /** In the words of OAuth (RFC 6749, section 5.2). */
  function failOpen(response: ServerResponse, error: unknown): void {
    const { status, detail, title, retryAfter } = toProblem(error, requestIdOf(response), logger);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const isPassing = status === 429 || status === 503;
    const json = JSON.stringify({
      error: isPassing ? 'temporarily_unavailable' : 'server_error',
      error_description: detail ?? title,
    });
    response.writeHead(status, [
      'Content-Type',
      'application/json; charset=utf-8',
      'Content-Length',
      String(Buffer.byteLength(json)),
      'Cache-Control',
      'no-store',
      ...(isPassing ? ['Retry-After', String(retryAfter ?? 5)] : []),
    ]);
    response.end(json);
  }

  function failPage(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    if (error instanceof ProblemError && error.status < 429) {
      answerFailure(request, response, error, logger);
      return;
    }
    const { status, detail, title } = toProblem(error, requestIdOf(response), logger);
    if (response.headersSent) response.destroy();
    else sendPage(response, problemPage(status, detail ?? title, 'Try again in a moment.'));
  }
}

function tooMany(): ProblemError {
  return new ProblemError('too_many_requests', 'Too many requests from this address; come again');
}

/** Programs in pages of any origin may connect; nothing here is answered by a cookie. */
function answerPreflight({ method, headers }: IncomingMessage, response: ServerResponse): boolean {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'WWW-Authenticate, Retry-After');
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return false;
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
  response.setHeader(
    'Access-Control-Allow-Headers',
    'Content-Type, Authorization, MCP-Protocol-Version',
  );
  response.setHeader('Access-Control-Max-Age', '600');
  response.writeHead(204);
  response.end();
  return true;
}

/** RFC 6749, section 3.3: who asks for nothing gets what is usual here. */
function withScope(target: string, defaultScopes: readonly string[]): string {
  const url = new URL(target, 'http://here');
  if (!url.pathname.endsWith('/authorize') || url.searchParams.has('scope')) return target;
  url.searchParams.set('scope', defaultScopes.join(' '));
  return url.pathname + url.search;
}
