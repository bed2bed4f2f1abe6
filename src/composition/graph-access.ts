import type { Logger } from 'pino';
import { createAppTokenProvider } from '../accounts/app-token-provider.js';
import type { Config } from '../config/config.js';
import type { PlannerClient } from '../domain/planner.js';
import { createGraphGateway, type GraphGateway } from '../graph/gateway/graph-gateway.js';
import { createPlannerClient } from '../graph/planner/planner-client.js';

/** Shorter than an activity's start-to-close: an attempt has ended before the next begins. */
export const graphTimeoutMs = 20_000;

/** A process's own way to Graph, with the app's permissions. */
export function openGraph(
  config: Config,
  logger: Logger,
): { readonly gateway: GraphGateway; readonly planner: PlannerClient } {
  const gateway = createGraphGateway({
    baseUrl: config.graph.baseUrl,
    getToken: createAppTokenProvider({ ...config.azure, graphOrigin: config.graph.baseUrl }),
    httpTimeoutMs: graphTimeoutMs,
    logger,
  });
  return { gateway, planner: createPlannerClient(gateway) };
}
