import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import examples from '../http/openapi/examples.json' with { type: 'json' };
import { createApp } from '../http/create-app.js';
import { createCallbackEndpoint } from '../http/callback-endpoint.js';
import { createEventFeed } from '../http/event-feed.js';
import { createHttpServer } from '../http/create-http-server.js';
import { createUploadEndpoint } from '../http/upload-endpoint.js';
import { createTakeUpload } from '../operations/mail/files/take-upload.js';
import { createMetrics } from '../observability/metrics.js';
import { operations } from '../operations/registry.js';
import { taskEventsSince } from '../operations/tasks/task-events-since.js';
import { createSyncStatusReader } from '../operations/sync/create-sync-status-reader.js';
import { missingAddress } from '../subscriptions/missing-address.js';
import { createAlerts } from '../tasks/alerts.js';
import { createAwaitReplicas } from '../tasks/await-replicas.js';
import type { RedisPolicyError } from '../tasks/check-redis-policy.js';
import { connectRedis, toRedisConnection } from '../tasks/connect-redis.js';
import { createEventStream } from '../tasks/event-stream.js';
import { createKeys } from '../tasks/keys.js';
import { keepGraphUsage } from '../tasks/graph-usage.js';
import { logAlerts } from '../tasks/log-alerts.js';
import { publishSettings } from '../tasks/settings.js';
import { createTaskStore } from '../tasks/task-store.js';
import { watchRedis } from '../tasks/watch-redis.js';
import { composeAccounts } from './account-parts.js';
import { composeApprovals, composeApprovalsPage } from './approval-parts.js';
import { composeFrontDoor } from './front-door.js';
import { composeCodec, openPayloadEncryption } from './payload-encryption.js';
import { composeLogins } from './login-parts.js';
import { composeMcp } from './mcp-parts.js';
import { composeMailFiles } from './mail-parts.js';
import { openGraph } from './graph-access.js';
import { oauthComposer } from './oauth-composer.js';
import { composeOperations } from './operation-parts.js';
import { callFunctionsWhenReady } from './redis-functions.js';
import type { ServerCompanion, ServerParts } from './server-companion.js';
import { composeSubscriptions } from './subscription-parts.js';
import { composeWebhook } from './webhook-parts.js';

export interface ServerOptions {
  readonly config: Config;
  readonly logger: Logger;
  readonly version: string;
  /** Starts the companion; it must bear with an absent Redis and Temporal. */
  readonly join: (parts: ServerParts) => ServerCompanion;
  /** Redis must not be used as it is set up: the process has to end. */
  readonly onRefused: (error: RedisPolicyError) => void;
}

export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

const graceMs = 10_000;

