import type { Logger } from 'pino';
import { createAppTokenProvider } from '../accounts/app-token-provider.js';
import type { Config } from '../config/config.js';
import type { PlannerClient } from '../domain/planner.js';
import { createSharedAccess } from '../graph/gateway/access/shared-access.js';
import { createGraphGateway, type GraphGateway } from '../graph/gateway/graph-gateway.js';
import type { GetToken } from '../graph/gateway/http-chain.js';
import type { GraphLane } from '../graph/gateway/graph-request.js';
import { createGraphControl, type GraphControl } from '../graph/gateway/graph-status.js';
import { createPlannerClient } from '../graph/planner/planner-client.js';
import type { CallFunction } from '../tasks/load-functions.js';

/** Shorter than an activity's start-to-close: an attempt has ended before the next begins. */
export const graphTimeoutMs = 20_000;

/** Long enough for the answers to one batch to be worked on, short enough for nobody to notice. */
const lingerMs = 3;

export interface GraphParts {
  /** The app's own token; kept until shortly before its end. */
  readonly getToken: GetToken;
  readonly gateway: GraphGateway;
  readonly control: GraphControl;
  /** Planner for those who wait in this lane. */
  plannerFor(lane: GraphLane): PlannerClient;
}

/** A process's own way to Graph, with the app's permissions; it shares gate, circuit and budget with all replicas. */
export function openGraph({
  config,
  logger,
  call,
}: {
  readonly config: Config;
  readonly logger: Logger;
  readonly call: CallFunction;
}): GraphParts {
  const budgetPerMinute = config.graph.requestsPerMinute;
  const shared = createSharedAccess({
    call: (name, payload) => call(name, config.redis.namespace, payload),
    tenant: config.azure.tenantId,
    budgetPerMinute,
    probeMs: graphTimeoutMs + 5_000,
  });
  const getToken = createAppTokenProvider({
    ...config.azure,
    graphOrigin: config.graph.baseUrl,
  });
  const gateway = createGraphGateway({
    baseUrl: config.graph.baseUrl,
    getToken,
    httpTimeoutMs: graphTimeoutMs,
    logger,
    shared,
    budgetPerMinute,
    lingerMs,
  });
  return {
    getToken,
    gateway,
    control: createGraphControl({ shared, budgetPerMinute, lingerMs }),
    plannerFor: (lane) => createPlannerClient(gateway, { lane }),
  };
}
