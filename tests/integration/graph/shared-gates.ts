import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { inject } from 'vitest';
import type { GraphError } from '../../../src/domain/graph-error.js';
import {
  createSharedAccess,
  type SharedAccess,
} from '../../../src/graph/gateway/access/shared-access.js';
import {
  createGraphGateway,
  type GraphGateway,
  type GraphGatewayOptions,
} from '../../../src/graph/gateway/graph-gateway.js';
import { createGraphControl, type GraphControl } from '../../../src/graph/gateway/graph-status.js';
import { createAlerts, type Alerts } from '../../../src/tasks/alerts.js';
import { connectRedis, whenRedisReady } from '../../../src/tasks/connect-redis.js';
import { createKeys, type Keys } from '../../../src/tasks/keys.js';
import { loadFunctions } from '../../../src/tasks/load-functions.js';

const silent = pino({ level: 'silent' });
const tenant = 'contoso.example';

/** One of several processes that share a Redis: its own connection, its own gateway. */
export interface Replica {
  readonly gateway: GraphGateway;
  readonly shared: SharedAccess;
  readonly control: GraphControl;
  readonly alerts: Alerts;
  readonly keys: Keys;
  readonly redis: ReturnType<typeof connectRedis>;
}

export interface Replicas {
  /** `origin` is that of the Graph they all ask. */
  open(
    origin: string,
    options?: Partial<GraphGatewayOptions> & { readonly probeMs?: number },
  ): Promise<Replica>;
  close(): void;
}

/** Replicas of one namespace of its own. */
export function startReplicas(): Replicas {
  const keys = createKeys(`test-${randomUUID()}`);
  const opened: Replica[] = [];
  return {
    async open(origin, { probeMs = 5_000, budgetPerMinute = null, ...options } = {}) {
      const redis = connectRedis({ url: inject('redisUrl') }, silent);
      await whenRedisReady(redis);
      const call = await loadFunctions(redis);
      const shared = createSharedAccess({
        call: (name, payload) => call(name, keys.namespace, payload),
        tenant,
        budgetPerMinute,
        probeMs,
      });
      const gateway = createGraphGateway({
        baseUrl: origin,
        getToken: () => Promise.resolve('token-1'),
        httpTimeoutMs: 5_000,
        logger: silent,
        random: () => 0,
        shared,
        budgetPerMinute,
        ...options,
      });
      const replica: Replica = {
        gateway,
        shared,
        control: createGraphControl({
          shared,
          budgetPerMinute,
          lingerMs: 3,
        }),
        alerts: createAlerts({ redis, keys, call }),
        keys,
        redis,
      };
      opened.push(replica);
      return replica;
    },
    close() {
      for (const { redis } of opened.splice(0)) redis.disconnect();
    },
  };
}

/** `ok`, or the error that it failed with. */
export async function outcomeOf(sent: Promise<unknown>): Promise<GraphError | 'ok'> {
  return sent.then(
    () => 'ok' as const,
    (error: GraphError) => error,
  );
}