/** Builds the server, wires it and listens; serves 503 as long as Redis is away. Closes in reverse. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, logger, version, join, onRefused } = options;
  const encryption = openPayloadEncryption(config, logger);
  const redis = connectRedis(toRedisConnection(config.redis), logger);
  const keys = createKeys(config.redis.namespace);
  const functions = callFunctionsWhenReady({
    redis,
    prepare: () => publishSettings(redis, keys, config),
    onRefused,
    logger,
  });
  const { wait } = config.redis;
  // WAIT holds up its connection, so reads have another one.
  const writing =
    wait.replicas === 0 ? redis : connectRedis(toRedisConnection(config.redis), logger);
  const writes =
    writing === redis
      ? functions
      : callFunctionsWhenReady({
          redis: writing,
          prepare: async () => undefined,
          onRefused,
          logger,
        });
  const alerts = createAlerts({ redis, keys, call: functions.call });
  const companion = join({ config, logger, redis, keys, call: functions.call, alerts, encryption });
  const alertLog = logAlerts({ redis, keys, logger });
  const redisWatch = watchRedis({ redis, keys, alerts, logger, wantedReplicas: wait.replicas });
  const events = createEventStream({ redis, keys, logger });
  const store = createTaskStore({
    redis,
    keys,
    call: writes.call,
    awaitReplicas: createAwaitReplicas(writing, wait),
  });
  const accounts = composeAccounts({
    config,
    redis,
    keys,
    call: functions.call,
    alerts,
    logger,
    flows: companion.accounts,
  });
  const graph = openGraph({
    config,
    logger,
    call: functions.call,
    getToken: ({ account, ...request }) => accounts.tokens.get(account, request),
  });
  const { gateway } = graph;
  let ownPort = config.http.port;
  const ownBaseUrl = (): string => `http://localhost:${ownPort}`;
  const signingIn = composeLogins({
    config,
    redis,
    keys,
    accounts,
    flows: companion.logins,
    gateway,
    ownBaseUrl,
    logger,
  });
  const mailFiles = composeMailFiles({ config, redis, keys, vault: accounts.vault, ownBaseUrl });
  const stopBooks = keepGraphUsage({ redis, keys, stats: gateway.stats, logger, now: Date.now });
  const syncStatus = createSyncStatusReader({
    redis,
    keys,
    alerts,
    graph: graph.control,
    outages: [
      async () => companion.outage(),
      async () => redisWatch.outage(),
      () => missingAddress({ redis, keys, publicBaseUrl: config.webhook.publicBaseUrl }),
    ],
    now: Date.now,
  });
  const subscribed = composeSubscriptions({ redis, keys, call: functions.call, alerts });
  const { webhook, webhookHealth } = composeWebhook({
    config,
    redis,
    keys,
    call: functions.call,
    statuses: subscribed.statuses,
    outage: () => companion.outage(),
    logger,
  });
  const door = composeFrontDoor({
    config,
    redis,
    keys,
    call: functions.call,
    logger,
    composeOauth: await oauthComposer({
      config,
      redis,
      keys,
      accounts,
      signingIn,
      flows: companion.accounts,
      logger,
    }),
  });
  const approvals = composeApprovals({
    config,
    redis,
    keys,
    vault: accounts.vault,
    audit: door.audit,
    flows: companion.approvals,
    ownBaseUrl: () => `http://localhost:${ownPort}`,
    logger,
  });
  const operationDeps = composeOperations({
    config,
    logger,
    redis,
    keys,
    call: functions.call,
    alerts,
    companion,
    accounts,
    signingIn,
    graph,
    approvals,
    store,
    events,
    syncStatus,
    subscribed,
    webhookHealth,
    audit: door.audit,
    mailFiles,
  });
  const { guard, originOf } = door;
  const gate = door.gateTo(operationDeps);
  const feed = createEventFeed({
    guard,
    logger,
    async open(caller, request, response) {
      await gate.enter(taskEventsSince, originOf(caller, request, response));
      return gate.depsFor(caller).events;
    },
  });
  const mcp = composeMcp({ config, redis, keys, guard, originOf, gate, version, logger });
  const app = createApp({
    operations,
    version,
    examples,
    gate,
    originOf,
    guard,
    feed,
    logins: signingIn.logins,
    // The address of an inner service is not for strangers.
    temporalUi: config.auth.mode === 'none' ? config.temporal.uiUrl : null,
    metrics: createMetrics({
      graph: () => graph.control.figures(),
      isHealthy: async () => (await syncStatus.read()).status === 'healthy',
    }),
    health: {
      pingRedis: () => functions.ping(),
      syncStatus: operationDeps.syncStatus,
      isOpen: config.auth.mode === 'none',
    },
    logger,
  });
  const callback = createCallbackEndpoint({
    logins: signingIn.logins,
    trustedProxies: config.notifications.trustedProxies,
    logger,
  });
  const http = createHttpServer({
    guard,
    app,
    mcp: mcp.handle,
    resource: door.resource,
    oauth: door.oauth,
    approvals: composeApprovalsPage({ config, approvals, oauth: door.oauth, logger }),
    callback,
    webhook,
    upload: createUploadEndpoint({
      takeUpload: createTakeUpload({ ...mailFiles, graphFor: operationDeps.graphFor }),
      trustedProxies: config.notifications.trustedProxies,
      logger,
    }),
    codec: composeCodec({ encryption, door, gate, temporalUi: config.temporal.uiUrl, logger }),
    logger,
  });
  const port = await http.listen(config.http);
  ownPort = port;
  return {
    port,
    async close() {
      const closed = http.close(graceMs);
      events.endWaits();
      feed.close();
      await mcp.close();
      await closed;
      await companion.stop();
      await door.audit.close();
      await stopBooks();
      events.close();
      alertLog.close();
      redisWatch.stop();
      if (writing !== redis) writing.disconnect();
      redis.disconnect();
    },
  };
}
