import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import type { ApprovalsEndpoint } from './approvals/approvals-endpoint.js';
import { answerFailure } from './answer-failure.js';
import { isCodec } from './codec-endpoint.js';
import { allowOrigin, answerPreflight, isPreflight } from './cors.js';
import { createResponseClass, requestIdOf } from './exchange.js';
import type { OauthEndpoint } from './oauth/oauth-endpoint.js';
import type { ProtectedResource } from './protected-resource.js';
import { uploadPath } from '../operations/mail/files/upload-links.js';
import type { RequestGuard } from './request-guard.js';
import { safeDataHeaders } from './safe-headers.js';
import { isCallback } from './callback-endpoint.js';
import { isUpload } from './upload-endpoint.js';
import { isWebhook } from './webhook-endpoint.js';

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

export interface HttpServerDeps {
  readonly guard: RequestGuard;
  /** Express. */
  readonly app: RequestListener;
  /** `/mcp` and what is below it, answered before Express's chain because that chain costs more than the SDK's own work. */
  readonly mcp: RequestListener;
  /** Says who issues tokens for us, to pages of any site too; null: nobody does. */
  readonly resource: ProtectedResource | null;
  /** Our authorization server; null: there is none. */
  readonly oauth: OauthEndpoint | null;
  /** Where people decide about what agents want to do. */
  readonly approvals: ApprovalsEndpoint;
  /** Where Graph notifies: it comes by the public address, so that the Host header is a foreign one. */
  readonly webhook: RequestListener;
  /** Temporal's Web UI calls it from pages of another origin; null: nothing is encrypted, and it is not there. */
  readonly codec: RequestListener | null;
  /** Where Microsoft sends browsers back: they come by the public address too. */
  readonly callback: RequestListener;
  /** Where programs leave files by links that were made for them. */
  readonly upload: RequestListener;
  readonly logger: Logger;
}

export interface HttpServer {
  readonly server: Server;
  /** Answers the port, which is the system's choice where `port` is 0. */
  listen(address: { readonly host: string; readonly port: number }): Promise<number>;
  /** Takes no new requests, lets those under way finish for at most `graceMs`, then closes what is left. */
  close(graceMs: number): Promise<void>;
}

/** One port for everything: REST, MCP, health. */
export function createHttpServer(deps: HttpServerDeps): HttpServer {
  const { guard, app, mcp, resource, oauth, approvals, webhook, codec, callback, upload, logger } =
    deps;
  const server = createServer(
    {
      ServerResponse: createResponseClass(),
      // Slow-loris: headers within 15 s, the whole request within 60 s.
      headersTimeout: 15_000,
      requestTimeout: 60_000,
      connectionsCheckingInterval: 5_000,
      // Longer than common load balancers keep theirs, so that it is they who close.
      keepAliveTimeout: 75_000,
    },
    (request, response) => {
      response.on('error', ignore);
      if (logger.isLevelEnabled('debug')) logRequest(request, response, logger);
      try {
        if (isWebhook(request.url)) {
          webhook(request, response);
          return;
        }
        if (isCallback(request.url)) {
          callback(request, response);
          return;
        }
        if (isUpload(request.url)) {
          upload(request, response);
          return;
        }
        if (codec !== null && isCodec(request.url)) {
          codec(request, response);
          return;
        }
        if (resource?.isWanted(request.url) === true) {
          resource.serve(request, response);
          return;
        }
        const target = oauth?.read(request.url) ?? null;
        if (oauth !== null && target?.kind === 'open') {
          oauth.handle(request, response, target);
          return;
        }
        guard.checkOrigin(request);
        const origin = guard.corsOrigin(request);
        if (origin !== null) {
          allowOrigin(response, origin);
          if (isPreflight(request)) {
            answerPreflight(response);
            return;
          }
        }
        if (oauth !== null && target !== null) oauth.handle(request, response, target);
        else if (approvals.isWanted(request.url)) approvals.serve(request, response);
        else if (isMcp(request.url)) mcp(request, response);
        else app(request, response);
      } catch (error) {
        answerFailure(request, response, error, logger);
      }
    },
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (socket.writable && error.code !== 'ECONNRESET') socket.end(answerToGarbage(error.code));
    else socket.destroy();
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return { server, listen, close };

  function listen({ host, port }: { host: string; port: number }): Promise<number> {
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port }, () => {
        server.off('error', reject);
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  }

  function close(graceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const deadline = setTimeout(() => server.closeAllConnections(), graceMs);
      server.close(() => {
        clearInterval(idle);
        clearTimeout(deadline);
        resolve();
      });
      server.closeIdleConnections();
      // Browsers connect ahead of need; Node takes a connection that has never said anything for busy.
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    });
  }
}

/** A write to a caller who has just gone is no failure of ours; without a listener it would end the process. */
function ignore(): void {}

function isMcp(target: string | undefined): boolean {
  return target !== undefined && /^\/mcp(?:[/?]|$)/.test(target);
}

function logRequest(request: IncomingMessage, response: ServerResponse, logger: Logger): void {
  const start = performance.now();
  const { method } = request;
  // The query stays out: callers put into it what they should not.
  const path = isUpload(request.url) ? uploadPath : request.url?.split('?', 1)[0];
  response.once('close', () => {
    const ms = Math.round((performance.now() - start) * 10) / 10;
    const fields = {
      requestId: requestIdOf(response),
      method,
      path,
      status: response.statusCode,
      ms,
    };
    logger.debug(fields, 'Request');
  });
}

function pairs(headers: readonly string[]): string[] {
  return headers.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${headers[at + 1] ?? ''}`] : []));
}

/** What cannot be parsed as HTTP has no path; the answer keeps the form of our problems. */
function answerToGarbage(code: string | undefined): string {
  const [status, title] =
    code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Request Header Fields Too Large']
      : code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'Request Timeout']
        : [400, 'Bad Request'];
  const body = JSON.stringify({ type: 'about:blank', title, status, code: 'bad_request' });
  return [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${body.length}`,
    `X-Request-Id: ${randomUUID()}`,
    ...pairs(safeDataHeaders),
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
