import { ulid } from 'ulid';
import type { Config } from '../config/config.js';
import { createWebUrl } from '../graph/web-url.js';
import type { SyncDeps } from '../sync/sync-tasks.js';
import { graphTimeoutMs } from './graph-access.js';

/** A worker that was only cut off from Temporal may still be waiting for the answer to its create. */
const lateCreateMs = graphTimeoutMs + 5_000;

/** What the sync of tasks is told by the configuration; the same for those who do it and those who preview it. */
export function syncSettings(
  config: Config,
): Omit<SyncDeps, 'store' | 'plannerOf' | 'conditions' | 'onUnexpected'> {
  return {
    ownAppId: config.azure.clientId,
    limits: config.limits,
    webUrl: createWebUrl({
      graphBaseUrl: config.graph.baseUrl,
      tenantId: config.azure.tenantId,
      boardUrl: config.graph.boardUrl,
    }),
    newTaskId: (createdAt) => ulid(createdAt),
    monotonicMs: () => performance.now(),
    lateCreateMs,
    brake: config.deleteBrake,
  };
}
