import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import type { PlannerOf } from '../domain/planner.js';
import { createSharedAccess } from '../graph/gateway/access/shared-access.js';
import { accountOfId } from '../graph/gateway/graph-account.js';
import { gatewayOf } from '../graph/gateway/gateway-of.js';
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
  readonly gateway: GraphGateway;
  readonly control: GraphControl;
  /** Planner for those who wait in this lane, by account. */
  plannerFor(lane: GraphLane): PlannerOf;
}

/** A process's own way to Graph; it shares gate, circuit and budget with all replicas. */
export function openGraph({
  config,
  logger,
  call,
  getToken,
}: {
  readonly config: Config;
  readonly logger: Logger;
  readonly call: CallFunction;
  readonly getToken: GetToken;
}): GraphParts {
  const budgetPerMinute = config.graph.requestsPerMinute;
  const shared = createSharedAccess({
    call: (name, payload) => call(name, config.redis.namespace, payload),
    tenant: config.azure.tenantId,
    budgetPerMinute,
    probeMs: graphTimeoutMs + 5_000,
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
    gateway,
    control: createGraphControl({ shared, budgetPerMinute, lingerMs }),
    plannerFor: (lane) => (accountId) =>
      createPlannerClient(gatewayOf(gateway, accountOfId(accountId)), { lane }),
  };
}
