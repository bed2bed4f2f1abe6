import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createMetadataCache, type MetadataCache } from '../../../src/metadata/metadata-cache.js';
import { createReadEntity } from '../../../src/metadata/read-entity.js';
import { gatewayOf } from '../../../src/graph/gateway/gateway-of.js';
import { createKeys, type Keys } from '../../../src/tasks/keys.js';
import type { GraphLab } from '../graph/graph-lab.js';

export interface ReplicaOptions {
  readonly ttlMs?: number;
  readonly graceMs?: number;
  readonly now?: () => number;
}

/** Server replicas with a namespace of their own, as far as metadata goes. */
export interface MetadataLab {
  readonly keys: Keys;
  readonly redis: Redis;
  /** A process of its own: other connections to Redis and Graph. */
  replica(options?: ReplicaOptions): MetadataCache;
  close(): void;
}

export function openMetadataLab(graph: GraphLab): MetadataLab {
  const keys = createKeys(`metadata-${randomUUID().slice(0, 8)}`);
  const connections: Redis[] = [];
  const connect = (): Redis => {
    const redis = new Redis(inject('redisUrl'), { enableAutoPipelining: true });
    connections.push(redis);
    return redis;
  };
  return {
    keys,
    redis: connect(),
    replica: ({ ttlMs = 60_000, graceMs = 60_000, now = Date.now } = {}) => {
      const { gateway } = graph.connect();
      return createMetadataCache({
        redis: connect(),
        keys,
        readEntityOf: (account) => createReadEntity(gatewayOf(gateway, account)),
        ttlMs,
        graceMs,
        now,
        logger: pino({ level: 'silent' }),
      });
    },
    close: () => connections.forEach((redis) => redis.disconnect()),
  };
}

/** The app's requests since `since` to paths that begin like this, items of batches among them. */
export async function requestsTo(
  graph: GraphLab,
  path: string,
): Promise<readonly { readonly path: string; readonly status: number }[]> {
  const response = await fetch(`${graph.emulator.boardUrl}/control/requests?limit=20000`);
  const { requests } = (await response.json()) as {
    requests: { path: string; status: number; appId?: string }[];
  };
  return requests.filter((entry) => entry.appId !== undefined && entry.path.startsWith(path));
}

export async function clearRequests(graph: GraphLab): Promise<void> {
  await fetch(`${graph.emulator.boardUrl}/control/requests`, { method: 'DELETE' });
}
