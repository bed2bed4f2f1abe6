import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { ProblemError } from '../domain/problem.js';
import type { Metrics } from '../observability/metrics.js';
import type { Guarded } from '../domain/access/refuse-operation.js';
import type { Gate } from '../operations/access/gate.js';
import type { Operation } from '../operations/define-operation.js';
import { otherNamesOf } from '../operations/also-known-as.js';
import { callTargetsOf } from '../operations/tools/call-targets.js';
import { answerFailure } from './answer-failure.js';
import { createAttachmentRoute } from './attachment-route.js';
import type { EnterRoute } from './enter-route.js';
import type { EventFeed } from './event-feed.js';
import type { Logins } from '../accounts/login/logins.js';
import { createHealthRoutes, type HealthDeps } from './health-routes.js';
import { createLoginStatusRoute } from './login-status-route.js';
import { createMetricsRoute } from './metrics-route.js';
import {
  createOperationHandler,
  createOtherNameHandler,
  createPassOnHandler,
} from './operation-handler.js';
import { createOpenApiRoutes } from './openapi/openapi-routes.js';
import type { OperationExamples } from './openapi/operation-example.js';
import { createHomeRoutes } from './home/home-routes.js';
import type { OriginOf } from './origin-of.js';
import type { RequestGuard } from './request-guard.js';
import { sendProblem } from './send.js';

export interface AppDeps {
  readonly operations: readonly Operation[];
  readonly version: string;
  /** What a call of each operation looks like. */
  readonly examples: OperationExamples;
  readonly gate: Gate;
  readonly originOf: OriginOf;
  readonly guard: RequestGuard;
  readonly feed: EventFeed;
  readonly logins: Logins;
  /** Where the workflows can be seen, as the front page says; null: it says nothing. */
  readonly temporalUi: string | null;
  readonly health: HealthDeps;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/**
 * The Express app: a route per operation, the event feed, health, the front page. No middleware stands before the
 * routes, so that a task write costs little more than a bare route (bench/front-end.ts).
 */
export function createApp(deps: AppDeps): Express {
  const { gate, guard, originOf, logger } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);

  const eventPath = '/api/agent/events';
  app.get(eventPath, (request, response, next) => {
    if (deps.feed.isWanted(request)) deps.feed.serve(request, response);
    else next();
  });
  const targets = callTargetsOf(deps.operations);
  for (const operation of deps.operations) {
    const { method, path } = operation.http;
    const handlerDeps = { gate, originOf, guard, logger };
    const handler =
      operation.passesOn === true
        ? createPassOnHandler(operation, targets, handlerDeps)
        : createOperationHandler(operation, handlerDeps);
    app[toExpressMethod(method)](toExpressPath(path), handler);
  }
  const others = deps.operations.flatMap(otherNamesOf);
  for (const known of others.filter(({ otherName }) => otherName.http !== undefined)) {
    const { method, path } = known.shown.http;
    const handler = createOtherNameHandler(known, { gate, originOf, guard, logger });
    app[toExpressMethod(method)](toExpressPath(path), handler);
  }
  for (const [path, methods] of methodsByPath([
    ...deps.operations,
    ...others.map(({ shown }) => shown),
  ])) {
    app.all(toExpressPath(path), refuseMethod(methods));
  }
  app.get(
    '/api/mail/messages/:message/attachments/:attachment/content',
    createAttachmentRoute(deps),
  );
  app.get('/api/callback/:state', createLoginStatusRoute(deps));
  app.use(createOpenApiRoutes(deps));
  app.use(createHomeRoutes(deps));
  app.use(createHealthRoutes(deps.health));
  const enterMetrics: EnterRoute = async (request, response) => {
    const caller = await guard.authenticate(request);
    await gate.enter(metricsRoute, originOf(caller, request, response));
  };
  app.get('/metrics', createMetricsRoute(deps.metrics, enterMetrics));
  app.use('/api', async (request, _response, next) => {
    await guard.authenticate(request);
    next();
  });
  app.use(refuseUnknownPath);
  const answerError: ErrorRequestHandler = (error, request, response, _next) => {
    answerFailure(request, response, isBadPath(error) ? notFound() : error, logger);
  };
  app.use(answerError);
  return app;
}

const metricsRoute: Guarded = {
  name: 'metrics',
  scope: 'sync:read',
  annotations: { readOnly: true },
};

const expressMethods = { GET: 'get', POST: 'post', PATCH: 'patch', DELETE: 'delete' } as const;

function toExpressMethod(method: Operation['http']['method']) {
  return expressMethods[method];
}

/** `{id}` to `:id`. */
function toExpressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function methodsByPath(operations: readonly Operation[]): Map<string, string[]> {
  const byPath = new Map<string, string[]>();
  for (const { http } of operations) {
    const known = byPath.get(http.path) ?? [];
    if (!known.includes(http.method)) byPath.set(http.path, [...known, http.method]);
  }
  return byPath;
}

function refuseMethod(methods: readonly string[]): RequestHandler {
  const allowed = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
  const list = allowed.join(', ');
  return (request, response) => {
    const problem = new ProblemError(
      'method_not_allowed',
      `${request.method} is not one of ${list}`,
    );
    sendProblem(response, problem.toProblem(), ['Allow', list]);
  };
}

const refuseUnknownPath: RequestHandler = () => {
  throw notFound();
};

function notFound(): ProblemError {
  return new ProblemError('not_found', 'There is nothing at this path');
}

/** Express throws a URIError with status 400 for a path with a broken percent sign. */
function isBadPath(error: unknown): boolean {
  return error instanceof URIError;
}
