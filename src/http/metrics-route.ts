import type { RequestHandler } from 'express';
import type { Metrics } from '../observability/metrics.js';
import { requestIdOf } from './exchange.js';
import type { RequestGuard } from './request-guard.js';

/** `GET /metrics` for Prometheus; with keys, its `authorization` setting sends one. */
export function createMetricsRoute(metrics: Metrics, guard: RequestGuard): RequestHandler {
  return async (request, response) => {
    guard.authenticate(request);
    const text = await metrics.render();
    response.writeHead(200, [
      'Content-Type',
      metrics.contentType,
      'Cache-Control',
      'no-store',
      'X-Request-Id',
      requestIdOf(response),
    ]);
    response.end(text);
  };
}
