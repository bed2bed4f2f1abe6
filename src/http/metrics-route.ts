import type { RequestHandler } from 'express';
import type { Metrics } from '../observability/metrics.js';
import type { EnterRoute } from './enter-route.js';

/** `GET /metrics` for Prometheus; with keys, its `authorization` setting sends one that has `sync:read`. */
export function createMetricsRoute(metrics: Metrics, enter: EnterRoute): RequestHandler {
  return async (request, response) => {
    await enter(request, response);
    const text = await metrics.render();
    response.writeHead(200, ['Content-Type', metrics.contentType, 'Cache-Control', 'no-store']);
    response.end(text);
  };
}
